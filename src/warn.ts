import { columnsOf, wrapText } from './wrap.ts';

/** Tells people, not programs: on stderr, one line, or where that is a terminal as many as it takes. */
export function warn(message: string): void {
  tell(`otel-media: ${message}`);
}

/** The same for a line that says itself where it is from. */
export function tell(line: string): void {
  process.stderr.write(`${wrapText(line, columnsOf(process.stderr))}\n`);
}
