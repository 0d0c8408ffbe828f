import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logs, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reportError } from '../../src/media/error/report_error.ts';
import { session } from '../../src/media/session/session.ts';
import { withoutTelemetry } from '../../src/media/without_telemetry.ts';
import { optOutOf } from '../../src/pipeline/opt_out.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything, pointsOf } from '../media/signals.ts';

// One for all: http can be patched but once in a process.
let sink: TestSink;
let closedPort = 0;
beforeAll(async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closedPort = (server.address() as AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
  sink = startTestSink({
    doNotTrack: true,
    optOut: ({ headers }) => {
      if ('x-throw' in headers) throw new Error('no');
      return 'x-no' in headers;
    },
  });
});
beforeEach(() => sink.reset());
afterAll(() => sink.shutdown());

/** Answers a request with `work`, in a span of a framework, and makes that request. */
async function requested(work: () => unknown, headers: Record<string, string> = {}): Promise<void> {
  const server = createServer((_request, response) => {
    trace.getTracer('framework').startActiveSpan('middleware', async (span) => {
      await work();
      span.end();
      response.end('ok');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await withoutTelemetry(
    () =>
      new Promise<void>((resolve) => {
        get({ port, host: '127.0.0.1', path: '/planted', headers }, (response) =>
          response.resume().once('end', resolve),
        );
      }),
  );
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function work(): Promise<void> {
  return session({ id: 'planted' }, async () => {
    reportError(new Error('planted'));
    logs.getLogger('own').emit({ body: 'planted' });
    await fetch(`http://127.0.0.1:${closedPort}/planted`).catch(() => {});
  });
}

const names = async () => (await sink.spans()).map(({ name }) => name).sort();
const counted = async () => {
  const points = await Promise.all(
    ['http.server.request.duration', 'http.client.request.duration'].map((name) => pointsOf(sink, name)),
  );
  return points.flat().reduce((sum, { value }) => sum + value, 0);
};

describe('an HTTP request', () => {
  it('has its span, and those between', async () => {
    await requested(() => session({ id: 's' }, () => {}));
    expect(await names()).toEqual(['GET', 'media.session', 'middleware']);
  });

  it('has none where its session opts out, nor have those between', async () => {
    await requested(() => session({ optOut: true }, work));
    expect(await names()).toEqual([]);
    expect(await sink.logs()).toEqual([]);
  });

  it('has none where it is left out with the work in it, and else has', async () => {
    await requested(() => withoutTelemetry(work, { request: true }));
    expect(await names()).toEqual([]);
    await requested(() => withoutTelemetry(work));
    expect(await names()).toEqual(['GET', 'middleware']);
  });

  it('of somebody else at the same time has its own', async () => {
    await Promise.all([
      requested(() => session({ optOut: true }, work)),
      requested(() => session({ id: 's' }, () => {})),
    ]);
    expect(await names()).toEqual(['GET', 'media.session', 'middleware']);
  });

  it.each([
    ['Sec-GPC: 1', { 'sec-gpc': '1' }],
    ['DNT: 1', { dnt: '1' }],
    ['what the application goes by', { 'x-no': 'y' }],
  ])('with %s leaves nothing at all, no number either', async (_name, headers) => {
    const before = await counted();
    await requested(work, headers as unknown as Record<string, string>);
    expect(await names()).toEqual([]);
    expect(await sink.logs()).toEqual([]);
    expect(await counted()).toBe(before);
    expect(await everything(sink)).not.toContain('planted');
  });

  it.each([
    ['DNT: 0', { dnt: '0' }],
    ['a rule that throws', { 'x-throw': 'y' }],
  ])('with %s is like any other', async (_name, headers) => {
    const before = await counted();
    await requested(
      () => session({}, () => fetch(`http://127.0.0.1:${closedPort}/`).catch(() => {})),
      headers as unknown as Record<string, string>,
    );
    expect(await names()).toEqual(['GET', 'GET', 'media.session', 'middleware']);
    expect(await counted()).toBe(before + 2);
  });
});

describe('without a rule', () => {
  it('no request is looked at', () => {
    expect(optOutOf({ doNotTrack: false })).toBeUndefined();
    const request = { headers: { dnt: '1' } } as unknown as IncomingMessage;
    expect(optOutOf({ doNotTrack: false, optOut: () => false })?.(request)).toBe(false);
  });
});
