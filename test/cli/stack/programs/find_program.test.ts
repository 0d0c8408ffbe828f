import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../../../src/cli/stack/programs/find_program.ts';
import { script, temporaryFolder } from '../../workspace.ts';

describe('findProgram', () => {
  it.each([
    ['prometheus', 'prometheus, version 3.15.0 (branch: HEAD)', true, ''],
    [
      'prometheus',
      'prometheus, version 2.42.0+ds (branch: debian/sid)',
      false,
      'it is version 2.42.0; 3.5.0 or newer is needed',
    ],
    ['prometheus', 'prometheus, version 4.0.0', false, 'it is version 4.0.0; the settings are for 3.x'],
    ['loki', 'loki, version 3.7.8', true, ''],
    ['tempo', 'tempo, version v2.8.2', true, ''],
    ['tempo', 'tempo: a metronome', false, 'it does not tell its version; 2.8.0 or newer is needed'],
  ] as const)('judges a %s on PATH by "%s": %s', async (name, version, usable, objection) => {
    const folder = temporaryFolder();
    const path = script(folder, name, `echo '${version}'`);
    const lines: string[] = [];
    const env = { PATH: folder, OTEL_MEDIA_CACHE: temporaryFolder() };
    expect(await findProgram(name, env, (line) => lines.push(line))).toBe(usable ? path : undefined);
    expect(lines).toEqual(usable ? [] : [`${path} is not used: ${objection}`]);
  });

  it('takes a Collector from PATH only if it accepts the settings', async () => {
    const folder = temporaryFolder();
    const env = { PATH: folder, OTEL_MEDIA_CACHE: temporaryFolder() };
    script(folder, 'otelcol', 'if [ "$1" = validate ]; then exit 1; fi; echo "otelcol version 0.160.0"');
    expect(await findProgram('collector', env)).toBeUndefined();
    const contrib = script(
      folder,
      'otelcol-contrib',
      'if [ "$1" != validate ]; then echo "otelcol-contrib version 0.155.0"; fi',
    );
    expect(await findProgram('collector', env)).toBe(contrib);
  });

  it('prefers the folder of OTEL_MEDIA_BIN_DIR, whatever the version', async () => {
    const folder = temporaryFolder();
    const ready = script(folder, 'loki', 'exit 1');
    script(join(folder, 'path'), 'loki', 'echo "loki, version 3.7.8"');
    expect(await findProgram('loki', { PATH: join(folder, 'path'), OTEL_MEDIA_BIN_DIR: folder })).toBe(ready);
  });

  it('does not look in relative folders of PATH', async () => {
    const env = { PATH: '.:bin', OTEL_MEDIA_CACHE: temporaryFolder() };
    expect(await findProgram('promtool', env)).toBeUndefined();
  });
});
