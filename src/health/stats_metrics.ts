import { errorCategory } from '../registry/error.ts';
import { recentHistory } from './history.ts';
import { MAX_HOURS, type Tally } from './minutes.ts';
import type { Parameters } from './parameters.ts';
import { type QueueSource, queueState } from './queue_source.ts';
import type { RecentEvent } from './recent_event.ts';
import { percentOf, secondsOf, successRate, systemFields } from './stats_fields.ts';
import type { SystemHistory } from './system_history.ts';

/** What the answers are made of. */
export interface StatsSources {
  readonly queueSource: QueueSource | undefined;
  readonly system: SystemHistory;
}

export type StatsAnswer = (parameters: Parameters, sources: StatsSources) => object | Promise<object>;

const DAY_SECONDS = MAX_HOURS * 3600;

/**
 * The numbers that a download API gave at `/api/metrics/…` (requirement Q6). Rates are percentages with one decimal, null
 * where nothing has ended; times are in seconds. They are of this process, and of a day at most.
 */
export const METRICS_ENDPOINTS: ReadonlyMap<string, StatsAnswer> = new Map<string, StatsAnswer>([
  ['/api/metrics/queue', queue],
  ['/api/metrics/worker', worker],
  ['/api/metrics/jobs', jobs],
  ['/api/metrics/system', system],
  ['/api/metrics/performance', performance],
]);

async function queue(_parameters: Parameters, { queueSource }: StatsSources): Promise<object> {
  const { active, queued, capacity, states } = await queueState(queueSource);
  return {
    active,
    queued,
    breakdown: states,
    capacity: capacity ?? null,
    capacity_percent: percentOf(queued, capacity),
    timestamp: new Date().toISOString(),
  };
}

async function worker(_parameters: Parameters, { queueSource }: StatsSources): Promise<object> {
  const tally = tasks(DAY_SECONDS);
  const { active, workers } = await queueState(queueSource);
  return {
    processed: tally.succeeded + tally.failed,
    succeeded: tally.succeeded,
    failed: tally.failed,
    success_rate: successRate(tally),
    average_duration: secondsOf(tally),
    uptime: Math.round(process.uptime()),
    active,
    capacity: workers ?? null,
    timestamp: new Date().toISOString(),
  };
}

async function jobs(_parameters: Parameters, { queueSource }: StatsSources): Promise<object> {
  const { active, queued, workers, states } = await queueState(queueSource);
  return {
    active,
    queued,
    completed: states.completed ?? 0,
    failed: states.failed ?? 0,
    // Of the workers: 3 of 10 busy are 30.
    capacity_used: percentOf(active, workers),
    timestamp: new Date().toISOString(),
  };
}

async function system(_parameters: Parameters, sources: StatsSources): Promise<object> {
  return systemFields(await sources.system.current());
}

function performance(parameters: Parameters): object {
  const window = parameters.integer('time_window', 3600, 60, DAY_SECONDS);
  const history = recentHistory();
  const tally = tasks(window);
  const { errors } = history.minutes.since(window);
  // Of a process that has only just begun there is less than the window to go by.
  const watched = Math.min(window, Math.max(60, (Date.now() - history.startedAt.getTime()) / 1000));
  const { lastError } = history;
  const reported = (errors.error ?? 0) + (errors.critical ?? 0);
  const isRecent = lastError !== undefined && Date.now() - lastError.at.getTime() <= window * 1000;
  return {
    time_window: window,
    average_duration: secondsOf(tally),
    success_rate: successRate(tally),
    tasks_per_hour: Math.round(((tally.succeeded + tally.failed) * 36_000) / watched) / 10,
    // A task that failed is often reported as well: the larger of both, not their sum.
    error_count: Math.max(tally.failed, reported),
    last_error: isRecent ? errorFields(lastError) : null,
    timestamp: new Date().toISOString(),
  };
}

function errorFields({ at, attributes }: RecentEvent): object {
  return {
    type: attributes['error.type'] ?? null,
    category: attributes[errorCategory.name] ?? null,
    message: attributes['error.message'] ?? attributes['exception.message'] ?? null,
    timestamp: at.toISOString(),
  };
}

/** Tasks are jobs; in an application that has none, downloads. */
function tasks(seconds: number): Tally {
  const { minutes } = recentHistory();
  const isWorker = minutes.since(DAY_SECONDS).ended.job;
  const { ended } = minutes.since(seconds);
  return isWorker.succeeded + isWorker.failed > 0 ? ended.job : ended.download;
}
