import { InMemoryLogRecordExporter } from '@opentelemetry/sdk-logs';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Options } from '../../src/options/options.ts';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { signalUrl } from '../../src/pipeline/exporters.ts';
import { startupLine } from '../../src/pipeline/startup_line.ts';
import { withinBudget } from '../../src/pipeline/time_budget.ts';
import { VERSION } from '../../src/version.ts';

const traces = new InMemorySpanExporter();
const logs = new InMemoryLogRecordExporter();
const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);

const named = { serviceName: 'a' };

afterEach(() => {
  vi.unstubAllEnvs();
});

function options(given: Options = {}) {
  return resolveOptions(given, {}).options;
}

describe('the startup line', () => {
  it.each<[Options, Parameters<typeof startupLine>[1], string]>([
    [{ serviceName: 'radio' }, { traces, logs }, 'traces and logs of radio to http://127.0.0.1:4318'],
    [{ ...named }, { traces, metrics, logs }, 'traces, metrics and logs of a to http://127.0.0.1:4318'],
    [
      { ...named, headers: { a: 'planted' } },
      { metrics },
      'metrics of a to http://127.0.0.1:4318, with headers',
    ],
    [
      { ...named, endpoint: 'https://u:planted@h:1/?k=planted' },
      { logs },
      'logs of a to https://****@h:1/?k=****',
    ],
    [{}, {}, 'every signal is switched off; nothing is sent'],
  ])('of %j says what is sent where', (given, exporters, expected) => {
    const line = startupLine(options(given), exporters);
    expect(line).toBe(`otel-media ${VERSION}: ${expected}`);
  });

  it('says how to name a service that nobody named', () => {
    vi.stubEnv('npm_package_name', 'downloader');
    expect(startupLine(options(), { logs })).toBe(
      `otel-media ${VERSION}: logs of downloader (set OTEL_SERVICE_NAME to name it) to http://127.0.0.1:4318`,
    );
  });

  it('has the name that the signals have', () => {
    vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'team=x, service.name=listed ,a=b');
    expect(startupLine(options({ serviceName: 'code' }), { logs })).toContain('logs of listed to ');
    vi.stubEnv('OTEL_SERVICE_NAME', 'variable');
    expect(startupLine(options({ serviceName: 'variable' }), { logs })).toContain('logs of variable to ');
  });

  it('names every address where there are several', () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_LOGS_ENDPOINT', 'http://logs.example/in');
    expect(startupLine(options(), { traces, logs })).toContain(
      'to http://127.0.0.1:4318/v1/traces, http://logs.example/in',
    );
  });
});

describe('the address of a signal', () => {
  it.each([
    ['http://h:4318', 'http://h:4318/v1/traces'],
    ['http://h:4318/', 'http://h:4318/v1/traces'],
    ['http://h/base/', 'http://h/base/v1/traces'],
  ])('of %s is %s', (endpoint, expected) => {
    expect(signalUrl('traces', options({ endpoint }))).toBe(expected);
  });

  it('of its own variable is that, as it is', () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', ' http://own/in ');
    expect(signalUrl('traces', options())).toBe('http://own/in');
    expect(signalUrl('metrics', options())).toBe('http://127.0.0.1:4318/v1/metrics');
  });
});

describe('withinBudget', () => {
  it('says whether all was done in time, without failing', async () => {
    const never = new Promise(() => {});
    expect(await withinBudget([], 1000)).toBe(true);
    expect(await withinBudget([Promise.resolve(), Promise.resolve(1)], 1000)).toBe(true);
    expect(await withinBudget([Promise.resolve(), Promise.reject(new Error('x'))], 1000)).toBe(false);
    expect(await withinBudget([Promise.resolve(), never], 10)).toBe(false);
  });
});
