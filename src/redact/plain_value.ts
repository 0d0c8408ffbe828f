const MAX_DEPTH = 6;
const MAX_ENTRIES = 100;
const MAX_VALUES = 1000;
const MAX_TEXT = 4096;

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
 */
export function plainValue(value: unknown): PlainValue {
  return new Reading().read(value, 0);
}

/** The same of an object's own fields; none of what is no object, or cannot be read. */
export function plainFields(value: object): Readonly<Record<string, PlainValue>> {
  const read = plainValue(value);
  return typeof read === 'object' && read !== null && !Array.isArray(read)
    ? (read as Readonly<Record<string, PlainValue>>)
    : {};
}

class Reading {
  readonly #above: object[] = [];
  #left = MAX_VALUES;

  read(value: unknown, depth: number): PlainValue {
    try {
      return this.#read(value, depth);
    } catch {
      return '[unreadable]';
    }
  }

  #read(value: unknown, depth: number): PlainValue {
    if (value === null) return null;
    if (typeof value !== 'object') return primitive(value);
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
      if (read !== undefined) fields[key.slice(0, MAX_TEXT)] = read;
    }
    return fields;
  }
}

function primitive(value: unknown): PlainValue {
  switch (typeof value) {
    case 'string':
      return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}[cut]` : value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value;
    case 'bigint':
    case 'symbol':
      return String(value).slice(0, MAX_TEXT);
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
