let spawning = false;

/** Runs what starts a program of ours, which has signals of its own and needs none of those for spawned programs. */
export function asOwn<T>(start: () => T): T {
  const before = spawning;
  spawning = true;
  try {
    return start();
  } finally {
    spawning = before;
  }
}

/** Whether a program that is being started is one of ours. */
export function isOwnSpawn(): boolean {
  return spawning;
}
