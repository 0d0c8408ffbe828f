/** Most values of a chain of causes that are looked at. */
const MAX_NODES = 20;
/** Most members of an AggregateError that are looked at. */
const MAX_MEMBERS = 8;
const MAX_TEXT = 32_768;

/** Reads a property of anything, getters and proxies that throw included. */
export function read(value: unknown, key: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

/** Reads a property that should be text. The end of a long one is kept: of output in a message, the end tells. */
export function readText(value: unknown, key: string): string | undefined {
  const text = read(value, key);
  return typeof text === 'string' ? text.slice(-MAX_TEXT) : undefined;
}

/** A value and all that it says caused it, outermost first; each once, and not more than 20. */
export function causesOf(thrown: unknown): unknown[] {
  const nodes: unknown[] = [];
  const queue: unknown[] = [thrown];
  for (let next = 0; next < queue.length && nodes.length < MAX_NODES; next += 1) {
    const node = queue[next];
    if (nodes.includes(node)) continue;
    nodes.push(node);
    const cause = read(node, 'cause');
    if (cause !== undefined && cause !== null) queue.push(cause);
    // The first member last: of several that tell equally much the last of the chain counts.
    queue.push(...membersOf(node).reverse());
  }
  return nodes;
}

function membersOf(node: unknown): unknown[] {
  const errors = read(node, 'errors');
  try {
    return Array.isArray(errors) ? errors.slice(0, MAX_MEMBERS) : [];
  } catch {
    return [];
  }
}

/** The message of anything that was thrown, never empty. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown === 'string' && thrown !== '') return thrown.slice(-MAX_TEXT);
  const message = readText(thrown, 'message') || readText(thrown, 'code') || readText(thrown, 'name');
  if (message) return message;
  if (typeof thrown === 'object' || typeof thrown === 'function') return `a value of type ${typeof thrown}`;
  return String(thrown) || 'an empty string';
}
