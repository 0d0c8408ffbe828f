import { describe, expect, it } from 'vitest';
import { ERROR_CATEGORIES, ERROR_TYPES } from '../../src/registry/error_types.ts';
import { confusionOf } from './corpus/confusion.ts';
import { gatheredLines } from './corpus/corpus.ts';

const all = gatheredLines();

describe('the corpus', () => {
  it('is large, of many programs, years and sites, and a fifth of it is ordinary', () => {
    const count = (key: 'tool' | 'site' | 'source' | 'year') => new Set(all.map((line) => line[key])).size;
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(all.filter(({ type }) => type === undefined).length / all.length).toBeGreaterThanOrEqual(0.2);
    expect(count('tool')).toBeGreaterThan(50);
    expect(count('site')).toBeGreaterThan(15);
    expect(count('source')).toBeGreaterThan(200);
    const years = all.map(({ year }) => year);
    for (const year of [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]) expect(years).toContain(year);
  });

  it('is well-formed: a known code, a thread, one line', () => {
    const wrong = all.filter(
      ({ type, source, line, tool, year }) =>
        (type !== undefined && !ERROR_TYPES.includes(type)) ||
        !/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/issues\/\d+$/.test(source) ||
        !/^\S/.test(tool) ||
        !(year >= 2010 && year <= 2026) ||
        line.trim() === '' ||
        /[\r\n]/.test(line),
    );
    expect(wrong).toEqual([]);
  });

  it('has lines of every category that messages can have', () => {
    const found = new Set(all.flatMap(({ type }) => type ?? []).map((type) => type));
    const categories = new Set(confusionOf('tuned').counts.keys());
    for (const part of ['aside', 'kept'] as const) {
      for (const category of confusionOf(part).counts.keys()) categories.add(category);
    }
    expect(found.size).toBeGreaterThan(35);
    expect([...ERROR_CATEGORIES].filter((category) => !categories.has(category))).toEqual([]);
  });

  it('keeps a part aside by a hash, about half', () => {
    const first = all.filter(({ part }) => part === 'aside').length;
    expect(first).toBeGreaterThan(150);
  });
});

describe('messages of the corpus', () => {
  // Of `kept` and `blind` no more is promised than was reached when they were new, which is short of the 95 % aimed at:
  // mending a rule by them would raise the numbers and make them worthless.
  it.each([
    ['tuned', 0.97],
    ['aside', 0.95],
    ['kept', 0.65],
  ] as const)('%s: so many have the right category', (part, share) => {
    const { rightCategory, failures } = confusionOf(part);
    expect(rightCategory / failures).toBeGreaterThanOrEqual(share);
  });

  it.each(['tuned', 'aside', 'kept'] as const)('%s: no ordinary line has a code', (part) => {
    expect(confusionOf(part).falseAlarms).toBe(0);
  });
});
