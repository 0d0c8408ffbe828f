let failures = 0;

/** How often something could not be redacted, and was replaced. */
export function redactionFailures(): number {
  return failures;
}

/** Notes that something could not be redacted, and was replaced. */
export function noteRedactionFailure(): void {
  failures += 1;
}

/**
 * Runs a piece of redaction. If it throws, what it was to redact is replaced, since nothing may leave unread; and it
 * is counted.
 */
export function failedClosed<T>(redact: () => T, replacement: T): T {
  try {
    return redact();
  } catch {
    noteRedactionFailure();
    return replacement;
  }
}
