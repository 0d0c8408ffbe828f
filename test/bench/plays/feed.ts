import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { countersOf } from '../../history/counters.ts';
import { DAY, HOUR, type Life, MINUTE } from '../../history/lives.ts';
import { type LogRecord, logRecordsOf, otlpRequests } from '../../history/log_records.ts';
import { writeOpenMetrics } from '../../history/open_metrics.ts';
import { runningOf } from '../../history/running.ts';
import type { History } from '../../history/things.ts';
import { linesShown, postLogs } from '../../stack/history/loki.ts';
import { makeBlocks } from '../../stack/history/stores.ts';

/** Makes blocks of the metrics of all plays, a process at a time. */
export async function writePlayMetrics(history: History, folder: string, promtool: string): Promise<number> {
  const file = join(folder, 'plays.txt');
  const part = join(folder, 'part.txt');
  writeFileSync(file, '');
  let samples = 0;
  for (const life of history.lives) {
    const ofLife = {
      ...history,
      lives: [life],
      plays: history.plays.filter(({ toldBy }) => toldBy === life),
    };
    const series = [...countersOf(ofLife), ...runningOf(ofLife)];
    const times = new Map([[life, exportTimes(life, history.end)]]);
    samples += writeOpenMetrics(part, series, times, () => true).samples;
    appendFileSync(file, readFileSync(part, 'utf8').replace('# EOF\n', ''));
  }
  appendFileSync(file, '# EOF\n');
  rmSync(part);
  await makeBlocks(promtool, file, folder);
  rmSync(file);
  return samples;
}

// Fewer samples the older they are, as ninety days of one every 15 s would take hours to write.
function exportTimes(life: Life, end: number): number[] {
  const times: number[] = [];
  for (let at = life.from; at < life.to && at <= end; ) {
    times.push(at);
    at += end - at < 26 * HOUR ? MINUTE : 30 * MINUTE;
  }
  if (life.to <= end) times.push(life.to);
  return times;
}

/** Sends the logs of all plays in order, a day at a time, and waits until Loki shows them all. */
export async function sendPlayLogs(history: History, loki: string): Promise<number> {
  let sent = 0;
  for (const records of byDay(history)) {
    for (const body of otlpRequests(records)) await postLogs(`${loki}/otlp/v1/logs`, body);
    sent += records.length;
    if (process.stderr.isTTY) process.stderr.write(`\r${sent.toLocaleString('en-US')} log lines sent\x1b[K`);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  await postLogs(`${loki}/flush`, '');
  // While chunks are written, lines may be shown twice or not at all.
  for (let left = 60; left > 0 && (await linesShown(loki, history.end)) !== sent; left -= 1) await wait(3000);
  return sent;
}

function* byDay(history: History): Generator<LogRecord[]> {
  let later: LogRecord[] = [];
  let from = 0;
  const { plays } = history;
  while (from < plays.length) {
    const until = (plays[from]?.startedAt ?? 0) + DAY;
    let to = from;
    while ((plays[to]?.startedAt ?? Number.POSITIVE_INFINITY) < until) to += 1;
    const all = [...later, ...logRecordsOf({ ...history, plays: plays.slice(from, to) })];
    all.sort((one, other) => one.at - other.at);
    yield all.filter(({ at }) => at < until);
    later = all.filter(({ at }) => at >= until);
    from = to;
  }
  if (later.length > 0) yield later;
}
