import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  calendar,
  distinct,
  isIn,
  largest,
  midnightOf,
  quantile,
  secondsWithin,
  tally,
  total,
} from './answers.ts';

const fruits = [
  { kind: 'apple', from: 'here', weight: 2 },
  { kind: 'pear', from: 'here', weight: 3 },
  { kind: 'apple', from: 'there', weight: 5 },
  { kind: 'apple', from: 'here', weight: 7 },
];

describe('plain arithmetic', () => {
  it('leaves out the first instant of a window and takes in the last', () => {
    expect([10, 11, 20, 21].filter((at) => isIn(at, { from: 10, to: 20 }))).toEqual([11, 20]);
  });

  it('counts, adds and tells apart by key', () => {
    expect(tally(fruits, ({ kind }) => kind)).toEqual({ apple: 3, pear: 1 });
    expect(tally(fruits, ({ kind }) => (kind === 'pear' ? undefined : kind))).toEqual({ apple: 3 });
    expect(
      total(
        fruits,
        ({ kind }) => kind,
        ({ weight }) => weight,
      ),
    ).toEqual({ apple: 14, pear: 3 });
    expect(
      distinct(
        fruits,
        ({ kind }) => kind,
        ({ from }) => from,
      ),
    ).toEqual({ apple: 2, pear: 1 });
    expect(largest({ a: 1, b: 5, c: 3 }, 2)).toEqual([5, 3]);
  });

  it('adds up what of some spans lies within a window', () => {
    const spans = [
      { startedAt: 0, endedAt: 4000 },
      { startedAt: 5000, endedAt: 6000 },
      { startedAt: 9000, endedAt: 12_000 },
      { startedAt: 20_000, endedAt: 30_000 },
    ];
    expect(secondsWithin(spans, { from: 3000, to: 10_000 })).toBe(3);
    expect(secondsWithin(spans, { from: 22_000, to: 23_000 })).toBe(1);
    expect(secondsWithin(spans, { from: 13_000, to: 14_000 })).toBe(0);
  });

  it('finds quantiles and their buckets', () => {
    const hundred = Array.from({ length: 100 }, (_none, index) => 100 - index);
    expect(quantile(hundred, 0.95)).toBe(95);
    expect(quantile([7], 0.5)).toBe(7);
    expect(bucketOf(95, [10, 50, 100])).toEqual([50, 100]);
    expect(bucketOf(10, [10, 50, 100])).toEqual([0, 10]);
    expect(bucketOf(101, [10, 50, 100])).toEqual([100, 100]);
  });

  it.each([
    ['2026-03-01T23:59:59.999Z', 'utc', '23', '2026-03-01', '2026-02-23'],
    ['2026-03-02T00:00:00.000Z', 'utc', '00', '2026-03-02', '2026-03-02'],
    ['2026-03-01T18:14:59.999Z', 'Asia/Kathmandu', '23', '2026-03-01', '2026-02-23'],
    ['2026-03-01T18:15:00.000Z', 'Asia/Kathmandu', '00', '2026-03-02', '2026-03-02'],
    ['2026-03-02T03:29:59.999Z', 'America/St_Johns', '23', '2026-03-01', '2026-02-23'],
    ['2026-03-02T03:30:00.000Z', 'America/St_Johns', '00', '2026-03-02', '2026-03-02'],
    // Clocks are put on by an hour in the night of 8 March.
    ['2026-03-09T02:29:59.999Z', 'America/St_Johns', '23', '2026-03-08', '2026-03-02'],
    ['2026-03-09T02:30:00.000Z', 'America/St_Johns', '00', '2026-03-09', '2026-03-09'],
  ])('knows hour, day and week of %s in %s', (at, timeZone, hour, day, week) => {
    expect(calendar(Date.parse(at), timeZone)).toEqual({ hour, day, week });
  });

  it.each([
    ['2026-03-08T12:00:00.500Z', 'utc', '2026-03-08T00:00:00.000Z'],
    ['2026-03-08T12:00:00.000Z', 'America/St_Johns', '2026-03-08T03:30:00.000Z'],
    ['2026-03-09T12:00:00.000Z', 'America/St_Johns', '2026-03-09T02:30:00.000Z'],
    ['2026-11-01T12:00:00.000Z', 'America/St_Johns', '2026-11-01T02:30:00.000Z'],
    ['2026-11-02T12:00:00.000Z', 'America/St_Johns', '2026-11-02T03:30:00.000Z'],
  ])('finds the midnight before %s in %s', (at, timeZone, midnight) => {
    expect(new Date(midnightOf(Date.parse(at), timeZone)).toISOString()).toBe(midnight);
  });
});
