import { MAX_TEXT_LENGTH } from '../registry/define.ts';

const MAX_DEPTH = 5;
const MAX_LENGTH = 2 * MAX_TEXT_LENGTH;

/**
 * A value as JSON for people to read, of bounded size and cost whatever the value is: what is too deep, too long, refers
 * to itself, or throws when looked at is said to be so in its place. Never throws.
 *
 * @param change done to every string, keys included
 */
export function boundedJson(value: unknown, change: (text: string) => string): string {
  return new Writer(change).write(value, 0);
}

class Writer {
  readonly #change: (text: string) => string;
  readonly #inside = new Set<object>();
  #left = MAX_LENGTH;

  constructor(change: (text: string) => string) {
    this.#change = change;
  }

  write(value: unknown, depth: number): string {
    const text = this.#one(value, depth);
    this.#left -= text.length;
    return text;
  }

  #one(value: unknown, depth: number): string {
    switch (typeof value) {
      case 'string':
        return this.#text(value);
      case 'number':
        return Number.isFinite(value) ? String(value) : `"${value}"`;
      case 'boolean':
        return String(value);
      case 'bigint':
        return `"${value}"`;
      case 'object':
        return value === null ? 'null' : this.#object(value, depth);
      default:
        return `"[${typeof value}]"`;
    }
  }

  // Cut twice: what is changed first may end in the middle of what would have been changed.
  #text(text: string): string {
    return JSON.stringify(this.#change(text.slice(0, 4 * MAX_TEXT_LENGTH)).slice(0, MAX_TEXT_LENGTH));
  }

  #object(value: object, depth: number): string {
    if (depth >= MAX_DEPTH) return '"[too deep]"';
    if (this.#inside.has(value)) return '"[circular]"';
    this.#inside.add(value);
    try {
      if (value instanceof Date) return JSON.stringify(value);
      if (value instanceof Error) return this.#text(`${value.name}: ${value.message}`);
      return Array.isArray(value) ? this.#list(value, depth) : this.#record(value, depth);
    } catch {
      return '"[unreadable]"';
    } finally {
      this.#inside.delete(value);
    }
  }

  #list(list: readonly unknown[], depth: number): string {
    const parts: string[] = [];
    for (const one of list) {
      if (this.#left <= 0) return `[${[...parts, '"[cut]"'].join(',')}]`;
      parts.push(this.write(one, depth + 1));
    }
    return `[${parts.join(',')}]`;
  }

  // Not Object.keys(): of an object with a million keys it would make a list first.
  #record(value: object, depth: number): string {
    const parts: string[] = [];
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      if (this.#left <= 0) return `{${[...parts, '"[cut]":true'].join(',')}}`;
      let inner: string;
      try {
        inner = this.write((value as Record<string, unknown>)[key], depth + 1);
      } catch {
        inner = '"[unreadable]"';
      }
      this.#left -= key.length;
      parts.push(`${this.#text(key)}:${inner}`);
    }
    return `{${parts.join(',')}}`;
  }
}
