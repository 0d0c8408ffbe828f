import { downloadAttemptDuration } from '../../../src/registry/download.ts';
import { stageDuration } from '../../../src/registry/stage.ts';
import { bucketOf, distinct, isIn, quantile, tally, type Window } from '../../history/answers.ts';
import { HOUR } from '../../history/lives.ts';
import { traceOf } from '../../history/log_records.ts';
import type { AppError, History, Told } from '../../history/things.ts';
import {
  type Between,
  counted,
  countedBy,
  type Expectation,
  LOG_DAYS,
  loosely,
  METRIC_DAYS,
  places,
  ratio,
  rest,
} from './expectation.ts';

type Expected = Expectation['expected'];

const once = ({ toldAt }: Told) => ({ at: toldAt, amount: 1 });

/** How many of some things metrics counted. */
function count<T extends Told>(
  list: (history: History) => readonly T[],
  meant: (one: T) => boolean = () => true,
): Expected {
  return (history, window) => ({ '': counted(list(history).filter(meant).map(once), window, history) });
}

/** How many of some things metrics counted, by a value that they have. */
function countBy<T extends Told>(
  list: (history: History) => readonly T[],
  key: (one: T) => string | undefined,
  meant: (one: T) => boolean = () => true,
): Expected {
  return (history, window) => countedBy(list(history).filter(meant), key, once, window, history);
}

/** The share of those things that did not fail, of those that came to an end of their own. */
function success<T extends Told>(
  list: (history: History) => readonly T[],
  failed: (one: T) => boolean,
  done: (one: T) => boolean = () => true,
  key: (one: T) => string = () => '',
): Expected {
  return (history, window) => {
    const all = countedBy(list(history).filter(done), key, once, window, history);
    const bad = countedBy(list(history).filter(failed), key, once, window, history);
    const none = { least: 0, most: 0 };
    return Object.fromEntries(
      Object.entries(all).map(([name, whole]) => [name, rest(ratio(bad[name] ?? none, whole))]),
    );
  };
}

/** The bucket in which a quantile lies: Prometheus knows no more of it than that. */
function inBucket<T extends Told>(
  list: (history: History) => readonly T[],
  value: (one: T) => number,
  buckets: readonly number[],
): Expected {
  return (history, window) => {
    const values = list(history)
      .filter(({ toldAt }) => isIn(toldAt, window))
      .map(value);
    const [least, most] = bucketOf(quantile(values, 0.95), buckets);
    return { '': { least, most } };
  };
}

/** The newest things that were told of, by the trace of each. */
function newest<T extends Told>(
  event: string,
  list: (history: History) => readonly T[],
  meant: (one: T) => boolean,
): Expected {
  return (history, window) =>
    places(
      list(history)
        .filter((one) => isIn(one.toldAt, window) && meant(one))
        .slice(-100)
        .reverse()
        .map((one) => traceOf(event, one)),
    );
}

function graph(expected: Expected): Pick<Expectation, 'expected' | 'read'> {
  return {
    read: 'sum of points',
    expected: (...args) => loosely(expected(...args) as Record<string, Between>),
  };
}

const downloads = ({ downloads: list }: History) => list;
const stages = ({ stages: list }: History) => list;
const jobs = ({ jobs: list }: History) => list;
const errors = ({ errors: list }: History) => list;
const failed = ({ outcome }: { outcome: string }) => outcome === 'failure';
const finished = ({ outcome }: { outcome: string }) => outcome !== 'interrupted';
const jobFailed = ({ state }: { state: string }) => state === 'failed';
const severity = (one: AppError) => one.severity;
const client = (one: { client: string }) => one.client;

