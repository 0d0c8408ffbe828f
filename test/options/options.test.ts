import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/options/options.ts';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { TRACKERS } from '../../src/registry/trackers.ts';
import { settingsFolder } from './settings_folder.ts';

const { file } = settingsFolder();

/** Options as a caller without types would give them. */
function untyped(options: Record<string, unknown>): Options {
  return options as Options;
}

describe('which source wins', () => {
  it('is nobody at first: every default, and no problem', () => {
    const { options, problems } = resolveOptions({}, {});
    expect(problems).toEqual([]);
    expect(options).toMatchObject({
      enabled: true,
      endpoint: 'http://127.0.0.1:4318',
      headers: {},
      traces: true,
      metrics: true,
      logs: true,
      exportIntervalSeconds: 15,
      shutdownTimeoutSeconds: 5,
      content: 'hash',
      clientAddress: 'truncate',
      userAgent: 'family',
      doNotTrack: false,
      trackers: {},
      thresholds: {},
    });
  });

  it('is the environment over code, code over the file, the file over the defaults', () => {
    const config = file(
      JSON.stringify({ serviceName: 'file', environment: 'file', serviceVersion: 'file', content: 'mask' }),
    );
    const { options, problems } = resolveOptions(
      { serviceName: 'code', environment: 'code' },
      { OTEL_MEDIA_CONFIG: config, OTEL_SERVICE_NAME: 'env' },
    );
    expect(problems).toEqual([]);
    expect(options).toMatchObject({
      serviceName: 'env',
      environment: 'code',
      serviceVersion: 'file',
      content: 'mask',
      logLevel: 'warn',
    });
  });

  it('leaves a value that is undefined in code to those below', () => {
    const config = file('{"serviceName": "file"}');
    const given = untyped({ serviceName: undefined });
    expect(resolveOptions(given, { OTEL_MEDIA_CONFIG: config }).options.serviceName).toBe('file');
  });

  it('takes an empty variable for one that is not set', () => {
    const { options, problems } = resolveOptions(
      { serviceName: 'code' },
      { OTEL_SERVICE_NAME: '  ', OTEL_MEDIA_CONFIG: '', OTEL_TRACES_EXPORTER: '' },
    );
    expect(problems).toEqual([]);
    expect(options).toMatchObject({ serviceName: 'code', traces: true });
  });

  it('falls back to the next source, not to the default, where a value is not allowed', () => {
    const { options, problems } = resolveOptions(
      { content: 'drop', exportIntervalSeconds: 30 },
      { OTEL_MEDIA_CONTENT: 'nonsense', OTEL_METRIC_EXPORT_INTERVAL: '1' },
    );
    expect(problems).toHaveLength(2);
    expect(options).toMatchObject({ content: 'drop', exportIntervalSeconds: 30 });
  });
});

describe('values in the environment', () => {
  it.each([
    ['OTEL_SDK_DISABLED', 'true', 'enabled', false],
    ['OTEL_SDK_DISABLED', 'TRUE', 'enabled', false],
    ['OTEL_SDK_DISABLED', '1', 'enabled', false],
    ['OTEL_SDK_DISABLED', 'false', 'enabled', true],
    ['OTEL_TRACES_EXPORTER', 'none', 'traces', false],
    ['OTEL_TRACES_EXPORTER', 'otlp', 'traces', true],
    ['OTEL_METRICS_EXPORTER', 'None', 'metrics', false],
    ['OTEL_LOGS_EXPORTER', '0', 'logs', false],
    ['OTEL_MEDIA_INSTRUMENT_HTTP', 'false', 'instrumentHttp', false],
    ['OTEL_MEDIA_FLUSH_ON_EXIT', ' 1 ', 'flushOnExit', true],
    ['OTEL_METRIC_EXPORT_INTERVAL', '2500', 'exportIntervalSeconds', 2.5],
    ['OTEL_MEDIA_SHUTDOWN_TIMEOUT', '0.5', 'shutdownTimeoutSeconds', 0.5],
    ['OTEL_MEDIA_CONTENT', 'KEEP', 'content', 'keep'],
    ['OTEL_LOG_LEVEL', 'DEBUG', 'logLevel', 'debug'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=b%20c, d=e=f', 'headers', { a: 'b c', d: 'e=f' }],
  ])('%s=%s is %s', (variable, text, name, expected) => {
    const { options, problems } = resolveOptions({}, { [variable]: text });
    expect(problems).toEqual([]);
    expect(options).toHaveProperty(name, expected);
  });
});

describe('settings that have parts', () => {
  it.each([
    ['-play,-host', { play: false, host: false }],
    [' -play , -host ', { play: false, host: false }],
  ])('OTEL_MEDIA_TRACKERS=%s switches those off', (text, expected) => {
    const { options, problems } = resolveOptions({}, { OTEL_MEDIA_TRACKERS: text });
    expect(problems).toEqual([]);
    expect(options.trackers).toEqual(expected);
  });

  it('OTEL_MEDIA_TRACKERS=download,exec switches all the others off', () => {
    const { options } = resolveOptions({}, { OTEL_MEDIA_TRACKERS: 'download,exec' });
    const on = TRACKERS.filter((name) => options.trackers[name] !== false);
    expect(on).toEqual(['download', 'exec']);
  });

  it('are put together of all sources, part by part', () => {
    const config = file(
      '{"trackers": {"play": false, "host": true}, "thresholds": {"cookiesStaleSeconds": 1}}',
    );
    const { options, problems } = resolveOptions(
      { trackers: { host: false, exec: false } },
      {
        OTEL_MEDIA_CONFIG: config,
        OTEL_MEDIA_TRACKERS: '-job',
        OTEL_MEDIA_THRESHOLDS: 'cookiesStaleSeconds=60',
      },
    );
    expect(problems).toEqual([]);
    expect(options.trackers).toEqual({ play: false, host: false, exec: false, job: false });
    expect(options.thresholds).toEqual({ cookiesStaleSeconds: 60 });
  });

  it.each([
    ['OTEL_MEDIA_TRACKERS', '-plays', 'trackers'],
    ['OTEL_MEDIA_THRESHOLDS', 'nothing=1', 'thresholds'],
    ['OTEL_MEDIA_THRESHOLDS', 'cookiesStaleSeconds=soon', 'thresholds'],
    ['OTEL_MEDIA_THRESHOLDS', 'cookiesStaleSeconds=-1', 'thresholds'],
  ])('%s=%s is not allowed, and says what is', (variable, text, name) => {
    const { options, problems } = resolveOptions({}, { [variable]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${variable} (option ${name})`);
    expect(options).toMatchObject({ trackers: {}, thresholds: {} });
  });
});
