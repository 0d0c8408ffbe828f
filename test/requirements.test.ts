import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const rows = [
  ...readFileSync(join(import.meta.dirname, 'REQUIREMENTS.md'), 'utf8').matchAll(
    /^\| ([CRQVMX]\d+) \| .* \| (.*) \|$/gm,
  ),
].map(([, id = '', shown = '']) => ({ id, shown }));

/** `media/{a,b}.test.ts` → both. */
function expanded(name: string): string[] {
  const [, before = '', list, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(name) ?? [];
  return list === undefined ? [name] : list.split(',').map((one) => before + one + after);
}

it.each(rows)('requirement $id is shown by tests that there are', ({ shown }) => {
  const files = [...shown.matchAll(/`([^`]+\.ts)`/g)].flatMap(([, name = '']) => expanded(name));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    if (!file.includes('*')) expect(existsSync(join(import.meta.dirname, file)), file).toBe(true);
  }
});

it('no requirement has two rows', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});
