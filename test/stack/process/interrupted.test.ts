import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, tempoTrace } from '../../../examples/demo/stores.ts';
import { eventually, type FixtureEnd, stack, startFixture, theStack } from '../live.ts';

const SERVICE = 'interrupted-test';

describe.skipIf(!stack)('a process that gets SIGTERM in the middle of a download', () => {
  let folder: string;
  let traceId: string;
  let end: FixtureEnd;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-interrupted-'));
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder };
    const { child, said, ended } = startFixture('long_download', theStack().otlpHttp, env);
    traceId = (await said).traceId ?? '';
    child.kill('SIGTERM');
    end = await ended;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends by that signal', () => {
    expect(end).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
  });

  it('leaves a trace whose attempt and session were interrupted', async () => {
    const spans = await eventually(
      'both spans are in Tempo',
      () => tempoTrace(theStack(), traceId),
      (found) => found.length === 2,
    );
    const attributesOf = (name: string) => spans.find((span) => span.name === name)?.attributes;
    expect(attributesOf('media.download.attempt')).toMatchObject({
      'media.download.outcome': 'interrupted',
      'media.download.progress': 0.5,
    });
    expect(attributesOf('media.session')).toMatchObject({ 'media.session.outcome': 'interrupted' });
  });

  it('leaves the event of its end', async () => {
    const lines = await eventually(
      'it is in Loki',
      () => lokiLines(theStack(), SERVICE, traceId),
      (found) => found.some(({ labels }) => labels.event_name === 'media.download.attempt.ended'),
    );
    const ended = lines.find(({ labels }) => labels.event_name === 'media.download.attempt.ended');
    expect(ended?.labels).toMatchObject({ media_download_outcome: 'interrupted', level: 'warn' });
  });
});
