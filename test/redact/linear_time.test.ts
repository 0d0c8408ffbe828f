import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/redact/detectors/all.ts';
import { redactText } from '../../src/redact/text.ts';
import { redactUrl } from '../../src/redact/url.ts';
import { cpuMs } from './cpu_time.ts';

const HOSTILE = [
  'a@',
  'a',
  'a.',
  'a-b.',
  'a@a.',
  '/',
  '/a',
  '//',
  ' /a/b',
  'x=',
  '&x=',
  '\t',
  'a\t',
  'a\tTRUE\t',
  '\\t',
  'TRUE\\t',
  'SID=',
  'sig/',
  'token=',
  'cookie:',
  'cookie: ',
  'authorization="',
  'bearer ',
  'eyJ',
  'eyJaaaaaaaaaaa.',
  'http://',
  'a://a:',
  'https://a@',
  '--cookies ',
  '--proxy=',
  'C:\\',
  'C:\\a\\',
  '\\',
  '[',
  '[a',
  '[a] a',
  '1.',
  '1.1.1.',
  '/home/',
  '?',
  '#',
  '(',
  '~/',
  '%',
];

const BASE = 4000;
const FLOOR_MS = 8;

// Four times the text takes four times the time; quadratic would be sixteen times.
function expectLinear(work: (text: string) => void, piece: string, base = BASE): void {
  const text = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const small = text(base);
  const large = text(4 * base);
  const smallMs = cpuMs(() => work(small));
  const largeMs = cpuMs(() => work(large));
  expect(largeMs).toBeLessThan(12 * smallMs + FLOOR_MS);
}

describe('time to redact', () => {
  it.each(HOSTILE.map((piece) => [piece]))('grows with the length of %j … and no faster', (piece) => {
    expectLinear((text) => redactText(text), piece);
    expectLinear((text) => redactText(`${text} https://x/ @ = \t :\\ bearer`), piece);
  });

  it.each(HOSTILE.map((piece) => [piece]))('of a URL grows with its length: %j …', (piece) => {
    expectLinear((text) => redactUrl(`https://${text}`), piece, 10 * BASE);
  });

  it.each(DETECTORS.map(({ name, source }) => [name, source]))(
    'by %s alone grows with the length',
    (_name, source) => {
      const expression = new RegExp(source, 'gi');
      for (const piece of HOSTILE) expectLinear((text) => text.replace(expression, ''), piece);
    },
  );
});
