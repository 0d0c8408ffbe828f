import { redactText } from '../redact/text.ts';

/** Most values of a context that are written, and how deep it is looked into: nobody reads more. */
const MAX_VALUES = 60;
const MAX_DEPTH = 6;
const MAX_TEXT = 300;

/**
 * Something the application said about an operation, as JSON with every string redacted. Takes any value, reads a bounded
 * part of it, changes nothing and never throws: what cannot be read is said to be so.
 */
export function contextJson(value: unknown): string {
  const budget = { left: MAX_VALUES };
  try {
    return JSON.stringify(readable(value, 0, [], budget)) ?? 'undefined';
  } catch {
    return '"[unreadable]"';
  }
}

function readable(
  value: unknown,
  depth: number,
  above: readonly object[],
  budget: { left: number },
): unknown {
  budget.left -= 1;
  // Before it is written as JSON: there a line break is a letter n, which hides where a word begins.
  if (typeof value === 'string') return redactText(value.slice(0, MAX_TEXT));
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[circular]';
  if (depth >= MAX_DEPTH || budget.left <= 0) return '[cut]';
  try {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (value instanceof Error) return `${value.name}: ${redactText(value.message.slice(0, MAX_TEXT))}`;
    if (ArrayBuffer.isView(value)) return '[bytes]';
    if (value instanceof URL) return redactText(value.href.slice(0, MAX_TEXT));
    return membersOf(value, depth, [...above, value], budget);
  } catch {
    return '[unreadable]';
  }
}

function membersOf(
  value: object,
  depth: number,
  above: readonly object[],
  budget: { left: number },
): unknown {
  if (Array.isArray(value)) {
    const members: unknown[] = [];
    for (let at = 0; at < value.length && budget.left > 0; at += 1)
      members.push(member(value, String(at), depth, above, budget));
    return members;
  }
  const members: Record<string, unknown> = Object.create(null);
  for (const key in value) {
    if (budget.left <= 0) break;
    if (Object.hasOwn(value, key)) members[redactText(key)] = member(value, key, depth, above, budget);
  }
  return members;
}

function member(
  owner: object,
  key: string,
  depth: number,
  above: readonly object[],
  budget: { left: number },
): unknown {
  try {
    const value: unknown = Reflect.get(owner, key);
    // `{ token: '…' }`: a name says that the value is a secret, where the value alone does not.
    if (typeof value === 'string') {
      budget.left -= 1;
      return secretByName(key, value);
    }
    return readable(value, depth + 1, above, budget);
  } catch {
    return '[unreadable]';
  }
}

function secretByName(key: string, value: string): string {
  const text = `${key}=${value.slice(0, MAX_TEXT)}`;
  const redacted = redactText(text);
  return redacted.startsWith(`${key}=`) ? redacted.slice(key.length + 1) : redacted;
}
