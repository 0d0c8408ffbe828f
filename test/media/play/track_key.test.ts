import { expect, it } from 'vitest';
import { trackKey } from '../../../src/media/play/track_key.ts';

it.each([
  ['Daft Punk', 'One More Time', 'daft punk - one more time'],
  ['  DAFT\u00a0 PUNK ', 'One\n More  Time ', 'daft punk - one more time'],
  // One sign, and the same sign of two parts.
  ['Bj\u00f6rk', 'J\u00f3ga', 'björk - jóga'],
  ['Bjo\u0308rk', 'Jo\u0301ga', 'björk - jóga'],
  // Full width, as Japanese stations write Latin letters.
  ['ＹＭＯ', 'Ｒｙｄｅｅｎ', 'ymo - rydeen'],
  ['A feat. B', 'C (D Remix)', 'a feat. b - c (d remix)'],
  [undefined, 'The News', 'the news'],
  ['  ', 'The News', 'the news'],
])('%j, %j is %j', (artist, title, key) => {
  expect(trackKey(artist, title)).toBe(key);
});

it('takes no more of a text than is sensible', () => {
  expect(trackKey('x'.repeat(1e6), 'y'.repeat(1e6)).length).toBe(1024 + 3 + 1024);
});
