import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainText } from '../../../src/redact/text/plain_text.ts';
import { SEED } from '../../seeds.ts';

// The same as an expression.
const PLAIN =
  /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{32}|\d{4}-\d\d-\d\d(?:T[\d:.]{8,16}Z?)?|(?:[a-z][a-z0-9]{0,20}\.){1,4}[a-z]{2,10})$/;

const nearlyPlain = fc.stringMatching(
  /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{15,33}|\d{4}-\d\d-\d\d(?:T[\d:.]{6,18}Z?)?|(?:[a-z0-9]{0,23}\.){0,6}[a-z0-9]{1,12})$/,
);
const letters = fc.constantFrom('', 'a', 'g', '-', '.', 'A', '0', '\n', 'é', 'а');

describe('a plain text', () => {
  it.each([
    '0199c8f2-6f0e-7b1c-8b0a-0000000000ff',
    '00f067aa0ba902b7',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '2026-11-21T13:59:00.000Z',
    'rr4.googlevideo.com',
    'media.download.started',
  ])('is %s', (text) => {
    expect(isPlainText(text)).toBe(true);
  });

  it('is what the expression says, one letter more, less or other included', () => {
    fc.assert(
      fc.property(nearlyPlain, fc.nat(40), letters, fc.nat(1), (text, at, letter, replaced) => {
        const other = text.slice(0, at) + letter + text.slice(at + replaced);
        expect(isPlainText(text)).toBe(PLAIN.test(text));
        expect(isPlainText(other), other).toBe(PLAIN.test(other));
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });
});
