import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from '../src/make_folder.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-folder-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes a folder and those above it, for its owner only', () => {
  const path = join(folder, 'a', 'b', 'c');
  expect(makeFolder(path, 0o700)).toBe(true);
  for (const made of [path, join(folder, 'a')]) expect(statSync(made).mode & 0o777).toBe(0o700);
  expect(makeFolder(path, 0o700)).toBe(false);
});

it('says what the system says, where there can be none', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(join(file, 'below'))).toThrow(/ENOTDIR/);
  expect(() => makeFolder(file)).toThrow(/ENOTDIR/);
});

it.skipIf(process.platform !== 'linux')('comes back where nothing can be made at all', () => {
  expect(() => makeFolder('/proc/otel-media/a/b')).toThrow(/ENOENT/);
});

it('is how folders are made everywhere: Node’s own way hangs there', () => {
  const src = join(import.meta.dirname, '..', 'src');
  const own = globSync('**/*.ts', { cwd: src }).filter((file) => !/^(?:generate\/|make_folder)/.test(file));
  const others = own.filter((file) => /\bmkdir(?:Sync)?\(/.test(readFileSync(join(src, file), 'utf8')));
  expect(others).toEqual([]);
});
