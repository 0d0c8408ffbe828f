import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LogLine, lokiLines, tempoTrace } from '../../../examples/demo/stores.ts';
import { allOfService, MASKED_LATE } from '../all_of_service.ts';
import { eventually, runFixture, stack, theStack } from '../live.ts';

const SERVICE = 'logs-test';

describe.skipIf(!stack)('the lines of an application', () => {
  const secret = `planted${randomBytes(12).toString('hex')}`;
  let folder: string;
  let said: Record<string, string>;
  let lines: readonly LogLine[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-logs-'));
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder };
    said = await runFixture('log_lines', theStack().otlpHttp, env, [secret]);
    lines = await eventually(
      'all lines are in Loki',
      () => lokiLines(theStack(), SERVICE, said.traceId ?? ''),
      (found) =>
        ['pino', 'winston', 'the console'].every((source) =>
          found.some(({ text }) => text.startsWith(`a line of ${source}`)),
        ) && found.some(({ labels }) => labels.event_name === 'media.error.resolved'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lineOf = (source: string): LogLine => {
    const found = lines.filter(({ text }) => text.startsWith(`a line of ${source}`));
    const [line] = found;
    if (line === undefined || found.length > 1) throw new Error(`${found.length} lines of ${source}`);
    return line;
  };

  it.each([
    ['pino', 'error'],
    ['winston', 'warn'],
    ['the console', 'error'],
  ])('with %s are in Loki once, at their level, with the ids of their trace', async (source, level) => {
    const { labels } = lineOf(source);
    const spans = await eventually(
      'the span is in Tempo',
      () => tempoTrace(theStack(), said.traceId ?? ''),
      (found) => found.length > 0,
    );
    expect(labels).toMatchObject({ level, session_id: 'session-of-the-lines', media_operation: 'session' });
    expect(labels.span_id).toBe(spans.find(({ name }) => name === 'media.session')?.id);
  });

  it('have what stood beside the message', () => {
    expect(lineOf('pino').labels).toMatchObject({ station: 'night', exception_type: 'RangeError' });
    expect(lineOf('winston').labels).toMatchObject({ tries: '3' });
  });

  it('have the ids of the trace in the application’s own output too, which is as it was', () => {
    expect(said).toMatchObject({ ownTraceId: said.traceId, ownSecret: 'kept' });
  });

  it('bring no secret and nobody’s address into the store', async () => {
    const found = await allOfService('loki', SERVICE);
    expect(found).toContain('a line of winston');
    expect(found).toContain('203.0.113.0');
    expect(found).not.toContain(secret);
    expect(found).not.toContain('203.0.113.77');
    expect(found).not.toMatch(MASKED_LATE);
  });

  it('tell an error and its end by one fingerprint', () => {
    const events = lines.filter(({ labels }) => labels.event_name?.startsWith('media.error'));
    expect(events.map(({ labels }) => labels.event_name)).toEqual(['media.error', 'media.error.resolved']);
    for (const { labels } of events) {
      expect(labels).toMatchObject({ media_error_fingerprint: said.fingerprint });
    }
    expect(events[0]?.labels).toMatchObject({ media_play_id: 'play-1', media_error_component: 'encoder' });
    expect(events[1]?.labels).toMatchObject({ media_error_resolution: 'restarted' });
  });
});
