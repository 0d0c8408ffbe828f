import { redactionLate } from '../../src/registry/collector.ts';
import { cookiesChecks, cookiesResults } from '../../src/registry/cookies.ts';
import type { MetricDefinition } from '../../src/registry/define.ts';
import { downloadAttemptDuration, downloadAttempts, downloadSize } from '../../src/registry/download.ts';
import { errors } from '../../src/registry/error.ts';
import { jobFailures, jobRunDuration, jobRuns } from '../../src/registry/job.ts';
import { playAttempts, playDuration, playErrors, playGap, plays } from '../../src/registry/play.ts';
import { labelName, prometheusName } from '../../src/registry/prometheus_name.ts';
import {
  sessionDuration,
  sessionFilesDownloaded,
  sessionLinksSubmitted,
  sessions,
} from '../../src/registry/session.ts';
import { stageDuration, stageSize, stages, stagesSlow } from '../../src/registry/stage.ts';
import { telemetryItems } from '../../src/registry/telemetry.ts';
import { type Life, SECOND } from './lives.ts';
import type { Series } from './open_metrics.ts';
import { collectorCounter } from './pipeline.ts';
import type { History } from './things.ts';

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** The series of counters and histograms that the runs of a history exported. */
export function countersOf(history: History): Series[] {
  const counters = new Counters();
  countPlays(history, counters);
  countSessions(history, counters);
  for (const { toldAt, toldBy, ...one } of history.downloads) {
    const compared = {
      'media.download.outcome': one.outcome,
      'media.download.client': one.client,
      'media.download.proxy_used': one.proxyUsed,
      'media.download.cookies_used': one.cookiesUsed,
    };
    counters.add(toldBy, downloadAttempts, { ...compared, ...failure(one) }, toldAt, 1);
    counters.observe(toldBy, downloadAttemptDuration, compared, toldAt, one.seconds);
    const client = { 'media.download.client': one.client };
    if (one.bytes !== undefined) counters.observe(toldBy, downloadSize, client, toldAt, one.bytes);
  }
  for (const { toldAt, toldBy, ...one } of history.stages) {
    const named = { 'media.stage.name': one.name };
    const ended = { ...named, 'media.stage.outcome': one.outcome };
    counters.add(toldBy, stages, { ...ended, ...failure(one) }, toldAt, 1);
    counters.observe(toldBy, stageDuration, ended, toldAt, one.seconds);
    counters.observe(toldBy, stageSize, { ...named, 'media.stage.direction': 'in' }, toldAt, one.bytesIn);
    if (one.slow) counters.add(toldBy, stagesSlow, named, toldAt, 1);
  }
  for (const { toldAt, toldBy, ...one } of history.jobs) {
    const kind = { 'messaging.destination.name': one.queue, 'media.job.type': one.type };
    counters.add(toldBy, jobRuns, { ...kind, 'media.job.state': one.state }, toldAt, 1);
    counters.observe(toldBy, jobRunDuration, { ...kind, 'media.job.state': one.state }, toldAt, one.seconds);
    if (one.state === 'failed') counters.add(toldBy, jobFailures, { ...kind, ...failure(one) }, toldAt, 1);
  }
  for (const { toldAt, toldBy, component, severity, type, category } of history.errors) {
    const where = { 'media.error.component': component, 'media.error.severity': severity };
    const what = { 'error.type': type, 'media.error.category': category };
    counters.add(toldBy, errors, { ...where, ...what }, toldAt, 1);
  }
  countPipeline(history, counters);
  for (const { toldAt, toldBy, result } of history.cookieResults)
    counters.add(toldBy, cookiesResults, { 'media.cookies.result': result }, toldAt, 1);
  for (const { toldAt, toldBy, file, state } of history.cookieChecks) {
    const found = { 'media.cookies.file_name': file.name, 'media.cookies.site': file.site };
    counters.add(toldBy, cookiesChecks, { ...found, 'media.cookies.state': state }, toldAt, 1);
  }
  return counters.series();
}

function countPipeline(history: History, counters: Counters): void {
  for (const { toldAt, toldBy, signal, outcome, count } of history.exported) {
    const what = { 'media.telemetry.signal': signal, 'media.telemetry.outcome': outcome };
    counters.add(toldBy, telemetryItems, what, toldAt, count);
  }
  for (const one of history.inCollector)
    counters.add(one.toldBy, collectorCounter(one), {}, one.toldAt, one.count);
  for (const { toldAt, toldBy, signal, family } of history.masked) {
    const what = { 'otel_media.signal': signal, 'otel_media.redaction.family': family };
    counters.add(toldBy, redactionLate, what, toldAt, 1);
  }
}

