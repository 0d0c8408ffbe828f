import { reportTelemetryFailure } from '../../emit/guard.ts';
import { attachGaugesLater } from '../../emit/metrics.ts';
import { redactText } from '../../redact/text.ts';
import { MAX_INSTANCE_NAMES } from '../../registry/instance_name.ts';

const MAX_NAME_LENGTH = 64;
/** How much of a name is looked through for secrets, before it is cut. */
const MAX_NAME_READ = 1024;

// An application has tens of breakers or caches. One that makes a new one for each request must not fill our memory:
// beyond this many that are alive at a time, more are counted, but not asked for their state.
const MAX_WATCHED = 1000;

interface Watched<Reading> {
  readonly name: string;
  /** What the object says now; `undefined` when it is gone. */
  read(): Reading | undefined;
}

/**
 * The objects of one kind that an application has handed to an adapter: what they were counted to do, by name, and
 * what they say of themselves, for as long as they live. Two of the same name add up. Objects are held weakly.
 */
export class Instances<Counts, Reading extends Readonly<Record<string, number>>> {
  readonly #make: () => Counts;
  readonly #counts = new Map<string, Counts>();
  readonly #known = new WeakSet<object>();
  #watched: Watched<Reading>[] = [];

  /** @param make the counts of a name that is new: all 0 */
  constructor(make: () => Counts) {
    this.#make = make;
  }

  /** The name under which one that was named so is counted: redacted, cut, `other` where there are too many. */
  nameOf(given: unknown): string {
    const text = typeof given === 'string' ? given.trim() : '';
    const name = text === '' ? 'unnamed' : redactText(text.slice(0, MAX_NAME_READ)).slice(0, MAX_NAME_LENGTH);
    return this.#counts.has(name) || this.#counts.size < MAX_INSTANCE_NAMES ? name : 'other';
  }

  /** The counts of a name that {@link nameOf} gave. */
  counts(name: string): Counts {
    let found = this.#counts.get(name);
    if (found === undefined) {
      found = this.#make();
      this.#counts.set(name, found);
    }
    return found;
  }

  /**
   * Remembers an object, and reads it at each export if there is something to read.
   *
   * @param read what the object says of itself, `undefined` when it has ended; must not hold on to it
   * @returns whether it is new; `false` where it was added before
   */
  watch<O extends object>(object: O, name: string, read?: (object: O) => Reading | undefined): boolean {
    if (this.#known.has(object)) return false;
    this.#known.add(object);
    this.counts(name);
    attachGaugesLater();
    if (read === undefined) return true;
    if (this.#watched.length >= MAX_WATCHED) this.#forgetTheGone();
    if (this.#watched.length >= MAX_WATCHED) return true;
    const held = new WeakRef(object);
    this.#watched.push({
      name,
      read: () => {
        const alive = held.deref();
        return alive && read(alive);
      },
    });
    return true;
  }

  /** What was counted, by name. */
  totals(): Iterable<[name: string, counts: Counts]> {
    return this.#counts;
  }

  /** What those that are alive say now, added up by name. */
  readings(): Map<string, Reading> {
    const sums = new Map<string, Record<string, number>>();
    this.#watched = this.#watched.filter((one) => {
      const reading = this.#read(one);
      if (reading === undefined) return false;
      const sum = sums.get(one.name) ?? {};
      for (const [key, value] of Object.entries(reading)) sum[key] = (sum[key] ?? 0) + value;
      sums.set(one.name, sum);
      return true;
    });
    return sums as Map<string, Reading>;
  }

  #forgetTheGone(): void {
    this.#watched = this.#watched.filter((one) => this.#read(one) !== undefined);
  }

  #read(one: Watched<Reading>): Reading | undefined {
    try {
      return one.read();
    } catch (error) {
      reportTelemetryFailure('reading an instrumented object', error);
      return undefined;
    }
  }
}
