import type { CacheCounts } from './caches.ts';

interface Cache {
  readonly size: number;
  info(key: never): unknown;
}

/** What was known when a call for a key began. */
export interface Mark {
  readonly base: number;
  readonly key: unknown;
  /** Whether the key had an entry, 0 or 1, with the changes that calls in the midst of this one have accounted for. */
  entries: number;
  /** Whether the key had an entry at first. */
  readonly present: boolean;
}

/**
 * Finds out how many entries a call removed from a cache, by its size before and after, also where calls are made in the
 * midst of others (from `dispose`, `memoMethod`, `fetchMethod`). What goes between calls has expired: timers do that.
 */
export class CacheLedger {
  readonly #size: () => number;
  readonly #has: (key: unknown) => boolean;
  readonly #counts: CacheCounts;
  /** Whether what goes between calls can only have expired. */
  readonly #onlyExpires: boolean;
  #expected: number;
  #accounted = 0;
  #depth = 0;
  /** The calls for a key that are under way, outermost first. */
  readonly #open: Mark[] = [];

  constructor(cache: Cache, counts: CacheCounts) {
    this.#size = () => cache.size;
    this.#has = membership(cache);
    this.#counts = counts;
    this.#onlyExpires = !('fetchMethod' in cache) || cache.fetchMethod === undefined;
    this.#expected = cache.size;
  }

  /** Counts what has gone since the last call. */
  settle(): void {
    if (this.#depth > 0) return;
    const size = this.#size();
    if (this.#onlyExpires && size < this.#expected) this.#counts.expirations += this.#expected - size;
    this.#expected = size;
  }

  /** A call begins. Give what this returns to {@link leave}. */
  enter(): number {
    this.settle();
    this.#depth += 1;
    return this.#size() - this.#accounted;
  }

  /** A call has ended. Returns by how much it changed the size itself, without the calls made in its midst. */
  leave(base: number): number {
    this.#depth -= 1;
    const size = this.#size();
    const own = size - this.#accounted - base;
    this.#accounted += own;
    if (this.#depth === 0) this.#expected = size;
    return own;
  }

  /** A call begins that may add or remove the entry of a key. */
  enterFor(key: unknown): Mark {
    const present = this.#has(key);
    const mark = { base: this.enter(), key, entries: Number(present), present };
    this.#open.push(mark);
    return mark;
  }

  /** A call for a key has ended. Returns how many other entries went for it. */
  leaveFor(mark: Mark): number {
    this.#open.pop();
    const added = Number(this.#has(mark.key)) - mark.entries;
    for (const outer of this.#open) if (outer.key === mark.key) outer.entries += added;
    return Math.max(0, added - this.leave(mark.base));
  }
}

// Whether a key has an entry at all, be it stale or still being fetched. The public methods that could tell have side
// effects (they refresh ages, publish on a diagnostics channel, look at the clock) or know nothing of entries that are
// being fetched; the library shows its key map for reading.
function membership(cache: Cache): (key: unknown) => boolean {
  try {
    const { unsafeExposeInternals } = cache.constructor as unknown as {
      unsafeExposeInternals?: (cache: Cache) => { keyMap?: unknown };
    };
    const keyMap = unsafeExposeInternals?.call(cache.constructor, cache)?.keyMap;
    if (keyMap instanceof Map) return (key) => keyMap.has(key);
  } catch {
    // Another version of the library; its public method is the next best.
  }
  return (key) => cache.info(key as never) !== undefined;
}
