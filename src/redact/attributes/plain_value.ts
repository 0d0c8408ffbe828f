const MAX_DEPTH = 6;
const MAX_ENTRIES = 100;

/** How much of a value is read. */
export interface ReadingBounds {
  /** How many values, in all. */
  readonly values: number;
  /** Longest text, in characters. */
  readonly text: number;
  /** Whether errors are read with all they have, or as one line. */
  readonly errors: 'whole' | 'line';
}

const DEFAULT_BOUNDS: ReadingBounds = { values: 1000, text: 4096, errors: 'whole' };

/** What a store can hold, and JSON can write. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

/**
 * Anything at all as plain data of bounded size. Never throws, whatever
 * getters and proxies do; reads no more than 1,000 values, so that a huge object costs no more than a large one.
 *
 * @param bounds how much of it, where that is not 1,000 values and 4,096 characters each
 */
export function plainValue(value: unknown, bounds: ReadingBounds = DEFAULT_BOUNDS): PlainValue {
  return new Reading(bounds).read(value, 0);
}

/** The same of an object's own fields; none of what is no object, or cannot be read. */
export function plainFields(value: object): Readonly<Record<string, PlainValue>> {
  const read = plainValue(value);
  return typeof read === 'object' && read !== null && !Array.isArray(read)
    ? (read as Readonly<Record<string, PlainValue>>)
    : {};
}

class Reading {
  readonly #bounds: ReadingBounds;
  readonly #above: object[] = [];
  #left: number;

  constructor(bounds: ReadingBounds) {
    this.#bounds = bounds;
    this.#left = bounds.values;
  }

  read(value: unknown, depth: number): PlainValue {
    try {
      return this.#read(value, depth);
    } catch {
      return '[unreadable]';
    }
  }

  #read(value: unknown, depth: number): PlainValue {
    if (value === null) return null;
    if (typeof value !== 'object') return primitive(value, this.#bounds.text);
    if (this.#above.includes(value)) return '[circular]';
    if (depth >= MAX_DEPTH) return '[deep]';
    this.#above.push(value);
    try {
      return this.#object(value, depth + 1);
    } finally {
      this.#above.pop();
    }
  }

  #object(value: object, depth: number): PlainValue {
    if (Array.isArray(value) || value instanceof Set) return this.#list(value, depth);
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof URL || value instanceof RegExp) return this.#read(String(value), depth);
    if (value instanceof Error) {
      const { name, message, stack } = value;
      if (this.#bounds.errors === 'line') return this.#read(`${name}: ${message}`, depth);
      return {
        type: String(name),
        message: this.#read(message, depth),
        stack: this.#read(stack, depth),
        ...this.#fields(value, depth),
      };
    }
    if (value instanceof Map) return this.#fields(Object.fromEntries(firstOf(value)), depth);
    return this.#fields(value, depth);
  }

  #list(values: Iterable<unknown>, depth: number): PlainValue[] {
    const list: PlainValue[] = [];
    for (const one of values) {
      if (list.length >= MAX_ENTRIES || this.#left <= 0) {
        list.push('[cut]');
        break;
      }
      this.#left -= 1;
      list.push(this.read(one, depth) ?? null);
    }
    return list;
  }

  #fields(value: object, depth: number): Record<string, PlainValue> {
    const fields: Record<string, PlainValue> = {};
    let count = 0;
    // Not Object.keys, which makes a list of all there are.
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      count += 1;
      if (count > MAX_ENTRIES || this.#left <= 0) {
        fields['[cut]'] = true;
        break;
      }
      this.#left -= 1;
      const read = this.read(
        safely(() => (value as Record<string, unknown>)[key]),
        depth,
      );
      if (read !== undefined) fields[key.slice(0, this.#bounds.text)] = read;
    }
    return fields;
  }
}

function primitive(value: unknown, longest: number): PlainValue {
  switch (typeof value) {
    case 'string':
      return value.length > longest ? `${value.slice(0, longest)}[cut]` : value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value;
    case 'bigint':
    case 'symbol':
      return String(value).slice(0, longest);
    case 'function':
      return '[function]';
    default:
      return undefined;
  }
}

function safely(get: () => unknown): unknown {
  try {
    return get();
  } catch {
    return '[unreadable]';
  }
}

function* firstOf(map: ReadonlyMap<unknown, unknown>): Generator<[string, unknown]> {
  let count = 0;
  for (const [key, value] of map) {
    if (count++ >= MAX_ENTRIES) return;
    yield [String(key), value];
  }
}
