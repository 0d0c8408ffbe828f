import { diag } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REPORTED, watched } from '../../src/pipeline/delivery.ts';
import { deliveryFailure, isLocal } from '../../src/pipeline/delivery_failure.ts';
import { PlainDiagLogger } from '../../src/pipeline/diagnostics.ts';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
  diag.setLogger(new PlainDiagLogger((line) => lines.push(line)));
});
afterEach(() => {
  vi.useRealTimers();
  diag.disable();
});

const REFUSED = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
const SENT = { code: ExportResultCode.SUCCESS };

function exporterOf(results: { code: ExportResultCode; error?: Error }[]) {
  return {
    export(_items: string[], done: (result: { code: ExportResultCode; error?: Error }) => void) {
      done(results.shift() ?? SENT);
    },
  };
}

function exported(exporter: ReturnType<typeof exporterOf>, items: string[]) {
  let got: { code: ExportResultCode; error?: Error } | undefined;
  exporter.export(items, (result) => {
    got = result;
  });
  return got;
}

describe('a watched exporter', () => {
  it('tells of failures once a minute for each place, and of the end of it with what was lost', () => {
    const failure = { code: ExportResultCode.FAILED, error: REFUSED };
    const base = 'http://localhost:4318';
    const traces = watched(
      exporterOf([failure, failure]),
      'traces',
      `${base}/v1/traces`,
      (all: string[]) => all.length,
    );
    const logs = watched(
      exporterOf([failure, failure]),
      'logs',
      `${base}/v1/logs`,
      (all: string[]) => all.length,
    );
    const passedOn = exported(traces, ['a', 'b']);
    expect(passedOn).toMatchObject({ code: ExportResultCode.FAILED, error: { cause: REFUSED } });
    expect(passedOn?.error?.message).toContain(REPORTED);
    exported(logs, ['c']);
    expect(lines).toEqual([
      `otel-media: cannot send to ${base}: nothing listens there; start a Collector with: npx otel-media up\n`,
    ]);
    vi.advanceTimersByTime(61_000);
    exported(logs, ['d', 'e']);
    exported(traces, ['f']);
    expect(lines.slice(1)).toEqual([expect.stringMatching(/Lost so far: 2 spans, 3 log records\n$/)]);
    expect(exported(logs, ['g'])).toEqual(SENT);
    exported(traces, ['h']);
    expect(lines.slice(2)).toEqual([
      `otel-media: sending to ${base} works again. Lost meanwhile: 3 spans, 3 log records\n`,
    ]);
  });

  it('shows no credentials and no answer', () => {
    const error = Object.assign(new Error('body with secret-in-answer'), { code: 401 });
    const exporter = exporterOf([{ code: ExportResultCode.FAILED, error }]);
    exported(
      watched(
        exporter,
        'metrics',
        'https://me:hunter2secret@otlp.example/v1/metrics?token=s3cr3tvalue',
        () => 0,
      ),
      [],
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('status 401');
    expect(lines[0]).not.toMatch(/hunter2|s3cr3t|secret-in-answer|otel-media up/);
  });
});

describe('the words for a failure', () => {
  it.each([
    [Object.assign(new Error('x'), { code: 'ENOTFOUND' }), 'its host name is not known'],
    [Object.assign(new Error('x'), { code: 'EWHATEVER' }), 'EWHATEVER'],
    [
      Object.assign(new Error('x'), { code: 'HPE_INVALID_CONSTANT' }),
      'it does not speak HTTP/1.1; gRPC is at port 4317, OTLP over HTTP at 4318',
    ],
    [Object.assign(new Error('x'), { code: 404 }), 'it takes no OTLP at this path (status 404)'],
    [Object.assign(new Error('x'), { code: 418 }), 'it answered with status 418'],
    [new Error('Request timed out'), 'no answer in time'],
    [new TypeError('anything'), 'TypeError'],
    [undefined, 'unknown error'],
  ])('of %s', (error, words) => {
    expect(deliveryFailure(error, '')).toBe(words);
  });

  it('know this machine', () => {
    for (const url of ['http://localhost:1', 'http://127.0.0.1:4318/x', 'http://[::1]:2'])
      expect(isLocal(url)).toBe(true);
    for (const url of ['http://localhost.example', 'https://otlp.example', 'nonsense'])
      expect(isLocal(url)).toBe(false);
  });
});
