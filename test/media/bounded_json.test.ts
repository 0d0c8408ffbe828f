import { expect, it } from 'vitest';
import { boundedJson } from '../../src/media/bounded_json.ts';

const same = (text: string): string => text;

it.each<[unknown]>([
  [{ a: 1, b: 'x', c: [true, null], d: { e: '"' } }],
  ['text'],
  [7],
  [null],
  [[]],
  [{}],
  [[new Date(0)]],
])('writes what JSON would: %j', (value) => {
  expect(JSON.parse(boundedJson(value, same))).toEqual(JSON.parse(JSON.stringify(value)));
});

it('is JSON whatever it is given', () => {
  const cyclic: Record<string, unknown> = { a: [] };
  (cyclic.a as unknown[]).push(cyclic);
  const thrower = {
    get no(): never {
      throw new Error('x');
    },
    yes: 1,
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const values = [
    cyclic,
    thrower,
    revoked.proxy,
    new Array(1e6).fill({ a: 'x'.repeat(100) }),
    Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => [`key${at}`, at])),
    'x'.repeat(1e7),
    { a: { b: { c: { d: { e: { f: 1 } } } } } },
    { u: undefined, s: Symbol('x'), f: () => {}, n: 1n, bad: new Date(Number.NaN), nan: Number.NaN },
    new Error('message'),
  ];
  for (const value of values) {
    const text = boundedJson(value, same);
    expect(() => JSON.parse(text), text.slice(0, 200)).not.toThrow();
    expect(text.length).toBeLessThan(10_000);
  }
  expect(boundedJson(cyclic, same)).toContain('[circular]');
  expect(JSON.parse(boundedJson(thrower, same))).toEqual({ no: '[unreadable]', yes: 1 });
});

it('passes every text and key through', () => {
  expect(boundedJson({ secret: ['secret'] }, (text) => text.replace('secret', '****'))).toBe(
    '{"****":["****"]}',
  );
});
