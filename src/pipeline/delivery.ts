import { diag } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { exportResults, type Signal } from '../emit/export_results.ts';
import { redactUrl } from '../redact/urls/url.ts';
import { deliveryFailure, isLocal } from './delivery_failure.ts';
import { nobodyThere } from './nobody_there.ts';

/** Put into the error that is passed on, so that what the SDK says about it can be told from news. */
export const REPORTED = '(reported by otel-media)';

// One line a minute for each place, whatever the number of signals and exports: it says the same each time.
const MS_BETWEEN_LINES = 60_000;

// What each place that fails now has cost; totals are kept by `emit/export_results.ts`.
const failing = new Map<string, { lastLineMs: number; lost: Record<Signal, number> }>();
let lines = 0;
let isEnding = false;

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
 * @param countOf how many items an export would lose: 0 for metrics, since the next export has them
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
      if (!isEnding || everDelivered(signal) || !isLocal(url)) send(items, tell);
      else
        void nobodyThere(url).then((nobody) => {
          if (nobody) tell({ code: ExportResultCode.FAILED, error: refused() });
          else send(items, tell);
        });
    },
  };
  return Object.assign(exporter, watching);
}

function everDelivered(signal: Signal): boolean {
  return exportResults().get(signal)?.lastDeliveredMs !== undefined;
}

function refused(): Error {
  return Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
}

function noted(signal: Signal, url: string, count: number, result: ExportResult): ExportResult {
  const place = placeOf(signal, url);
  if (result.code === ExportResultCode.SUCCESS) {
    recovered(place);
    return result;
  }
  failed(place, signal, count, result.error);
  const message = result.error?.message || 'export failed';
  return { code: result.code, error: new Error(`${message} ${REPORTED}`, { cause: result.error }) };
}

// Usually one place takes all three signals; then one line speaks for them.
function placeOf(signal: Signal, url: string): string {
  return redactUrl(url).replace(new RegExp(`/v1/${signal}$`), '');
}

function failed(place: string, signal: Signal, count: number, error: Error | undefined): void {
  const now = Date.now();
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
