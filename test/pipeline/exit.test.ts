import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from './app.ts';
import { attribute, type Collector, startCollector } from './collector.ts';

const ATTEMPT = 'media.download.attempt';

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.close());
beforeEach(() => collector.reset());

function environment(more: Record<string, string> = {}): Record<string, string> {
  return { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...more };
}

function attemptOutcome() {
  return attribute(
    collector.spans().find(({ name }) => name === ATTEMPT),
    'media.download.outcome',
  );
}

describe('a process that is ended in the middle of a download', { timeout: 30_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s sends what is left, then ends by it', async (signal) => {
    const app = startApp(['download'], environment());
    await app.ready;
    app.kill(signal);
    expect(await app.ended).toMatchObject({ code: null, signal });
    const span = collector.spans().find(({ name }) => name === ATTEMPT);
    expect(attribute(span, 'media.download.outcome')).toBe('interrupted');
    expect(attribute(span, 'media.video.id')).toBe('dQw4w9Wg...');
    const events = collector.logs().map(({ eventName }) => eventName);
    expect(events).toEqual(expect.arrayContaining([`${ATTEMPT}.started`, `${ATTEMPT}.ended`]));
    expect(collector.metrics().map(({ name }) => name)).toContain('media.download.attempts');
  });

  it.each(['throw', 'reject'])('by an error (%s) sends what is left, then fails by it', async (mode) => {
    const ended = await startApp([mode], environment()).ended;
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(ended.stderr).toContain('RangeError: planted failure');
    expect(ended.stderr).toMatch(/at .*fixtures\/app\.ts/);
    expect(attemptOutcome()).toBe('interrupted');
  });

  it('by having nothing left to do sends what is left, and ends as it would have', async () => {
    expect(await startApp(['leave'], environment()).ended).toMatchObject({ code: 0, signal: null });
    expect(attemptOutcome()).toBe('interrupted');
  });

  it('stays with an application that handles the signal itself', async () => {
    const app = startApp(['own'], environment());
    await app.ready;
    app.kill('SIGTERM');
    expect(await app.ended).toMatchObject({ code: 7, signal: null });
    expect(attemptOutcome()).toBe('success');
  });

  it('does not wait where it is told not to', async () => {
    const app = startApp(['download'], environment({ OTEL_MEDIA_FLUSH_ON_EXIT: 'false' }));
    await app.ready;
    app.kill('SIGTERM');
    expect((await app.ended).signal).toBe('SIGTERM');
    expect(attemptOutcome()).toBeUndefined();
  });

  it('says in one plain line why nothing could be sent, before its time is over', async () => {
    const silent = await startCollector({ answers: false });
    const reasons = [
      ['http://127.0.0.1:9', 'nothing listens there; start a Collector with: npx otel-media up'],
      [silent.url, 'no answer in time'],
    ] as const;
    for (const [url, reason] of reasons) {
      const more = { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_MEDIA_SHUTDOWN_TIMEOUT: '2' };
      const { code, stderr } = await startApp(['leave'], more).ended;
      expect(code).toBe(0);
      expect(stderr.trim().split('\n').slice(1)).toEqual([`otel-media: cannot send to ${url}: ${reason}`]);
    }
    await silent.close();
  });

  it('ends within its budget where the collector never answers, and where there is none', async () => {
    const silent = await startCollector({ answers: false });
    for (const url of [silent.url, 'http://127.0.0.1:9']) {
      const app = startApp(['download'], {
        OTEL_EXPORTER_OTLP_ENDPOINT: url,
        OTEL_MEDIA_SHUTDOWN_TIMEOUT: '1',
      });
      await app.ready;
      app.kill('SIGTERM');
      expect((await app.ended).signal).toBe('SIGTERM');
    }
    await silent.close();
  });

  it('ends at once by a second signal', async () => {
    const silent = await startCollector({ answers: false });
    const app = startApp(['download'], {
      OTEL_EXPORTER_OTLP_ENDPOINT: silent.url,
      OTEL_MEDIA_SHUTDOWN_TIMEOUT: '120',
    });
    await app.ready;
    app.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    app.kill('SIGINT');
    expect((await app.ended).signal).toBe('SIGINT');
    await silent.close();
  });
});

describe('a process that starts', { timeout: 30_000 }, () => {
  it('says in one line what it sends where, without credentials', async () => {
    const { port } = new URL(collector.url);
    const ended = await startApp(
      ['download-once'],
      environment({
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://planted:hunter2@127.0.0.1:${port}`,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-planted=hunter2',
        OTEL_LOGS_EXPORTER: 'none',
      }),
    ).ended;
    const [line, ...more] = ended.stderr.trim().split('\n');
    expect(line).toBe(
      `otel-media 0.1.0: traces and metrics of fixture to http://****@127.0.0.1:${port}, with headers`,
    );
    expect(more).toEqual([]);
    expect(collector.headers[0]).toMatchObject({ 'x-planted': 'hunter2' });
    expect(collector.logs()).toEqual([]);
  });

  it('is warned of a second init(), which changes nothing', async () => {
    const ended = await startApp(['twice'], environment()).ended;
    expect(ended.stdout).toContain('true\n');
    expect(ended.stderr).toContain('init() was called a second time; this call changes nothing');
    expect(collector.serviceNames()).toEqual(['fixture']);
  });

  it('is warned of a setting that is not allowed, and goes on', async () => {
    const ended = await startApp(['download-once'], environment({ OTEL_MEDIA_CONTENT: 'hide' })).ended;
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stderr).toContain('OTEL_MEDIA_CONTENT (option content) is "hide"');
    expect(attemptOutcome()).toBe('success');
  });

  it('sends nothing, and says nothing, where OTEL_SDK_DISABLED is set', async () => {
    const ended = await startApp(['download-once'], environment({ OTEL_SDK_DISABLED: 'true' })).ended;
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'ready\n' });
    expect([...collector.spans(), ...collector.logs(), ...collector.metrics()]).toEqual([]);
  });

  it('has spans of requests by http, though it imported its functions before', async () => {
    await startApp(['request', collector.url], environment()).ended;
    const theirs = collector.spans().find(({ name }) => name === 'theirs');
    const http = collector.spans().find((span) => span.parentSpanId === theirs?.spanId);
    expect(http?.name).toBe('GET');
    expect(http?.traceId).toBe(theirs?.traceId);
    // Its own exports are no requests of the application.
    expect(collector.spans()).toHaveLength(2);
  });

  it('has the ids of the trace in its logs', async () => {
    await startApp(['request', collector.url], environment()).ended;
    const theirs = collector.spans().find(({ name }) => name === 'theirs');
    const log = collector.logs().find(({ body }) => body?.stringValue === 'a log of theirs');
    expect(log).toMatchObject({ traceId: theirs?.traceId, spanId: theirs?.spanId });
  });

  it('needs no code: node --import otel-media/register, and the environment', async () => {
    const env = environment({ OTEL_SERVICE_NAME: 'by-environment' });
    const ended = await startApp(['registered', collector.url], env, true).ended;
    expect(ended.stderr).toContain(`traces, metrics and logs of by-environment to ${collector.url}`);
    expect(collector.serviceNames()).toEqual(['by-environment']);
    expect(collector.spans().map(({ name }) => name)).toEqual(expect.arrayContaining(['theirs', 'GET']));
  });
});
