import { redactValue } from '../redact/attributes/attributes.ts';
import { plainValue, type ReadingBounds } from '../redact/attributes/plain_value.ts';
import { redactText } from '../redact/text/text.ts';
import { MAX_TEXT_LENGTH } from '../registry/define.ts';

// Nobody reads more, and an attribute holds no more.
const BOUNDS: ReadingBounds = { values: 100, text: MAX_TEXT_LENGTH, errors: 'line' };
const MAX_LENGTH = 4 * MAX_TEXT_LENGTH;

/**
 * Something the application said, as redacted JSON of bounded length. Takes any value, reads a bounded part of it, changes
 * nothing and never throws: what cannot be read is said to be so. What is too long is cut, and is no JSON then.
 */
export function contextJson(value: unknown): string {
  // Redacted before it is written as JSON: there a line break is a letter n, which hides where a word begins.
  const json = JSON.stringify(redactValue(plainValue(value, BOUNDS) ?? null));
  return redactText(json.slice(0, MAX_LENGTH));
}
