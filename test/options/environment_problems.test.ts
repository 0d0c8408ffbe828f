import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentProblems, knownVariables } from '../../src/options/environment_problems.ts';

const root = join(import.meta.dirname, '..', '..');

describe('a variable of ours that is not known', () => {
  it.each([
    ['OTEL_MEDIA_CONTNET', 'OTEL_MEDIA_CONTENT'],
    ['OTEL_MEDIA_HASHKEY', 'OTEL_MEDIA_HASH_KEY'],
    ['OTEL_MEDIA_ENVIROMENT', 'OTEL_MEDIA_ENVIRONMENT'],
    ['OTEL_MEDIA_CONFG', 'OTEL_MEDIA_CONFIG'],
    ['OTEL_MEDIA_LOKI_PROT', 'OTEL_MEDIA_LOKI_PORT'],
  ])('%s is named, with %s, and without its value', (given, meant) => {
    expect(environmentProblems({ [given]: 'hunter2' })).toEqual([
      `unknown variable ${given}; did you mean ${meant}?`,
    ]);
  });

  it('is named where it is like no other', () => {
    expect(environmentProblems({ OTEL_MEDIA_ZZZZZZ: '1' })).toEqual([
      'unknown variable OTEL_MEDIA_ZZZZZZ; it has no effect',
    ]);
  });

  it('counts as not set where it is empty, and is nobody of ours with another beginning', () => {
    expect(environmentProblems({ OTEL_MEDIA_CONTNET: ' ', OTEL_MEDIUM: '1', OTEL_MEDIA: '1' })).toEqual([]);
  });

  it('is one of a few that are told, however many there are', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`OTEL_MEDIA_${'Z'.repeat(1000 + at)}`, '1']),
    );
    const problems = environmentProblems(many);
    expect(problems).toHaveLength(6);
    expect(problems.at(-1)).toBe('and 35 more unknown variables that begin with OTEL_MEDIA_');
    expect(Math.max(...problems.map(({ length }) => length))).toBeLessThan(200);
  });
});

describe('the known variables', () => {
  it('are all that the code, the Collector and the containers read', () => {
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    const codes = new Set(read('src/errors.ts').match(/OTEL_MEDIA_\w+/g));
    const files = globSync(
      ['src/**/*.ts', 'examples/**/*.ts', 'test/stack/**/*.ts', 'collector/*.yaml', 'docker-compose.yml'],
      { cwd: root },
    );
    const used = files.flatMap((path) => read(path).match(/\bOTEL_MEDIA_[A-Z_]*[A-Z]\b/g) ?? []);
    expect(used.length).toBeGreaterThan(50);
    const known = new Set(knownVariables().map((name) => `OTEL_MEDIA_${name}`));
    expect([...new Set(used)].filter((name) => !known.has(name) && !codes.has(name))).toEqual([]);
  });

  it('raise no problem', () => {
    for (const name of knownVariables())
      expect(environmentProblems({ [`OTEL_MEDIA_${name}`]: 'x' })).toEqual([]);
  });
});
