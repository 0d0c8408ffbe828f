import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { thisWriter } from '../../../src/media/play/journal_writer.ts';
import { play } from '../../../src/media/play/play.ts';
import { recoverPlays } from '../../../src/media/play/recovery.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, pointsOf, spanOf } from '../signals.ts';

const PLAYER = fileURLToPath(new URL('../../fixtures/player.ts', import.meta.url));

let stateDir: string;
let folder: string;
let sink: TestSink | undefined;
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'otel-media-plays-'));
  folder = join(stateDir, 'plays', 'player');
});
afterEach(async () => {
  await sink?.shutdown();
  sink = undefined;
  rmSync(stateDir, { recursive: true, force: true });
});

const files = () => globSync('*', { cwd: folder });
const inFile = () => files().map((name) => readFileSync(join(folder, name), 'utf8'));

async function startPlayer(mode: string): Promise<{ child: ChildProcess; traceId: string }> {
  const child = spawn(process.execPath, [PLAYER, mode, stateDir], {
    env: {
      PATH: process.env.PATH ?? '',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      OTEL_LOG_LEVEL: 'none',
      OTEL_MEDIA_SHUTDOWN_TIMEOUT: '0.3',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, traceId: String(line).trim().split(' ')[1] ?? '' };
}

const ended = async () => {
  const found = (await sink?.logs()) ?? [];
  return found.filter(({ eventName }) => eventName === 'media.play.ended');
};

describe('a process that is killed while it plays', { timeout: 30_000 }, () => {
  it('has its play reported by the next one, in the trace that it was, and only once', async () => {
    const { child, traceId } = await startPlayer('play');
    // Nothing but the play that is open, in time.
    await vi.waitFor(() => expect(inFile().join()).toContain('"main"'), { timeout: 5000 });
    await vi.waitFor(() => expect(inFile().join()).not.toContain('"media.play.station":"ended"'));
    expect(inFile().join()).not.toContain('Planted');
    child.kill('SIGKILL');
    await once(child, 'close');

    sink = startTestSink({ serviceName: 'player', stateDir });
    const own = sink;
    await vi.waitFor(async () => expect(await ended()).toHaveLength(1));
    const event = await eventOf(own, 'media.play.ended');
    expect(event.spanContext?.traceId).toBe(traceId);
    expect(event.severityText).toBe('WARN');
    expect(event.attributes).toMatchObject({
      'media.play.station': 'main',
      'media.play.title': expect.stringMatching(/^hmac:/),
      'media.play.outcome': 'interrupted',
      'media.play.recovered': true,
      'media.play.expected_duration': 300,
      'media.play.duration': expect.any(Number),
    });
    const span = await spanOf(own, 'media.play');
    expect(span.spanContext().traceId).toBe(traceId);
    expect(span.links.map(({ context }) => context.spanId)).toEqual([span.parentSpanContext?.spanId]);
    expect(span.startTime[0]).toBeLessThanOrEqual(span.endTime[0]);
    expect(await pointsOf(own, 'media.plays')).toMatchObject([
      { value: 1, attributes: { 'media.play.station': 'main', 'media.play.outcome': 'interrupted' } },
    ]);
    expect(files()).toEqual([]);

    // The silence since then is dead air of that station.
    play({ station: 'main' }).end();
    const [, next] = await own.spans();
    expect(next?.attributes['media.play.gap']).toBeGreaterThan(0);
    await own.shutdown();
    sink = startTestSink({ serviceName: 'player', stateDir });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ended()).toEqual([]);
  });

  it('is not taken for one that still runs', async () => {
    const { child } = await startPlayer('play');
    await vi.waitFor(() => expect(inFile().join()).toContain('"main"'), { timeout: 5000 });
    sink = startTestSink({ serviceName: 'player', stateDir });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ended()).toEqual([]);
    expect(inFile().join()).toContain('"main"');
    child.kill('SIGKILL');
    await once(child, 'close');
  });
});

describe('a process that ends in good order', { timeout: 30_000 }, () => {
  it.each(['end', 'exit'])('leaves nothing behind: %s', async (mode) => {
    const { child } = await startPlayer(mode);
    const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
    expect(code).toBe(0);
    // A write that was under way may open its file as the process ends; see "removeIfOld".
    expect(files().filter((name) => !name.endsWith('.new'))).toEqual([]);
  });

  it('nor one that is told to end', async () => {
    const { child } = await startPlayer('play');
    await vi.waitFor(() => expect(inFile().join()).toContain('"main"'), { timeout: 5000 });
    child.kill('SIGTERM');
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGTERM');
    expect(files()).toEqual([]);
  });
});

