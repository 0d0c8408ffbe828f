import { context, diag, logs, metrics, propagation, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Package from '../src/index.ts';
import { attribute, type Collector, startCollector } from './pipeline/collector.ts';

let collector: Collector;
let handle: Package.OtelMedia | undefined;
let init: typeof Package.init;
let download: typeof Package.download;
let said = '';

beforeEach(async () => {
  // A process calls init() once; for each test the package is loaded anew.
  vi.resetModules();
  ({ init, download } = await import('../src/index.ts'));
  collector = await startCollector();
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(async () => {
  await handle?.shutdown();
  handle = undefined;
  for (const api of [trace, metrics, logs, context, propagation, diag]) api.disable();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await collector.close();
});

function start(options: Package.InitOptions = {}): Package.OtelMedia {
  handle = init({
    serviceName: 'unit',
    endpoint: collector.url,
    hashKey: 'a key of the tests',
    startupLine: false,
    ...options,
  });
  return handle;
}

describe('init', () => {
  it('in debug mode shows the settings in force, and nothing secret', () => {
    const write = vi.spyOn(console, 'debug').mockImplementation(() => {});
    start({ debug: true, headers: { authorization: 'planted' }, trackers: { play: false } });
    expect(said).toContain('setting trackers is {"play":false}');
    expect(said).toContain('setting headers is set');
    expect(said).not.toContain('planted');
    expect(said).not.toContain('a key of the tests');
    write.mockRestore();
  });

  it('sends the three signals, redacted, when it is told to', async () => {
    const running = start();
    await download({ id: 'dQw4w9WgXcQ' }, () => {});
    expect(await running.forceFlush()).toBe(true);
    const [span] = collector.spans();
    expect(span?.name).toBe('media.download.attempt');
    expect(attribute(span, 'media.video.id')).toBe('dQw4w9Wg...');
    expect(collector.logs()).toHaveLength(2);
    expect(collector.metrics().length).toBeGreaterThan(0);
    expect(collector.serviceNames()).toEqual(['unit']);
    expect(said).toBe('');
  });

  it('gives the same handle the second time, and warns', () => {
    const running = start();
    expect(init({ endpoint: 'http://127.0.0.1:9' })).toBe(running);
    expect(said).toBe('otel-media: init() was called a second time; this call changes nothing\n');
  });

  it('sends only what is switched on, to where each signal is sent', async () => {
    const other = await startCollector();
    vi.stubEnv('OTEL_EXPORTER_OTLP_LOGS_ENDPOINT', `${other.url}/v1/logs`);
    const running = start({ traces: false, metrics: false, headers: { 'x-own': 'yes' } });
    await download({}, () => {});
    expect(await running.forceFlush()).toBe(true);
    expect([...collector.spans(), ...collector.logs(), ...collector.metrics()]).toEqual([]);
    expect(other.logs()).toHaveLength(2);
    expect(other.headers[0]).toMatchObject({ 'x-own': 'yes' });
    await other.close();
  });

  it('takes an endpoint with a slash at its end', async () => {
    const running = start({ endpoint: `${collector.url}//`, logs: false, metrics: false });
    await download({}, () => {});
    expect(await running.forceFlush()).toBe(true);
    expect(collector.spans()).toHaveLength(1);
  });

  it('does nothing where it is switched off', async () => {
    const running = start({ enabled: false });
    await download({}, () => {});
    expect(await running.forceFlush()).toBe(true);
    expect(await running.shutdown()).toBe(true);
    expect(collector.spans()).toEqual([]);
    expect(said).toBe('');
  });

  it('names a setting that is not allowed, and goes on without it', async () => {
    start({ exportIntervalSeconds: -5 });
    expect(said).toContain('otel-media: option exportIntervalSeconds is -5');
    expect(await download({}, () => 'value')).toBe('value');
  });

  it('never throws, whatever the instrumentations do', async () => {
    const fail = () => {
      throw new Error('planted');
    };
    const instrumentation = {
      instrumentationName: 'broken',
      instrumentationVersion: '1',
      enable: fail,
      disable: fail,
      setTracerProvider: fail,
      setMeterProvider: fail,
      setConfig: fail,
      getConfig: () => ({}),
    };
    const running = start({ instrumentations: [instrumentation], logLevel: 'none' });
    expect(await download({}, () => 'value')).toBe('value');
    expect(await running.forceFlush()).toBeTypeOf('boolean');
    expect(said).not.toContain('planted');
  });

  it('listens to signals while it runs, and not after it was shut down', async () => {
    const before = process.listenerCount('SIGTERM');
    const running = start();
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    await running.shutdown();
    expect(process.listenerCount('SIGTERM')).toBe(before);
    expect(process.listeners('beforeExit').filter(({ name }) => name === 'onBeforeExit')).toEqual([]);
  });
});

describe('shutdown', () => {
  it('ends what is open as interrupted, sends it, and does nothing the second time', async () => {
    const running = start();
    let go = () => {};
    const open = download({}, () => new Promise<void>((resolve) => (go = resolve)));
    expect(await running.shutdown()).toBe(true);
    expect(await running.shutdown()).toBe(true);
    expect(attribute(collector.spans()[0], 'media.download.outcome')).toBe('interrupted');
    expect(collector.spans()).toHaveLength(1);
    go();
    await open;
  });

  it('takes no longer than its budget, and says that not all was sent', async () => {
    const silent = await startCollector({ answers: false });
    const running = start({ endpoint: silent.url, shutdownTimeoutSeconds: 0.2 });
    await download({}, () => {});
    expect(await running.forceFlush()).toBe(false);
    expect(await running.shutdown()).toBe(false);
    await silent.close();
  });
});
