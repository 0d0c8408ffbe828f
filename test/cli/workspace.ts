import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a shell script, e.g. one that plays another program. */
export function script(folder: string, name: string, body: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** `picky`: finds its settings wrong when it reads them again. */
export type FakeMode = 'ready' | 'ends' | 'never ready' | 'stubborn' | 'picky';

/** A folder for OTEL_MEDIA_BIN_DIR with programs that only answer that they are ready, or do not. */
export function fakePrograms(modes: Readonly<Record<string, FakeMode>> = {}): string {
  const folder = temporaryFolder();
  const service = fileURLToPath(new URL('./fake_service.ts', import.meta.url));
  for (const name of ['collector', 'prometheus', 'loki', 'tempo']) {
    writeFileSync(join(folder, `${name}.mode`), modes[name] ?? 'ready');
    script(folder, name, `exec "${process.execPath}" "${service}" ${name} "${join(folder, name)}.mode" "$@"`);
  }
  return folder;
}
