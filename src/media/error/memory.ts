// Errors that were reported and not resolved, as far as this process knows; the oldest are forgotten.
const MAX_OPEN = 1000;
const openSinceMs = new Map<string, number>();
const fingerprints = new WeakMap<object, string>();

/** Notes that an error was reported. */
export function noteReported(error: unknown, fingerprint: string, nowMs: number): void {
  if (typeof error === 'object' && error !== null) fingerprints.set(error, fingerprint);
  if (openSinceMs.has(fingerprint)) return;
  if (openSinceMs.size >= MAX_OPEN) {
    const oldest = openSinceMs.keys().next();
    if (!oldest.done) openSinceMs.delete(oldest.value);
  }
  openSinceMs.set(fingerprint, nowMs);
}

/** The fingerprint that an error was reported with; `undefined` if it was not. */
export function reportedAs(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? fingerprints.get(error) : undefined;
}

/** Notes that an error is resolved, and tells since when it was open, in milliseconds since 1970, where that is known. */
export function noteResolved(fingerprint: string): number | undefined {
  const since = openSinceMs.get(fingerprint);
  openSinceMs.delete(fingerprint);
  return since;
}
