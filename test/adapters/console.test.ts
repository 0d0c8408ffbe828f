import { diag, logs, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutTelemetry } from '../../src/media/without_telemetry.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything } from '../media/signals.ts';

let sink: TestSink;
let written: unknown[][];
const original = { ...console };
beforeEach(() => {
  written = [];
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const)
    console[method] = (...values: unknown[]) => void written.push([method, ...values]);
  sink = startTestSink({ captureConsole: true });
  written = [];
});
afterEach(async () => {
  await sink.shutdown();
  Object.assign(console, original);
});

describe('the console, captured', () => {
  it.each([
    ['debug', 'DEBUG'],
    ['log', 'INFO'],
    ['info', 'INFO'],
    ['warn', 'WARN'],
    ['error', 'ERROR'],
  ] as const)('%s appears as before, and leaves as %s in its trace', async (method, severityText) => {
    const value = { a: 1 };
    const ids = trace.getTracer('theirs').startActiveSpan('theirs', (span) => {
      console[method]('%s is', 'it', value);
      span.end();
      return span.spanContext();
    });
    expect(written[0]).toEqual([method, '%s is', 'it', value]);
    expect(written[0]?.[3]).toBe(value);
    const [record, ...more] = await sink.logs();
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      severityText,
      body: 'it is { a: 1 }',
      instrumentationScope: { name: 'console' },
    });
    expect(record?.spanContext?.traceId).toBe(ids.traceId);
  });

  it('leaves redacted, errors by their names', async () => {
    console.error('failed:', new RangeError('SID=planted'), { password: 'planted', at: '/home/planted/x' });
    const [record] = await sink.logs();
    expect(record?.attributes).toMatchObject({ 'exception.type': 'RangeError' });
    expect(record?.body).toContain('failed: RangeError: SID=****');
    expect(await everything(sink)).not.toContain('planted');
  });

  it('does not hear what OpenTelemetry says of itself', async () => {
    diag.warn('of itself');
    expect(await sink.logs()).toEqual([]);
  });

  it('does not go round in a circle where exporting writes to the console', async () => {
    logs.disable();
    logs.setGlobalLoggerProvider({
      getLogger: () => ({ emit: () => console.log('from inside'), enabled: () => true }),
    });
    console.log('once');
    expect(written.map(([, text]) => text)).toEqual(['once', 'from inside']);
  });

  it('exports nothing of who asked to be left out', async () => {
    withoutTelemetry(() => console.log('planted'));
    expect(written).toEqual([['log', 'planted']]);
    expect(await sink.logs()).toEqual([]);
  });

  it('takes anything, and lets through what the console itself throws', async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    console.log(
      cyclic,
      trap,
      Symbol('s'),
      10n,
      'x'.repeat(1_000_000),
      Array.from({ length: 1e6 }, () => 0),
    );
    const [record] = await sink.logs();
    expect(String(record?.body).length).toBeLessThan(20_000);
  });

  it('is given back at the end', async () => {
    const captured = console.log;
    await sink.shutdown();
    expect(console.log).not.toBe(captured);
    console.log('after');
    captured('by an old reference');
    expect(written.map(([, text]) => text)).toEqual(['after', 'by an old reference']);
    sink = startTestSink();
  });
});

it('is left alone unless asked', async () => {
  await sink.shutdown();
  Object.assign(console, original);
  sink = startTestSink();
  expect(console.log).toBe(original.log);
});
