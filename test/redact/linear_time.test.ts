import { describe, expect, it } from 'vitest';
import { redactValue } from '../../src/redact/attributes/attributes.ts';
import { DETECTORS } from '../../src/redact/detectors/all.ts';
import { redactText } from '../../src/redact/text/text.ts';
import { redactUrl } from '../../src/redact/urls/url.ts';
import { cpuMs } from './cpu_time.ts';
import { HOSTILE, repeated } from './hostile_pieces.ts';
import { expressionOf, type HostileText, textOf, worstTexts } from './hostile_texts.ts';

const BASE = 4000;
const FLOOR_MS = 8;

// Four times the text takes four times the time; quadratic would be sixteen times.
function expectLinear(work: (text: string) => void, of: string | HostileText, base = BASE): void {
  const hostile = typeof of === 'string' ? { head: '', piece: of } : of;
  const small = textOf(hostile, base);
  const large = textOf(hostile, 4 * base);
  const largeMs = cpuMs(() => work(large));
  if (largeMs < FLOOR_MS) return;
  expect(largeMs, JSON.stringify(hostile)).toBeLessThan(12 * cpuMs(() => work(small)) + FLOOR_MS);
}

describe('time to redact', () => {
  it.each(HOSTILE.map((piece) => [piece]))('grows with the length of %j … and no faster', (piece) => {
    expectLinear((text) => redactText(text), piece);
    expectLinear((text) => redactText(`${text} https://x/ @ = \t :\\ bearer % & "\\u0041"`), piece);
  });

  it.each(HOSTILE.map((piece) => [piece]))('of a URL grows with its length: %j …', (piece) => {
    expectLinear((text) => redactUrl(`https://${text}`), piece, 10 * BASE);
  });

  it.each(HOSTILE.map((piece) => [piece]))('of a list grows with its length: %j, …', (piece) => {
    const list = (length: number) => Array.from({ length }, () => piece);
    const largeMs = cpuMs(() => redactValue(list(4000)));
    expect(largeMs).toBeLessThan(12 * cpuMs(() => redactValue(list(1000))) + FLOOR_MS);
  });

  it('of 1 MB is that of what is looked at of it', () => {
    for (const piece of HOSTILE) {
      const longMs = cpuMs(() => redactText(repeated(piece, 1_000_000)));
      if (longMs > FLOOR_MS)
        expect(longMs, piece).toBeLessThan(4 * cpuMs(() => redactText(repeated(piece, 20_000))) + FLOOR_MS);
    }
  });

  it.each(DETECTORS.map((detector) => [detector.name, detector] as const))(
    'by %s alone grows with the length',
    (_name, detector) => {
      const expression = expressionOf(detector);
      for (const text of worstTexts(detector, 10))
        expectLinear((whole) => whole.replace(expression, ''), text);
    },
  );
});
