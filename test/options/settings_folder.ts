import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder for settings files, there as long as the tests of a file run. */
export function settingsFolder() {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-options-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    /** Writes a settings file, and gives back its path. */
    file(content: string, name = 'settings.json'): string {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
