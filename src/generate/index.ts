import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from './generated_file.ts';
import { parts } from './parts.ts';

// `npm run generate` writes every generated file; with `--check` it writes nothing, and fails if something would change.

const root = join(import.meta.dirname, '..', '..');

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function changed(part: GeneratedFile): { path: string; content: string } | undefined {
  const path = join(root, part.path);
  const content = part.content();
  return current(path) === content ? undefined : { path, content };
}

const check = process.argv.includes('--check');
for (const part of parts) {
  const file = changed(part);
  if (file === undefined) continue;
  if (check) {
    console.error(`${part.path} is out of date: run npm run generate`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.content);
    console.log(`wrote ${part.path}`);
  }
}
