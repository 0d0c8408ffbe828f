import { performance } from 'node:perf_hooks';

/**
 * What is running now, by name, to tell how long the oldest of each has been. Bounded by what the application itself has
 * under way; names must be of few values.
 */
export class Running<T extends { readonly startedMs: number }> {
  // A set keeps the order in which things were added, so its first is the oldest.
  readonly #byName = new Map<string, Set<T>>();

  /** @param names names that are told even before anything ran by them */
  constructor(names: readonly string[]) {
    for (const name of names) this.#byName.set(name, new Set());
  }

  add(name: string, one: T): void {
    const running = this.#byName.get(name);
    if (running === undefined) this.#byName.set(name, new Set([one]));
    else running.add(one);
  }

  remove(name: string, one: T): void {
    this.#byName.get(name)?.delete(one);
  }

  /** How many of each name are running: 0 for a name of which nothing is. */
  *counts(): Iterable<readonly [name: string, count: number]> {
    for (const [name, running] of this.#byName) yield [name, running.size];
  }

  /** Everything that is running, the oldest of each name first. */
  *all(): Iterable<T> {
    for (const running of this.#byName.values()) yield* running;
  }

  /**
   * How long the oldest of each name has been running, in seconds. 0 for a name of which nothing is running: what is
   * pushed has no end of its own in Prometheus, so it is said.
   */
  *oldestSeconds(): Iterable<readonly [name: string, seconds: number]> {
    const now = performance.now();
    for (const [name, running] of this.#byName) {
      const [oldest] = running;
      yield [name, oldest === undefined ? 0 : Math.max(0, now - oldest.startedMs) / 1000];
    }
  }
}
