import { diag } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { redactUrl } from '../redact/url.ts';
import { deliveryFailure, isLocal } from './delivery_failure.ts';
import type { Signal } from './exporters.ts';
import { nobodyThere } from './nobody_there.ts';

/** What became of one signal's exports since the process started. */
export interface DeliveryTotals {
  exports: number;
  failures: number;
  /** Spans or log records in exports that failed. Metrics are not lost with an export: the next one has them. */
  lostItems: number;
  lastSuccessMs: number | undefined;
  lastFailureMs: number | undefined;
}

/** Put into the error that is passed on, so that what the SDK says about it can be told from news. */
export const REPORTED = '(reported by otel-media)';

// One line a minute for each place, whatever the number of signals and exports: it says the same each time.
const MS_BETWEEN_LINES = 60_000;

const totals: Record<Signal, DeliveryTotals> = { traces: none(), metrics: none(), logs: none() };
const failing = new Map<string, { lastLineMs: number; lost: Record<Signal, number> }>();
let lines = 0;
let isEnding = false;

function none(): DeliveryTotals {
  return { exports: 0, failures: 0, lostItems: 0, lastSuccessMs: undefined, lastFailureMs: undefined };
}

/** What became of the exports of each signal since the process started. */
export function deliveryTotals(): Readonly<Record<Signal, Readonly<DeliveryTotals>>> {
  return totals;
}

/** Exports of all signals that failed since the process started. */
export function deliveryFailures(): number {
  return totals.traces.failures + totals.metrics.failures + totals.logs.failures;
}

/** How many lines were written about failures; for telling whether a new one came. */
export function deliveryLines(): number {
  return lines;
}

/**
 * Says whether the process, or its telemetry, is about to end. Then nobody waits for the retries of an export to a
 * Collector on this machine that was never there.
 */
export function setEnding(ending: boolean): void {
  isEnding = ending;
}

/** As much of an exporter as is watched. */
interface ExporterOf<Items> {
  export(items: Items, done: (result: ExportResult) => void): void;
}

/**
 * Watches an exporter: a failure is told in one plain line, at most once a minute for each place, and so is
 * the first success after it.
 *
 * @param url     where the signal is sent
 * @param countOf how many items an export would lose
 * @returns the same exporter
 */
export function watched<Items, Exporter extends ExporterOf<Items>>(
  exporter: Exporter,
  signal: Signal,
  url: string,
  countOf: (items: Items) => number,
): Exporter {
  const send: ExporterOf<Items>['export'] = exporter.export.bind(exporter);
  const watching: ExporterOf<Items> = {
    export(items, done) {
      const count = countOf(items);
      const tell = (result: ExportResult) => done(noted(signal, url, count, result));
      if (!isEnding || totals[signal].lastSuccessMs !== undefined || !isLocal(url)) send(items, tell);
      else
        void nobodyThere(url).then((nobody) => {
          if (nobody) tell({ code: ExportResultCode.FAILED, error: refused() });
          else send(items, tell);
        });
    },
  };
  return Object.assign(exporter, watching);
}

function refused(): Error {
  return Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
}

function noted(signal: Signal, url: string, count: number, result: ExportResult): ExportResult {
  const now = Date.now();
  const total = totals[signal];
  const place = placeOf(signal, url);
  total.exports += 1;
  if (result.code === ExportResultCode.SUCCESS) {
    total.lastSuccessMs = now;
    recovered(place);
    return result;
  }
  total.failures += 1;
  total.lostItems += count;
  total.lastFailureMs = now;
  failed(place, signal, count, result.error, now);
  const message = result.error?.message || 'export failed';
  return { code: result.code, error: new Error(`${message} ${REPORTED}`, { cause: result.error }) };
}

// Usually one place takes all three signals; then one line speaks for them.
function placeOf(signal: Signal, url: string): string {
  return redactUrl(url).replace(new RegExp(`/v1/${signal}$`), '');
}

function failed(place: string, signal: Signal, count: number, error: Error | undefined, now: number): void {
  const known = failing.get(place);
  const state = known ?? { lastLineMs: 0, lost: { traces: 0, metrics: 0, logs: 0 } };
  state.lost[signal] += count;
  failing.set(place, state);
  if (now - state.lastLineMs < MS_BETWEEN_LINES) return;
  state.lastLineMs = now;
  const hint = isLocal(place) ? '; start a Collector with: npx otel-media up' : '';
  // The first line comes with the first of three signals: too early to say how much is lost.
  const lost = known === undefined ? '' : `. Lost so far: ${lostText(state.lost)}`;
  say(`cannot send to ${place}: ${deliveryFailure(error, hint)}${lost}`);
}

function recovered(place: string): void {
  const state = failing.get(place);
  if (state === undefined) return;
  failing.delete(place);
  say(`sending to ${place} works again. Lost meanwhile: ${lostText(state.lost)}`);
}

function lostText({ traces, logs }: Record<Signal, number>): string {
  const parts = [counted(traces, 'span'), counted(logs, 'log record')].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'nothing';
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}

function say(line: string): void {
  lines += 1;
  diag.warn(`otel-media: ${line}`);
}
