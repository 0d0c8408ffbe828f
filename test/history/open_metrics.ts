import { closeSync, openSync, writeSync } from 'node:fs';
import { DAY, HOUR, type Life, MINUTE, SECOND, silenceBefore } from './lives.ts';

/** The values that a run of an instance exported of one thing. */
export interface Series {
  readonly life: Life;
  readonly name: string;
  /** Written as Prometheus does, without the braces. */
  readonly labels: string;
  /** From when on there is a value. */
  readonly from: number;
  /** Of a counter Prometheus gets to know when it began, and writes a zero there. */
  readonly isCounter: boolean;
  /** The value at a time; no number where there was none. Asked in the order of time. */
  valueAt(at: number): number;
}

/** How many days before the end metrics begin: a little more than is kept, as whole blocks are. */
const METRIC_DAYS = 32;

/** The service that all of the history is of. */
export const SERVICE = 'history';
export const NAMESPACE = 'tests';
export const ENVIRONMENT = 'production';

// Applications export every 15 s. Ninety days of that would be too much to write, so older days have fewer samples; each
// distance is below what a panel that shows so many days counts over at once. What is true of these is so of 15 s.
const DISTANCES = [
  { younger: 26 * HOUR, distance: MINUTE },
  { younger: 8 * DAY, distance: 5 * MINUTE },
  { younger: METRIC_DAYS * DAY, distance: 15 * MINUTE },
] as const;

/** How far apart samples are at a time before the end, in milliseconds. */
export function distanceAt(before: number): number {
  return DISTANCES.find(({ younger }) => before <= younger)?.distance ?? 15 * MINUTE;
}

/** When what a run exported arrived: from its beginning now and then, and once more when it was stopped; not in the silence. */
export function exportTimes(life: Life, end: number): number[] {
  const times: number[] = [];
  let at = Math.max(life.from, end - METRIC_DAYS * DAY + (life.instance === 'a' ? 3 : 11) * SECOND);
  while (at < life.to && at <= end) {
    times.push(at);
    at += distanceAt(end - at);
  }
  if (life.to <= end && !life.killed && times.length > 0) times.push(life.to);
  const silence = silenceBefore(end);
  return times.filter((one) => one < silence.from || one > silence.to);
}

/** What was written into a file of OpenMetrics text. */
export interface Written {
  readonly series: number;
  readonly samples: number;
}

/**
 * Writes the values of series at some times as OpenMetrics text. No types are written: with them `promtool` would spell the
 * bounds of histograms in another way than those have that arrive by OTLP.
 *
 * @param times   when each run exported
 * @param isMeant the part of the time that the file is for
 */
export function writeOpenMetrics(
  file: string,
  series: readonly Series[],
  times: ReadonlyMap<Life, readonly number[]>,
  isMeant: (at: number) => boolean,
): Written {
  const descriptor = openSync(file, 'w');
  let samples = 0;
  let written = 0;
  for (const { life, name, labels, from, isCounter, valueAt } of series) {
    const comma = labels === '' ? '' : ',';
    const head = `${name}{instance="${life.id}",service_instance_id="${life.id}"${comma}${labels}}`;
    const exports = times.get(life) ?? [];
    const lines = exports
      .filter((at) => at > from && isMeant(at))
      .map((at) => [at, valueAt(at)] as const)
      .filter(([, value]) => !Number.isNaN(value))
      .map(([at, value]) => `${head} ${value} ${at / SECOND}\n`);
    const isKnown = from >= (exports[0] ?? Number.POSITIVE_INFINITY);
    if (isCounter && isKnown && isMeant(from)) lines.unshift(`${head} 0 ${from / SECOND}\n`);
    if (lines.length === 0) continue;
    writeSync(descriptor, lines.join(''));
    written += 1;
    samples += lines.length;
  }
  writeSync(descriptor, '# EOF\n');
  closeSync(descriptor);
  return { series: written, samples };
}

/** The labels that all series have, which `promtool` adds. Else each of millions of lines would carry them. */
export const COMMON_LABELS: Readonly<Record<string, string>> = {
  service_name: SERVICE,
  service_namespace: NAMESPACE,
  service_version: '1.0.0',
  deployment_environment_name: ENVIRONMENT,
  job: `${NAMESPACE}/${SERVICE}`,
};
