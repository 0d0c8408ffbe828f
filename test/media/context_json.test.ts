import { expect, it } from 'vitest';
import { contextJson } from '../../src/media/context_json.ts';

const cyclic: Record<string, unknown> = { name: 'x' };
cyclic.self = cyclic;
const shared = { a: 1 };
const deep: Record<string, unknown> = {};
let at = deep;
for (let level = 0; level < 1000; level += 1) at = at.in = {};
const throwing = {
  fine: 1,
  get bad(): never {
    throw new Error('no');
  },
};
const hostile = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error('no');
    },
  },
);

it.each<[string, unknown, string]>([
  ['plain', { a: 1, b: 'two', c: [true, null], d: 5n }, '{"a":1,"b":"two","c":[true,null],"d":"5"}'],
  ['cyclic', cyclic, '{"name":"x","self":"[circular]"}'],
  ['shared, which is no cycle', [shared, shared], '[{"a":1},{"a":1}]'],
  ['a getter that throws', throwing, '{"fine":1,"bad":"[unreadable]"}'],
  ['a proxy that throws', { hostile }, '{"hostile":"[unreadable]"}'],
  ['toJSON that throws', { toJSON: throwing }, '{"toJSON":{"fine":1,"bad":"[unreadable]"}}'],
  ['an error', new TypeError('no'), '"TypeError: no"'],
  ['bytes', { bytes: new Uint8Array(1e6) }, '{"bytes":"[1000000 bytes]"}'],
  ['nothing', undefined, 'null'],
  ['a function', () => {}, '"[function]"'],
  ['frozen', Object.freeze({ a: Object.freeze(['x']) }), '{"a":["x"]}'],
  ['secrets, by their look and by their name', { url: 'https://u:p@h/?sig=abc', password: 'planted' }, ''],
])('%s', (_name, value, expected) => {
  const json = contextJson(value);
  if (expected === '') expect(json).not.toMatch(/planted|u:p|abc/);
  else expect(json).toBe(expected);
});

it('reads a bounded part of what is huge', () => {
  expect(contextJson(deep).length).toBeLessThan(500);
  expect(contextJson(Array.from({ length: 1e5 }, () => 'x'.repeat(10_000))).length).toBeLessThan(30_000);
  const many = Object.fromEntries(Array.from({ length: 1e4 }, (_, key) => [`k${key}`, key]));
  expect(contextJson(many).length).toBeLessThan(2000);
});
