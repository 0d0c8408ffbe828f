/** An operation that has begun and not ended. */
export interface OpenOperation {
  /** Ends it as `interrupted`. Must do nothing the second time, and nothing once it has ended. */
  interrupt(): void;
}

// Bounded by what the application itself has under way.
const open = new Set<OpenOperation>();

/** Remembers an operation until {@link closed} is called. */
export function opened(operation: OpenOperation): void {
  open.add(operation);
}

/** Forgets an operation that has ended. */
export function closed(operation: OpenOperation): void {
  open.delete(operation);
}

/**
 * Ends whatever is open as `interrupted`, innermost first, so that a child ends before its parent.
 *
 * @returns how many there were
 */
export function interruptAll(): number {
  const all = [...open].reverse();
  open.clear();
  for (const operation of all) operation.interrupt();
  return all.length;
}
