import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parts } from '../../src/generate/parts.ts';

const root = join(import.meta.dirname, '..', '..');

describe('generated files', () => {
  it.each(parts.map((part) => [part.path, part] as const))('%s is up to date', (path, part) => {
    // Else: npm run generate.
    expect(readFileSync(join(root, path), 'utf8')).toBe(part.content());
  });

  it.each(parts.map((part) => [part.path, part] as const))('%s says that it is generated', (_path, part) => {
    expect(part.content().slice(0, 10_000)).toMatch(/Generated from \S+ by npm run generate; do not edit\./);
  });

  it.each(parts.map((part) => [part.path, part] as const))('%s comes out the same twice', (_path, part) => {
    expect(part.content()).toBe(part.content());
  });

  it('writes no file twice', () => {
    expect(new Set(parts.map((part) => part.path)).size).toBe(parts.length);
  });
});