const DOWNLOADS: readonly Expectation[] = [
  { panel: 'Success rate', expected: success(downloads, failed, finished) },
  { panel: 'Attempts', expected: count(downloads) },
  { panel: 'Failures', expected: count(downloads, failed) },
  { panel: 'Interrupted', expected: count(downloads, ({ outcome }) => outcome === 'interrupted') },
  {
    panel: 'Duration, 95th percentile',
    expected: inBucket(downloads, ({ seconds }) => seconds, downloadAttemptDuration.buckets),
  },
  {
    panel: 'Downloaded',
    expected: (history: History, window: Window) => ({
      '': counted(
        history.downloads.map(({ toldAt, bytes = 0 }) => ({ at: toldAt, amount: bytes })),
        window,
        history,
      ),
    }),
  },
  {
    panel: 'Clients compared',
    by: ['media_download_client'],
    expected: countBy(downloads, client, finished),
  },
  {
    panel: 'Clients compared',
    refId: 'B',
    by: ['media_download_client'],
    expected: countBy(downloads, client, failed),
  },
  {
    panel: 'Clients compared',
    refId: 'C',
    by: ['media_download_client'],
    expected: success(downloads, failed, finished, client),
  },
  {
    ...{ panel: 'With and without proxy', by: ['media_download_proxy_used'] },
    expected: countBy(downloads, ({ proxyUsed }) => String(proxyUsed), finished),
  },
  {
    ...{ panel: 'With and without cookies', refId: 'B', by: ['media_download_cookies_used'] },
    expected: countBy(downloads, ({ cookiesUsed }) => String(cookiesUsed), failed),
  },
  {
    ...{ panel: 'Failures, and what to do about them', by: ['error_type'] },
    expected: countBy(downloads, ({ errorType }) => errorType),
  },
  {
    ...{ panel: 'Attempts by outcome', by: ['media_download_outcome'] },
    ...graph(countBy(downloads, ({ outcome }) => outcome)),
  },
  {
    ...{ panel: 'Last failed attempts', days: LOG_DAYS, read: { linesBy: 'trace_id' } },
    expected: newest('media.download.attempt.ended', downloads, failed),
  },
].map((one) => ({ dashboard: 'downloads', days: METRIC_DAYS, ...one }));

const PROCESSING: readonly Expectation[] = [
  { panel: 'Success rate', expected: success(stages, failed) },
  { panel: 'Stages', expected: count(stages) },
  { panel: 'Failures', expected: count(stages, failed) },
  { panel: 'Slow', expected: count(stages, ({ slow }) => slow) },
  {
    panel: 'Duration, 95th percentile',
    expected: inBucket(stages, ({ seconds }) => seconds, stageDuration.buckets),
  },
  { panel: 'Stages compared', by: ['media_stage_name'], expected: countBy(stages, ({ name }) => name) },
  {
    panel: 'Stages compared',
    refId: 'D',
    by: ['media_stage_name'],
    expected: countBy(
      stages,
      ({ name }) => name,
      ({ slow }) => slow,
    ),
  },
  {
    ...{ panel: 'Stages compared', refId: 'G', by: ['media_stage_name'] },
    expected: (history: History, window: Window) =>
      countedBy(
        history.stages,
        ({ name }) => name,
        ({ toldAt, bytesIn }) => ({ at: toldAt, amount: bytesIn }),
        window,
        history,
      ),
  },
  {
    panel: 'Stages by outcome',
    by: ['media_stage_outcome'],
    ...graph(countBy(stages, ({ outcome }) => outcome)),
  },
  {
    ...{ panel: 'Last failed stages', days: LOG_DAYS, read: { linesBy: 'trace_id' } },
    expected: newest('media.stage.ended', stages, failed),
  },
].map((one) => ({ dashboard: 'processing', days: METRIC_DAYS, ...one }));

const JOBS: readonly Expectation[] = [
  { panel: 'Success rate', expected: success(jobs, jobFailed) },
  { panel: 'Failed', expected: count(jobs, jobFailed) },
  {
    panel: 'Jobs per hour',
    expected: (history: History, window: Window) => {
      const { least, most } = counted(history.jobs.map(once), window, history);
      const hours = (window.to - window.from) / HOUR;
      return { '': { least: least / hours, most: most / hours } };
    },
  },
  {
    panel: 'Mean duration',
    expected: (history: History, window: Window) => {
      const sum = counted(
        history.jobs.map(({ toldAt, seconds }) => ({ at: toldAt, amount: seconds })),
        window,
        history,
      );
      const all = counted(history.jobs.map(once), window, history);
      return { '': { least: sum.least / all.most, most: sum.most / all.least } };
    },
  },
  {
    ...{ panel: 'Workers, each process by itself', by: ['service_instance_id'] },
    expected: countBy(jobs, ({ toldBy }) => toldBy.id),
  },
  {
    ...{ panel: 'Failed runs, and what to do about them', by: ['error_type'] },
    expected: countBy(jobs, ({ errorType }) => errorType),
  },
  {
    panel: 'Runs by the state they ended in',
    by: ['media_job_state'],
    ...graph(countBy(jobs, ({ state }) => state)),
  },
  {
    ...{ panel: 'Last failed runs', days: LOG_DAYS, read: { linesBy: 'trace_id' } },
    expected: newest('media.job.state_changed', jobs, jobFailed),
  },
].map((one) => ({ dashboard: 'jobs', days: METRIC_DAYS, ...one }));

