import { boundedValue } from '../../emit/cardinality.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { attachGaugesLater } from '../../emit/observed_metrics.ts';
import { redactText } from '../../redact/text/text.ts';
import type { AttributeDefinition } from '../../registry/define.ts';

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

/** One that is counted. */
export interface Counted<Counts> {
  /** The name under which it is: redacted, cut, `other` where there are too many. */
  readonly name: string;
  /** What all of that name did. */
  readonly counts: Counts;
}

/**
 * The objects of one kind that an application has handed to an adapter: what they were counted to do, by name, and
 * what they say of themselves, for as long as they live. Two of the same name add up. Objects are held weakly.
 */
export class Instances<Counts, Reading extends Readonly<Record<string, number>>> {
  readonly #attribute: AttributeDefinition;
  readonly #make: () => Counts;
  readonly #observe: () => void;
  readonly #counts = new Map<string, Counts>();
  readonly #known = new WeakSet<object>();
  #watched: Watched<Reading>[] = [];

  /**
   * @param attribute says how many names there may be
   * @param make      the counts of a name that is new: all 0
   * @param observe   has their metrics ask for what is known here; called once, when there is something to know
   */
  constructor(attribute: AttributeDefinition, make: () => Counts, observe: () => void) {
    this.#attribute = attribute;
    this.#make = make;
    this.#observe = observe;
  }

  /**
   * Remembers an object, and reads it at each export if there is something to read.
   *
   * @param given the name that the application gave it
   * @param read  what the object says of itself, `undefined` when it has ended; must not hold on to it
   * @returns what it is to be counted in; `undefined` where the object was added before
   */
  watch<O extends object>(
    object: O,
    given: unknown,
    read?: (object: O) => Reading | undefined,
  ): Counted<Counts> | undefined {
    if (this.#known.has(object)) return undefined;
    this.#known.add(object);
    const isFirst = this.#counts.size === 0;
    const name = boundedValue(this.#attribute, spelt(given));
    const counts = this.#counts.get(name) ?? this.#make();
    this.#counts.set(name, counts);
    attachGaugesLater();
    if (read !== undefined) this.#readLater(object, name, read);
    if (isFirst) this.#observe();
    return { name, counts };
  }

  #readLater<O extends object>(object: O, name: string, read: (object: O) => Reading | undefined): void {
    if (this.#watched.length >= MAX_WATCHED) this.#forgetTheGone();
    if (this.#watched.length >= MAX_WATCHED) return;
    const held = new WeakRef(object);
    this.#watched.push({
      name,
      read: () => {
        const alive = held.deref();
        return alive && read(alive);
      },
    });
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

function spelt(given: unknown): string {
  const text = typeof given === 'string' ? given.trim() : '';
  return text === '' ? 'unnamed' : redactText(text.slice(0, MAX_NAME_READ)).slice(0, MAX_NAME_LENGTH);
}
