/** Tells people, not programs: one line on stderr. */
export function warn(message: string): void {
  process.stderr.write(`otel-media: ${message}\n`);
}
