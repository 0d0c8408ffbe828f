import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cookieSeries } from '../../history/cookie_files.ts';
import { countersOf } from '../../history/counters.ts';
import { hostSeries } from '../../history/host_figures.ts';
import { DAY } from '../../history/lives.ts';
import { logRecordsOf, otlpRequests } from '../../history/log_records.ts';
import { exportTimes, type Written, writeOpenMetrics } from '../../history/open_metrics.ts';
import { collectorSeries } from '../../history/pipeline.ts';
import { runningOf } from '../../history/running.ts';
import type { History } from '../../history/things.ts';
import { eventually } from '../live.ts';
import { linesShown, postLogs } from './loki.ts';
import { makeBlocks } from './stores.ts';

const FLUSHED_MS = 120_000;

/** Makes blocks of all metrics of a history, in two parts: else `promtool` would read the whole for each block. */
export async function writeMetrics(history: History, folder: string, promtool: string): Promise<Written> {
  const { lives, collector, end } = history;
  const series = [
    ...countersOf(history),
    ...runningOf(history),
    ...cookieSeries(history),
    ...hostSeries(lives),
    ...collectorSeries(collector),
  ];
  const recent = end - 7 * DAY;
  const times = new Map([...lives, collector].map((life) => [life, exportTimes(life, end)]));
  let all: Written = { series: series.length, samples: 0 };
  for (const isMeant of [(at: number) => at < recent, (at: number) => at >= recent]) {
    const file = join(folder, 'history.txt');
    const { samples } = writeOpenMetrics(file, series, times, isMeant);
    await makeBlocks(promtool, file, folder);
    rmSync(file);
    all = { ...all, samples: all.samples + samples };
  }
  return all;
}

/**
 * Sends all log records of a history to a Loki, in order, and waits until it shows them all.
 *
 * @returns how many there are
 */
export async function sendLogs(history: History, loki: string): Promise<number> {
  const records = logRecordsOf(history);
  for (const body of otlpRequests(records)) {
    await postLogs(`${loki}/otlp/v1/logs`, body);
  }
  // What is in memory and older than the oldest thing that can be there in earnest is shown once it is in the store.
  await postLogs(`${loki}/flush`, '');
  const count = () => linesShown(loki, history.end);
  await eventually('all log records are shown', count, (shown) => shown === records.length, FLUSHED_MS);
  return records.length;
}
