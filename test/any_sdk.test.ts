import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import winston from 'winston';
import { pinoOptions } from '../src/adapters/pino.ts';
import { observeWinston } from '../src/adapters/winston.ts';
import { interruptAll } from '../src/emit/open_operations.ts';
import { isTelemetryActive } from '../src/emit/provider.ts';
import {
  cookies,
  download,
  exec,
  reportError,
  resolveError,
  session,
  withoutTelemetry,
} from '../src/index.ts';
import { attemptTotals } from '../src/media/download/attempt_totals.ts';
import { instrumentChildProcess } from '../src/media/exec/child_process.ts';
import { BROKEN_TELEMETRY, mended } from './broken_telemetry.ts';
import { startOtherSdk } from './other_sdk.ts';

afterEach(mended);

let folder: string;
let undo: () => void;
let lines: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-any-sdk-'));
  writeFileSync(join(folder, 'ffmpeg'), '#!/bin/sh\nprintf "of ffmpeg"\n');
  chmodSync(join(folder, 'ffmpeg'), 0o755);
  undo = instrumentChildProcess();
});
beforeEach(() => {
  lines = [];
});
afterAll(() => {
  undo();
  rmSync(folder, { recursive: true, force: true });
});

const written = { write: (line: string) => void lines.push(line) };
const log = pino(pinoOptions(), written);
const own = observeWinston(
  winston.createLogger({
    transports: [
      new winston.transports.Stream({
        stream: new Writable({
          write: (chunk, _encoding, done) => done(written.write(String(chunk)) as undefined),
        }),
      }),
    ],
  }),
);

/** What a program writes that the application starts by itself. */
async function spawnedOutput(): Promise<string> {
  const child = spawn(join(folder, 'ffmpeg'), ['-i', 'x']);
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return text;
}

const thrown = Object.freeze(new Error('HTTP Error 403: Forbidden'));

/** What an application does with the helpers, and what it gets of them. */
async function application(): Promise<unknown> {
  const value = {};
  const got = await session({ id: 's', links: 2 }, async (running) => {
    running.downloaded({ title: 't' });
    running.failed('x');
    const first = await download({ id: 'dQw4w9WgXcQ', cookies: '/tmp/none.txt' }, async (attempt) => {
      attempt.progress(0.5);
      attempt.downloaded({ bytes: 1 });
      const failed = await attempt
        .step('primary', () => Promise.reject(thrown))
        .catch((error) => error === thrown);
      const done = await attempt.step('fallback', { client: 'tv' }, () => value);
      return [failed, done === value];
    });
    const second = await download({}, () => Promise.reject(thrown)).catch((error) => error === thrown);
    reportError(thrown);
    resolveError(
      reportError(thrown, {
        context: {
          get bad(): string {
            throw thrown;
          },
        },
      }),
    );
    log.warn({ station: 'night' }, 'a line');
    own.warn('a line', { station: 'night' });
    const left = withoutTelemetry(() => value) === value;
    const optedOut = (await session({ optOut: true, clientAddress: 'nobody' }, () => value)) === value;
    const spawned = await spawnedOutput();
    const { state } = await cookies.check('/nowhere/cookies.txt');
    const { stdout, exitCode } = await exec('/bin/sh', ['-c', 'printf hello']);
    const failed = await exec('/bin/sh', ['-c', 'exit 3']).catch((error) => error.exitCode);
    return { first, second, left, optedOut, spawned, state, stdout, exitCode, failed, id: running.id };
  });
  const same = await session({}, () => Promise.reject(thrown)).catch((error) => error === thrown);
  return { got, same };
}

const EXPECTED = {
  got: {
    first: [true, true],
    second: true,
    left: true,
    optedOut: true,
    spawned: 'of ffmpeg',
    state: 'missing',
    stdout: 'hello',
    exitCode: 0,
    failed: 3,
    id: 's',
  },
  same: true,
};

describe('with no SDK', () => {
  it('the helpers do the application’s own work, and nothing else', async () => {
    expect(isTelemetryActive()).toBe(false);
    const before = attemptTotals().total;
    expect(await application()).toEqual(EXPECTED);
    expect(attemptTotals().total).toBe(before + 2);
    expect(interruptAll()).toBe(0);
  });

  it('a program gets no trace context', async () => {
    const { stdout } = await exec('/bin/sh', ['-c', 'printf "[%s]" "$TRACEPARENT"'], {
      env: { PATH: '/bin' },
    });
    expect(stdout).toBe('[]');
  });
});

describe('with telemetry that is broken', () => {
  it.each(BROKEN_TELEMETRY)('%s: the application gets the same', async (_name, register) => {
    register();
    expect(await application()).toEqual(EXPECTED);
    // A program that the application started may have been read before its end is told.
    await vi.waitFor(() => expect(interruptAll()).toBe(0));
    expect(lines).toHaveLength(2);
  });
});

describe('under an SDK that is not ours', () => {
  it('the helpers redact what they hand over', async () => {
    const { spans, records } = startOtherSdk();
    await download({ id: 'dQw4w9WgXcQ' }, () =>
      Promise.reject(new Error('[youtube] dQw4w9WgXcQ: no, see /planted/folder/x and SID=planted')),
    ).catch(() => {});
    await session({ clientAddress: '203.0.113.77', links: ['https://planted/'] }, () => {});
    await vi.waitFor(() => expect(spans.getFinishedSpans()).toHaveLength(2));
    const found = JSON.stringify([
      spans
        .getFinishedSpans()
        .map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
      records.getFinishedLogRecords().map(({ body, attributes }) => ({ body, attributes })),
    ]);
    expect(found).toContain('dQw4w9Wg...');
    for (const secret of ['planted', 'dQw4w9WgXcQ', '203.0.113.77']) expect(found).not.toContain(secret);
  });

  it('one that is registered later gets metrics, spans and events from then on', async () => {
    await download({}, () => {});
    const sdk = startOtherSdk();
    await download({}, () => {});
    const attempts = (await sdk.metrics()).find(
      ({ descriptor }) => descriptor.name === 'media.download.attempts',
    );
    expect(attempts?.dataPoints.map(({ value }) => value)).toEqual([1]);
    await vi.waitFor(() => expect(sdk.spans.getFinishedSpans()).toHaveLength(1));
    expect(sdk.records.getFinishedLogRecords()).toHaveLength(2);
    await sdk.shutdown();
  });
});
