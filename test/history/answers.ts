// What was, by plain arithmetic over the lists: none of it knows of PromQL, LogQL or samples.

import { HOUR, SECOND } from './lives.ts';

/** A time, its first instant left out and its last one in it, as the stores see it. In milliseconds since 1970. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** So much of something, at a time. */
export interface Amount {
  readonly at: number;
  readonly amount: number;
}

/** Whether a time lies in a window. */
export function isIn(at: number, { from, to }: Window): boolean {
  return at > from && at <= to;
}

/** The members of a list by key, in the order of the list. */
export function grouped<T, K>(list: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** How many there are of each key; what has none is left out. */
export function tally<T>(list: readonly T[], key: (one: T) => string | undefined): Record<string, number> {
  return total(list, key, () => 1);
}

/** The sum of a number by key; what has no key is left out. */
export function total<T>(
  list: readonly T[],
  key: (one: T) => string | undefined,
  amount: (one: T) => number,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const one of list) {
    const name = key(one);
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + amount(one));
  }
  return Object.fromEntries(sums);
}

/** How many different values there are, by key. */
export function distinct<T>(
  list: readonly T[],
  key: (one: T) => string,
  value: (one: T) => string,
): Record<string, number> {
  const seen = new Map<string, Set<string>>();
  for (const one of list) {
    const values = seen.get(key(one));
    if (values === undefined) seen.set(key(one), new Set([value(one)]));
    else values.add(value(one));
  }
  return Object.fromEntries([...seen].map(([name, values]) => [name, values.size]));
}

/** The largest so many, by key. Of equal ones any may be among them. */
export function largest(counts: Readonly<Record<string, number>>, howMany: number): number[] {
  return Object.values(counts)
    .sort((one, other) => other - one)
    .slice(0, howMany);
}

/** How many seconds of a window were within any of some spans, which do not overlap. */
export function secondsWithin(
  spans: readonly { readonly startedAt: number; readonly endedAt: number }[],
  { from, to }: Window,
): number {
  const within = spans.map(({ startedAt, endedAt }) => Math.min(endedAt, to) - Math.max(startedAt, from));
  return within.reduce((sum, one) => sum + Math.max(0, one), 0) / SECOND;
}

/** The value below which a share of a list lies. */
export function quantile(list: readonly number[], ratio: number): number {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * ratio) - 1)] ?? Number.NaN;
}

/** Lower and upper bound of the bucket that a value falls into. */
export function bucketOf(value: number, buckets: readonly number[]): [number, number] {
  const upper = buckets.findIndex((bound) => value <= bound);
  if (upper < 0) return [buckets.at(-1) ?? 0, buckets.at(-1) ?? 0];
  return [buckets[upper - 1] ?? 0, buckets[upper] ?? 0];
}

/** Hour of day, day, and Monday of the week that a time is in, in a time zone. */
export function calendar(at: number, timeZone: string): { hour: string; day: string; week: string } {
  const { year, month, day, hour } = localParts(at, timeZone);
  const monday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return { hour, day: `${year}-${month}-${day}`, week: monday.toISOString().slice(0, 10) };
}

/** The midnight that a time zone's day began with, some time of which is given. */
export function midnightOf(at: number, timeZone: string): number {
  const { hour, minute, second } = localParts(at, timeZone);
  const guess = at - ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * SECOND - (at % SECOND);
  // Where clocks were changed since midnight, that is off by an hour: on the day, or the last one of the day before.
  const off = Number(localParts(guess, timeZone).hour);
  return off === 0 ? guess : off < 12 ? guess - off * HOUR : guess + (24 - off) * HOUR;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(at: number, timeZone: string) {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const digits = '2-digit';
    format = new Intl.DateTimeFormat('en', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: digits, day: digits },
      ...{ hour: digits, minute: digits, second: digits },
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return { year, month, day, hour, minute, second };
}
