import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempoTrace } from '../../../examples/demo/stores.ts';
import { allOfService, MASKED_LATE } from '../all_of_service.ts';
import { eventually, runFixture, stack, theStack } from '../live.ts';

const SERVICE = 'settings-test';

describe.skipIf(!stack)('an application with settings of its own', () => {
  let folder: string;
  let traceId: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-settings-'));
    const settings = join(folder, 'settings.yaml');
    writeFileSync(settings, 'trackers:\n  exec: false\nlinks: keep\ninstrumentUndici: false\n');
    const env = {
      OTEL_SERVICE_NAME: SERVICE,
      OTEL_MEDIA_STATE: folder,
      OTEL_MEDIA_CONFIG: settings,
      OTEL_MEDIA_TRACKERS: '-cookies',
    };
    const said = await runFixture('failed_download', theStack().otlpHttp, env, [folder]);
    traceId = said.traceId ?? '';
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has in Tempo what is switched on, and nothing else', async () => {
    const spans = await eventually(
      'the session is in Tempo',
      () => tempoTrace(theStack(), traceId),
      (found) => found.some(({ name }) => name === 'media.session'),
    );
    expect(spans.map(({ name }) => name).sort()).toEqual([
      'media.download.attempt',
      'media.download.step fallback',
      'media.download.step primary',
      'media.session',
    ]);
  });

  it('has in Loki and Prometheus nothing of what is switched off', async () => {
    const lines = await eventually(
      'the session is in Loki',
      () => allOfService('loki', SERVICE),
      (text) => text.includes('media.session.ended'),
    );
    expect(lines).not.toMatch(/media\.(?:exec\.ended|cookies\.checked)/);
    const series = await eventually(
      'the download is counted',
      () => allOfService('prometheus', SERVICE),
      (text) => text.includes('media_download_attempts_total'),
    );
    expect(series).not.toMatch(/media_(?:exec_duration|cookies_checks)/);
    expect(lines + series).not.toMatch(MASKED_LATE);
  });

  it('has its links as it wants them, but for what is secret in them', async () => {
    const lines = await allOfService('loki', SERVICE);
    expect(lines).toContain('https://www.youtube.com/watch?v=dQw4w9Wg...');
    expect(lines).not.toContain('dQw4w9WgXcQ');
  });
});
