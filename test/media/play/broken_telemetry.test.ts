import { context, logs, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { LoggerProvider, type LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it } from 'vitest';
import { azuracastWebhook } from '../../../src/adapters/azuracast.ts';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { play } from '../../../src/index.ts';
import { NO_PLAY } from '../../../src/media/play/quiet_play.ts';
import { startTestSink } from '../../../src/testing.ts';
import { nowPlaying } from '../../adapters/nowplaying.ts';

afterEach(() => {
  for (const api of [trace, metrics, logs, context, propagation]) api.disable();
});

const thrown = Object.freeze(new Error('HTTP Error 403: Forbidden'));
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

/** What a radio does with a play, and what it gets of it. */
async function radio(): Promise<unknown> {
  const value = {};
  const results: unknown[] = [];
  {
    using now = play({
      station: 'a',
      attempt: true,
      title: 'T',
      metadata: cyclic,
      cmcd: { msd: 1, bsd: [5] },
    });
    now.started();
    now.update({ artist: 'A', metadata: Object.freeze({ a: 1 }) });
    now.stall(1);
    now.error(thrown);
    results.push(now.run(() => value) === value);
    try {
      now.run(() => {
        throw thrown;
      });
    } catch (error) {
      results.push(error === thrown);
    }
    results.push((await now.run(() => Promise.resolve(value))) === value);
  }
  await using next = play({ station: 'a' });
  next.end('skipped');
  const hook = azuracastWebhook();
  results.push(hook.take(nowPlaying({ id: 1, title: 'One' })));
  hook.playing('main')?.error('x');
  const body = JSON.stringify(nowPlaying({ id: 2, title: 'Two' }));
  results.push((await hook.fetch(new Request('http://radio.example', { method: 'POST', body }))).status);
  hook.end();
  return results;
}

const EXPECTED = [true, true, true, true, 204];

it('with no SDK a play is nothing but the application’s own work', async () => {
  expect(play({ station: 'a' })).toBe(NO_PLAY);
  expect(await radio()).toEqual(EXPECTED);
  expect(interruptAll()).toBe(0);
});

function fail(): never {
  throw new Error('telemetry is broken');
}

const brokenSpans: SpanProcessor = { onStart: fail, onEnd: fail, forceFlush: fail, shutdown: fail };
const brokenLogs: LogRecordProcessor = { onEmit: fail, forceFlush: fail, shutdown: fail };

describe('with telemetry that is broken', () => {
  it.each<[string, () => void]>([
    [
      'span processors that throw',
      () => trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [brokenSpans] })),
    ],
    [
      'log processors that throw',
      () => logs.setGlobalLoggerProvider(new LoggerProvider({ processors: [brokenLogs] })),
    ],
    [
      'a tracer that throws',
      () => trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan: fail, startActiveSpan: fail }) }),
    ],
    ['no tracer to be had', () => trace.setGlobalTracerProvider({ getTracer: fail })],
    ['no meter to be had', () => metrics.setGlobalMeterProvider({ getMeter: fail })],
    ['no logger to be had', () => logs.setGlobalLoggerProvider({ getLogger: fail })],
    [
      'an SDK that is closed',
      () => {
        const tracers = new TracerProvider({});
        const loggers = new LoggerProvider({ processors: [] });
        const meters = new MeterProvider({});
        trace.setGlobalTracerProvider(tracers);
        logs.setGlobalLoggerProvider(loggers);
        metrics.setGlobalMeterProvider(meters);
        for (const provider of [tracers, loggers, meters]) void provider.shutdown();
      },
    ],
  ])('%s: the radio gets the same', async (_name, register) => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    register();
    expect(await radio()).toEqual(EXPECTED);
    expect(interruptAll()).toBe(0);
  });
});

it('a play outlives the SDK that it began under, and the next one', async () => {
  const first = startTestSink();
  const now = play({ station: 'outlives' });
  await first.shutdown();
  now.error(thrown);
  now.end();
  const second = startTestSink();
  const next = play({ station: 'outlives' });
  expect(await second.spans()).toEqual([]);
  next.end();
  expect(await second.spans()).toHaveLength(1);
  await second.shutdown();
});
