import { threshold } from '../emit/thresholds.ts';
import { ERROR_SEVERITIES } from '../registry/error.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { type History, recentHistory } from './history.ts';
import { KINDS, type Kind, MAX_HOURS } from './minutes.ts';
import type { Parameters } from './parameters.ts';
import { LEVELS, type Level, type RecentEvent } from './recent_event.ts';
import { secondsOf, successRate, systemFields } from './stats_fields.ts';
import type { StatsAnswer, StatsSources } from './stats_metrics.ts';

/** Where media processing had its monitoring (requirement M6). */
export const MONITORING = '/api/v1/monitoring';

/** The numbers that media processing gave there, of this process and of a day at most; the long view is in the stores. */
export const MONITORING_ENDPOINTS: ReadonlyMap<string, StatsAnswer> = new Map<string, StatsAnswer>([
  [`${MONITORING}/stats`, stats],
  [`${MONITORING}/alerts`, alerts],
  [`${MONITORING}/metrics/system`, systemMetrics],
  [`${MONITORING}/sessions/active`, activeSessions],
  [`${MONITORING}/logs/recent`, recentLogs],
]);

const MAX_ALERTS = 500;
const MAX_LINES = 1000;

const PLURALS: Readonly<Record<Kind, string>> = {
  session: 'sessions',
  download: 'downloads',
  stage: 'stages',
  job: 'jobs',
  play: 'plays',
};

function hoursOf(parameters: Parameters): number {
  return parameters.integer('hours', 24, 1, MAX_HOURS);
}

function stats(parameters: Parameters): object {
  const hours = hoursOf(parameters);
  const history = recentHistory();
  const { ended, errors } = history.minutes.since(hours * 3600);
  const kinds = KINDS.map((kind) => {
    const tally = ended[kind];
    return [
      PLURALS[kind],
      {
        total: tally.succeeded + tally.failed,
        succeeded: tally.succeeded,
        failed: tally.failed,
        success_rate: successRate(tally),
        average_duration: secondsOf(tally),
      },
    ];
  });
  const total = Object.values(errors).reduce((sum, count) => sum + count, 0);
  return {
    hours,
    since: sinceOf(history, hours),
    ...Object.fromEntries(kinds),
    errors: { total, by_severity: errors },
    active_sessions: history.sessions().length,
    timestamp: new Date().toISOString(),
  };
}

// Nothing is known of before this process, or before anybody wanted to know.
function sinceOf(history: History, hours: number): string {
  return new Date(Math.max(Date.now() - hours * 3_600_000, history.startedAt.getTime())).toISOString();
}

const SEVERITY: Readonly<Record<Level, (typeof ERROR_SEVERITIES)[number]>> = {
  DEBUG: 'info',
  INFO: 'info',
  WARN: 'warning',
  ERROR: 'error',
  FATAL: 'critical',
};

function alerts(parameters: Parameters): object {
  const level = parameters.word('level', ERROR_SEVERITIES);
  const limit = parameters.integer('limit', 50, 1, MAX_ALERTS);
  const from = ERROR_SEVERITIES.indexOf(level ?? 'info');
  const found = recentHistory().alerts.newest(
    limit,
    (event) => ERROR_SEVERITIES.indexOf(SEVERITY[event.level]) >= from,
  );
  return {
    level: level ?? null,
    limit,
    count: found.length,
    alerts: found.map((event) => ({
      timestamp: event.at.toISOString(),
      severity: SEVERITY[event.level],
      event: event.name,
      message: event.message,
      ...about(event),
    })),
    timestamp: new Date().toISOString(),
  };
}

function about({ attributes }: RecentEvent) {
  const of = (...names: string[]): unknown => {
    for (const name of names) if (attributes[name] !== undefined) return attributes[name];
    return null;
  };
  return {
    stage: of(`${NAMESPACE}.stage.name`, `${NAMESPACE}.error.component`, `${NAMESPACE}.health.check`),
    session_id: of('session.id'),
    user: of('user.id'),
    error_code: of('error.type'),
    error_category: of(`${NAMESPACE}.error.category`),
    error_message: of('error.message', 'exception.message', `${NAMESPACE}.health.message`),
    context: of(`${NAMESPACE}.error.context`, `${NAMESPACE}.stage.context`),
  };
}

async function systemMetrics(parameters: Parameters, { system }: StatsSources): Promise<object> {
  const hours = hoursOf(parameters);
  return {
    hours,
    current: systemFields(await system.current()),
    samples: system
      .since(hours)
      .reverse()
      .map((sample) => systemFields(sample)),
  };
}

function activeSessions(): object {
  const now = Date.now();
  const sessions = recentHistory()
    .sessions()
    .map(({ id, startedMs, links }) => ({
      session_id: id,
      started_at: new Date(startedMs).toISOString(),
      age_seconds: Math.round((now - startedMs) / 1000),
      links: links ?? null,
      stuck: (now - startedMs) / 1000 >= threshold('sessionStuckSeconds'),
    }));
  return {
    count: sessions.length,
    stuck: sessions.filter(({ stuck }) => stuck).length,
    sessions,
    timestamp: new Date().toISOString(),
  };
}

// The names that other systems have for the same levels.
const LOG_LEVELS = [...LEVELS, 'WARNING', 'CRITICAL'] as const;

function recentLogs(parameters: Parameters): object {
  const lines = parameters.integer('lines', 100, 1, MAX_LINES);
  const level = parameters.word('level', LOG_LEVELS);
  const from = LEVELS.indexOf(
    level === 'WARNING' ? 'WARN' : level === 'CRITICAL' ? 'FATAL' : (level ?? 'DEBUG'),
  );
  const found = recentHistory().events.newest(lines, (event) => LEVELS.indexOf(event.level) >= from);
  return {
    lines,
    level: level ?? null,
    count: found.length,
    logs: found.map((event) => ({
      timestamp: event.at.toISOString(),
      level: event.level,
      event: event.name,
      message: event.message,
      ...about(event),
    })),
    timestamp: new Date().toISOString(),
  };
}
