/**
 * Waits for work, but no longer than a budget. Never rejects: what failed or was late is the caller's to report.
 *
 * @param budgetMs longest time to wait, in milliseconds
 * @returns whether all of it was done in time, without failing
 */
export async function withinBudget(work: readonly Promise<unknown>[], budgetMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), budgetMs);
  });
  const done = Promise.allSettled(work).then((results) =>
    results.every(({ status }) => status === 'fulfilled'),
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
