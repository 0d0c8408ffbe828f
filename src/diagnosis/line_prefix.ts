/**
 * What loggers, container engines and terminals put before a line. Each ends with the one blank that follows, so that
 * what was indented stays indented.
 */
const PREFIXES: readonly RegExp[] = [
  // docker compose: `metube-1  | `, and concurrently: `[0] `.
  /^[\w.-]{1,60} {0,12}\| ?/,
  /^\[\d{1,3}\] ?/,
  // ISO 8601 and its relatives, in brackets or bare, with or without a number of the line before it (grep -n).
  /^(?:\d{1,7}:)?\[?\d{4}[-/]\d\d[-/]\d\d[T ]{1,2}\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?\]?[:,]?(?: {2}(?=\[?\d\d)| ?)/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: [AP]M)?\]? ?/,
  // syslog: `Apr 10 19:10:19 host npx[1836]: `.
  /^(?:\d{1,7}:)?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d (?:[\w.-]{1,60} [\w./-]{1,60}(?:\[\w{1,20}\])?: ?)?/,
  /^[\w./-]{1,60}\[\d{1,9}\]: ?/,
  // What Docker's log driver and Liquidsoap wrap around a line of something else.
  /^\{"log":"/,
  /^\[stderr:\d\] ?/,
  // Frigate calls every line of ffmpeg an error; Redis has a mark for the level.
  /^ffmpeg\.[\w.-]{1,60} {1,20}ERROR {1,6}: ?/,
  /^(?:stdout |stderr )?\d{1,7}:[A-Z] \d\d \w{3} \d{4} \d\d:\d\d:\d\d\.\d{3} [#*.-] /,
  // What wrappers write before lines that they pass on.
  /^(?:stderr|stdout|STDERR|STDOUT): ?/,
  /^> (?!(?:GET|POST|HEAD|PUT) )/,
  // Marks of lists and of quotations.
  /^(?:[`*]{1,3}|[-*•~] |\d{1,2}\. )(?=[^\s*])/,
  // Restreamer's time.
  /^@\d{9,12} /,
  // The kernel's clock, and mpv's.
  /^\[ {0,10}\d{1,9}\.\d{1,9}\] ?/,
  // A line that stands in an array of JSON.
  /^\s{0,20}"(?=\[)/,
  // The label of a logger, known by the time that follows.
  /^\[[\w.:-]{1,60}\] (?=\d{4}-\d\d-\d\d[T ])/,
];
/** A line rarely went through more hands. */
const MAX_PREFIXES = 5;

/** A line without what wraps it; of a line that is nothing but a prefix nothing is left. */
export function withoutPrefix(line: string): string {
  let rest = line;
  for (let count = 0; count < MAX_PREFIXES; count += 1) {
    const prefix = longestPrefix(rest);
    if (prefix === 0) break;
    rest = rest.slice(prefix);
  }
  return rest;
}

function longestPrefix(line: string): number {
  return Math.max(...PREFIXES.map((pattern) => pattern.exec(line)?.[0].length ?? 0));
}
