import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import { allOfService, MASKED_LATE, STORES } from '../all_of_service.ts';
import { eventually, stack, theStack } from '../live.ts';

const SERVICE = 'zero-code-test';
const REGISTER = new URL('../../../src/register.ts', import.meta.url).href;
const APPLICATION = join(import.meta.dirname, '..', '..', 'fixtures', 'stack', 'zero_code.mjs');
const COMPLAINT = 'ERROR: [youtube] dQw4w9WgXcQ: Sign in to confirm you’re not a bot';

describe.skipIf(!stack)('an application that starts yt-dlp, run with --import otel-media/register', () => {
  const secret = `planted${randomBytes(12).toString('hex')}`;
  let folder: string;
  let said: { code: string; stdout: string; stderr: string };
  let traceId: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-zero-'));
    const tool = join(folder, 'yt-dlp');
    writeFileSync(tool, `#!/bin/sh\nprintf '%s' "$TRACEPARENT"\nprintf '%s\\n' '${COMPLAINT}' >&2\nexit 1\n`);
    chmodSync(tool, 0o755);
    said = await run(['--cookies', secret]);
    traceId = said.stdout.split('-')[1] ?? '';
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(args: readonly string[]): Promise<typeof said> {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, ['--import', REGISTER, APPLICATION, ...args], {
      env: {
        PATH: `${folder}:${PATH}`,
        HOME,
        OTEL_SERVICE_NAME: SERVICE,
        OTEL_EXPORTER_OTLP_ENDPOINT: theStack().otlpHttp,
        OTEL_MEDIA_STATE: folder,
        OTEL_MEDIA_INSTRUMENT_CHILD_PROCESS: 'true',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    await new Promise((resolve) => child.once('close', resolve));
    return JSON.parse(stdout) as typeof said;
  }

  it('reads what it has always read', () => {
    expect(said).toMatchObject({ code: '1', stderr: `${COMPLAINT}\n` });
    expect(said.stdout).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('has a span of it in Tempo that says why it failed', async () => {
    const [span, ...more] = await eventually(
      'the span is in Tempo',
      () => tempoTrace(theStack(), traceId),
      (found) => found.length > 0,
    );
    expect(more).toEqual([]);
    expect(span).toMatchObject({ name: 'media.exec yt-dlp', failed: true, id: said.stdout.split('-')[2] });
    expect(span?.attributes).toMatchObject({
      'error.type': 'bot_check',
      'media.error.category': 'blocked',
      'process.exit.code': 1,
      'media.exec.argument_count': 2,
    });
  });

  it('has its line in Loki and its number in Prometheus', async () => {
    const [line] = await eventually(
      'the event is in Loki',
      () => lokiLines(theStack(), SERVICE, traceId),
      (found) => found.length > 0,
    );
    expect(line?.labels).toMatchObject({ event_name: 'media.exec.ended', error_type: 'bot_check' });
    const [sample] = await eventually(
      'the number is in Prometheus',
      () => prometheusSamples(theStack(), `media_exec_duration_seconds_count{service_name="${SERVICE}"}`),
      (found) => found.length > 0,
    );
    expect(sample).toMatchObject({
      value: 1,
      labels: { process_executable_name: 'yt-dlp', error_type: 'bot_check' },
    });
  });

  it.each(STORES)('brings none of its arguments into %s', async (store) => {
    const found = await eventually(
      'the program is known',
      () => allOfService(store, SERVICE),
      (text) => text.includes('yt-dlp'),
    );
    expect(found).not.toContain(secret);
    expect(found).not.toContain('dQw4w9WgXcQ');
    expect(found).not.toMatch(MASKED_LATE);
  });
});