/** The kinds of errors of a time that nobody dealt with since they happened last. */
function unresolved({ errors: all, resolutions }: History, window: Window): string[] {
  const seen = all.filter(({ toldAt }) => isIn(toldAt, window));
  const last = new Map(seen.map(({ fingerprint, toldAt }) => [fingerprint, toldAt]));
  const dealtWith = new Map(
    resolutions
      .filter(({ toldAt }) => isIn(toldAt, window))
      .map(({ fingerprint, toldAt }) => [fingerprint, toldAt]),
  );
  return [...last]
    .filter(([fingerprint, at]) => (dealtWith.get(fingerprint) ?? 0) < at)
    .map(([fingerprint]) => fingerprint);
}

const ERRORS: readonly Expectation[] = [
  { panel: 'Errors', expected: count(errors) },
  { panel: 'Critical', expected: count(errors, (one) => one.severity === 'critical') },
  { panel: 'Errors by severity', by: ['media_error_severity'], ...graph(countBy(errors, severity)) },
  {
    ...{
      panel: 'Errors by service, component and severity',
      by: ['media_error_component', 'media_error_severity'],
    },
    expected: countBy(errors, (one) => `${one.component} ${one.severity}`),
  },
  {
    panel: 'Errors by type, and what to do about them',
    by: ['error_type'],
    expected: countBy(errors, ({ type }) => type),
  },
  {
    ...{ panel: 'Different errors', days: LOG_DAYS },
    expected: ({ errors: all }: History, window: Window) =>
      distinct(
        all.filter(({ toldAt }) => isIn(toldAt, window)),
        () => '',
        ({ fingerprint }) => fingerprint,
      ),
  },
  {
    ...{ panel: 'Unresolved', days: LOG_DAYS },
    expected: (history: History, window: Window) => ({ '': unresolved(history, window).length }),
  },
  {
    ...{ panel: 'Unresolved errors', refId: 'B', by: ['media_error_fingerprint'], days: LOG_DAYS },
    expected: (history: History, window: Window) => {
      const open = unresolved(history, window);
      return tally(
        history.errors.filter(
          ({ toldAt, fingerprint }) => isIn(toldAt, window) && open.includes(fingerprint),
        ),
        ({ fingerprint }) => fingerprint,
      );
    },
  },
  {
    ...{ panel: 'Resolved', days: LOG_DAYS },
    expected: ({ resolutions }: History, window: Window) => ({
      '': resolutions.filter(({ toldAt }) => isIn(toldAt, window)).length,
    }),
  },
  {
    ...{ panel: 'Last errors', days: LOG_DAYS, read: { linesBy: 'trace_id' } },
    expected: newest('media.error', errors, () => true),
  },
].map((one) => ({ dashboard: 'errors', days: METRIC_DAYS, ...one }));

const OVERVIEW: readonly Expectation[] = [
  { panel: 'Downloads that succeed', expected: success(downloads, failed, finished) },
  {
    panel: 'Plays without errors',
    expected: success(
      ({ plays }) => plays,
      ({ errorCount }) => errorCount > 0,
    ),
  },
  { panel: 'Stages that succeed', expected: success(stages, failed) },
  { panel: 'Jobs that succeed', expected: success(jobs, jobFailed) },
  { panel: 'Critical errors', expected: count(errors, (one) => one.severity === 'critical') },
].map((one) => ({ dashboard: 'overview', days: METRIC_DAYS, ...one }));

/** What the dashboards of downloads, processing, jobs, errors and all together should show. */
export const WORK: readonly Expectation[] = [...DOWNLOADS, ...PROCESSING, ...JOBS, ...ERRORS, ...OVERVIEW];