function countPlays(history: History, counters: Counters): void {
  for (const play of history.plays) {
    const { station, startedAt, startedBy, gapSeconds, toldAt, toldBy, outcome, errorCount } = play;
    const at = { 'media.play.station': station };
    counters.add(startedBy, playAttempts, at, startedAt, 1);
    if (gapSeconds !== undefined) counters.observe(startedBy, playGap, at, startedAt, gapSeconds);
    const type = { 'error.type': outcome === 'failure' ? PLAY_ERROR_TYPE : undefined };
    const how = { ...at, 'media.play.outcome': outcome };
    counters.add(toldBy, plays, { ...how, 'media.play.has_errors': errorCount > 0, ...type }, toldAt, 1);
    counters.observe(toldBy, playDuration, how, toldAt, (play.endedAt - startedAt) / SECOND);
    const network = { 'error.type': PLAY_ERROR_TYPE, 'media.error.category': 'network' };
    if (errorCount > 0) counters.add(toldBy, playErrors, { ...at, ...network }, toldAt, errorCount);
  }
}

/** What is wrong with every play that has errors. */
const PLAY_ERROR_TYPE = 'connection_refused';

function countSessions(history: History, counters: Counters): void {
  for (const { toldAt, toldBy, startedAt, links, files, outcome } of history.sessions) {
    const how = { 'media.session.outcome': outcome };
    counters.add(toldBy, sessions, how, toldAt, 1);
    counters.add(toldBy, sessionLinksSubmitted, {}, startedAt, links);
    counters.add(toldBy, sessionFilesDownloaded, {}, toldAt, files);
    counters.observe(toldBy, sessionDuration, how, toldAt, (toldAt - startedAt) / SECOND);
  }
}

function failure(one: { errorType: string | undefined; errorCategory: string | undefined }): Attributes {
  return { 'error.type': one.errorType, 'media.error.category': one.errorCategory };
}

interface Growing {
  readonly life: Life;
  readonly name: string;
  readonly labels: string;
  readonly steps: { readonly at: number; readonly by: number }[];
}

class Counters {
  readonly #series = new Map<Life, Map<string, Growing>>();

  add(life: Life, metric: MetricDefinition, attributes: Attributes, at: number, by: number): void {
    this.#step(life, prometheusName(metric), labelsOf(attributes), at, by);
  }

  observe(life: Life, metric: MetricDefinition, attributes: Attributes, at: number, value: number): void {
    const labels = labelsOf(attributes);
    const comma = labels === '' ? '' : ',';
    for (const bound of [...(metric.buckets ?? []), Number.POSITIVE_INFINITY]) {
      const le = bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound);
      const by = value <= bound ? 1 : 0;
      this.#step(life, prometheusName(metric, 'bucket'), `${labels}${comma}le="${le}"`, at, by);
    }
    this.#step(life, prometheusName(metric, 'sum'), labels, at, value);
    this.#step(life, prometheusName(metric, 'count'), labels, at, 1);
  }

  series(): Series[] {
    return [...this.#series.values()].flatMap((ofLife) => [...ofLife.values()].map(asSeries));
  }

  #step(life: Life, name: string, labels: string, at: number, by: number): void {
    const ofLife = this.#series.get(life) ?? new Map<string, Growing>();
    this.#series.set(life, ofLife);
    const key = `${name}{${labels}}`;
    const series = ofLife.get(key) ?? { life, name, labels, steps: [] };
    ofLife.set(key, series);
    series.steps.push({ at, by });
  }
}

function labelsOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${labelName(name)}="${value}"`)
    .join(',');
}

function asSeries({ life, name, labels, steps }: Growing): Series {
  const sorted = [...steps].sort((one, other) => one.at - other.at);
  const [first] = sorted;
  let next = 0;
  let value = 0;
  return {
    life,
    name,
    labels,
    from: first?.at ?? life.to,
    isCounter: true,
    // Asked for growing times only.
    valueAt: (at) => {
      for (let step = sorted[next]; step !== undefined && step.at <= at; step = sorted[++next])
        value += step.by;
      return value;
    },
  };
}