describe('a file that an earlier process left', () => {
  const entry = {
    traceId: 'a'.repeat(32),
    spanId: 'b'.repeat(16),
    traceFlags: 1,
    beganMs: Date.now() - 60_000,
    attributes: {
      'media.play.station': 'main',
      'media.play.title': 'hmac:0123456789abcdef',
      planted: 'planted',
    },
  };
  // A process with our own number cannot be another one that runs.
  const whole = { version: 1, writer: thisWriter(), updatedMs: Date.now(), plays: [entry] };

  const leave = (text: string, name = 'x.json') => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  it('is reported, what is known of it and no more', async () => {
    leave(JSON.stringify(whole));
    sink = startTestSink({ serviceName: 'player', stateDir });
    await vi.waitFor(async () => expect(await ended()).toHaveLength(1));
    const { attributes } = await eventOf(sink, 'media.play.ended');
    expect(attributes['media.play.title']).toBe('hmac:0123456789abcdef');
    expect(attributes['media.play.duration']).toBeCloseTo(60, 0);
    expect(attributes).not.toHaveProperty('planted');
  });

  it('is the silence before a play that began while it was read', async () => {
    // A station that this process has not heard of.
    const unheard = { ...entry, attributes: { 'media.play.station': 'unheard' } };
    leave(JSON.stringify({ ...whole, updatedMs: Date.now() - 30_000, plays: [unheard] }));
    sink = startTestSink({ serviceName: 'player', stateDir });
    const stations = [play({ station: 'unheard' }), play({ station: 'another' })];
    await vi.waitFor(async () => expect(await ended()).toHaveLength(1));
    for (const one of stations) one.end();
    const gaps = (await sink.spans()).map(({ attributes }) => attributes['media.play.gap']);
    expect(gaps).toEqual([undefined, expect.closeTo(30, 0), undefined]);
    expect(await pointsOf(sink, 'media.play.gap.duration')).toMatchObject([{ value: 1 }]);
  });

  it.each<[string, string]>([
    ['cut off', JSON.stringify(whole).slice(0, 100)],
    ['empty', ''],
    ['no JSON', 'planted'],
    ['something else', '[]'],
    ['null', 'null'],
    ['of another version', JSON.stringify({ ...whole, version: 2 })],
    ['without a time', JSON.stringify({ ...whole, updatedMs: 'yesterday' })],
    ['too large', `${JSON.stringify(whole)}${' '.repeat(1024 * 1024)}`],
  ])('is left out with a warning where it is %s', async (_name, text) => {
    leave(text);
    leave(JSON.stringify(whole), 'y.json');
    sink = startTestSink({ serviceName: 'player', stateDir });
    await vi.waitFor(async () => expect(await ended()).toHaveLength(1));
    await vi.waitFor(() => expect(files()).toEqual([]));
  });

  it.each<[string, object]>([
    ['a trace of no id', { ...entry, traceId: '0'.repeat(32) }],
    ['a span of no id', { ...entry, spanId: 'x' }],
    ['no station', { ...entry, attributes: {} }],
    ['no beginning', { ...entry, beganMs: null }],
  ])('is read but for a play with %s', async (_name, damaged) => {
    leave(JSON.stringify({ ...whole, plays: [damaged, null, 7, entry] }));
    sink = startTestSink({ serviceName: 'player', stateDir });
    await vi.waitFor(async () => expect(await ended()).toHaveLength(1));
  });

  it('is taken away where it was never whole', async () => {
    for (const name of ['old.json.new', 'young.json.new']) leave('{', name);
    utimesSync(join(folder, 'old.json.new'), 0, 0);
    sink = startTestSink({ serviceName: 'player', stateDir });
    await vi.waitFor(() => expect(files()).toEqual(['young.json.new']));
  });

  it('waits where its process may still run, elsewhere', async () => {
    leave(JSON.stringify({ ...whole, writer: { pid: 1, place: 'elsewhere' } }));
    leave(
      JSON.stringify({ ...whole, writer: { pid: 1, place: 'elsewhere' }, updatedMs: Date.now() - 1e6 }),
      'y.json',
    );
    sink = startTestSink({ serviceName: 'player', stateDir });
    await vi.waitFor(async () => expect(await ended()).toHaveLength(1));
    expect(files()).toEqual(['x.json']);
  });
});

it('a process does not find its own plays', async () => {
  sink = startTestSink({ serviceName: 'player', stateDir });
  const now = play({ station: 'main' });
  await vi.waitFor(() => expect(inFile().join()).toContain('"main"'));
  await recoverPlays(folder);
  expect(await ended()).toEqual([]);
  expect(inFile().join()).toContain('"main"');
  now.end();
  await vi.waitFor(() => expect(files()).toEqual([]));
});

describe('without a state folder that was given', () => {
  it('nothing is written', async () => {
    sink = startTestSink({ serviceName: 'player' });
    play({ station: 'main' }).end();
    expect(existsSync(folder)).toBe(false);
  });
});

it('a folder that cannot be written is no trouble', async () => {
  writeFileSync(join(stateDir, 'plays'), 'a file where a folder should be');
  sink = startTestSink({ serviceName: 'player', stateDir });
  const now = play({ station: 'main' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  now.end();
  expect(await sink.spans()).toHaveLength(1);
});
