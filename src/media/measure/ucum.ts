// What people write for units, in the codes of UCUM, which OpenTelemetry asks for.
const CODES: Readonly<Record<string, string>> = {
  '': '1',
  ratio: '1',
  percent: '%',
  second: 's',
  seconds: 's',
  sec: 's',
  millisecond: 'ms',
  milliseconds: 'ms',
  microseconds: 'us',
  minute: 'min',
  minutes: 'min',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
  byte: 'By',
  bytes: 'By',
  bits: 'bit',
  hertz: 'Hz',
};

const MAX_LENGTH = 63;

/**
 * A unit as OpenTelemetry takes it: UCUM's code for words that are commonly used instead, other words as annotations
 * (`tracks` is `{tracks}`), and codes as they are.
 *
 * @returns `undefined` where it can be no unit: not printable ASCII, or longer than 63 characters
 */
export function ucumUnit(given: string): string | undefined {
  const unit = given.trim();
  const code = CODES[unit.toLowerCase()];
  if (code !== undefined) return code;
  const written = /^[a-z_]{4,}$/i.test(unit) ? `{${unit}}` : unit;
  return written.length <= MAX_LENGTH && /^[\x21-\x7e]+$/.test(written) ? written : undefined;
}
