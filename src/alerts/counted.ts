import { collectorUptime } from '../registry/collector.ts';
import type { MetricDefinition } from '../registry/define.ts';
import { labelName, prometheusName } from '../registry/prometheus_name.ts';
import { telemetryHeartbeat, telemetryStarted } from '../registry/telemetry.ts';

/**
 * How much each series counted within a window, the first time included.
 *
 * A counter comes into being with its first increment, and a process that fetches one thing may be gone before the
 * second: `increase()` sees one value and says 0. So a series that had counted nothing in the window before counts with
 * its whole value, and any other by its increase. Counts of a process that has ended stay in while the window reaches
 * back to it, as nothing here looks at the present instant alone.
 *
 * "Had counted nothing" and not "was not there": Prometheus may date a zero back to when the series began, which can lie
 * in the window before. A series that was set back goes by its increase too: what is missed is the first value after a
 * restart under the same `service.instance.id`, and that only in a store that writes no such zeros.
 *
 * Nor is a series new that comes back after a gap longer than the window: Prometheus was down, the host slept. That it is
 * one, and not a new process, is known where the process began before the window and nothing of it is there of the window
 * before. Its series go by their increase. So what was counted between the last value before such a gap and the first
 * one after it is in no window that begins after the former; one that reaches back over the gap has it. Processes that
 * do not tell when they began (those without `init`) count after such a gap with all that they ever counted, once.
 *
 * @param window how long it is: a duration of one unit, or Grafana's `$__range` or `$__rate_interval`
 */
export function counted(selector: string, window: string): string {
  return countedIn(selector, window, '', ` offset ${window}`, secondsOf(window));
}

/**
 * {@link counted} for a window that ended some minutes ago.
 *
 * @param window how long it is: a duration of one unit, whole minutes
 */
export function countedEarlier(selector: string, window: string, agoMinutes: number): string {
  const seconds = secondsOf(window);
  const before = ` offset ${agoMinutes + Number(seconds) / 60}m`;
  return countedIn(selector, window, ` offset ${agoMinutes}m`, before, seconds, agoMinutes * 60);
}

/**
 * {@link counted} for the window that begins at each point, not that which ends there: so that the bar of a day stands at
 * the day's beginning, and today's is there while the day lasts.
 *
 * @param window how long it is: a duration of one unit
 */
export function countedAhead(selector: string, window: string): string {
  const seconds = secondsOf(window);
  return countedIn(selector, window, ` offset -${window}`, '', seconds, -Number(seconds));
}

function countedIn(
  selector: string,
  window: string,
  at: string,
  before: string,
  seconds: string,
  agoSeconds = 0,
): string {
  const x = `${selector}[${window}]${at}`;
  const old = `last_over_time(${selector}[${window}]${before}) > 0 or resets(${x}) > 0`;
  const { isOld, wasSeen } = lifeOf(
    selector,
    `[${window}]${at}`,
    `[${window}]${before}`,
    seconds,
    agoSeconds,
  );
  const gap = `${isOld} unless ${SAME} ${wasSeen}`;
  return `((last_over_time(${x}) unless (${old}) unless ${SAME} (${gap})) or increase(${x}))`;
}

// How long after its beginning a process may send its first values: it exports every 15 s, unless it is told otherwise.
const FIRST_EXPORT_SECONDS = 60;

// Numbers of its spans come from the Collector, some seconds after its own. So what is heard of it again only just before
// the window says nothing of those.
const LATER_SECONDS = 30;

// Every series that arrives by OTLP has both, made of the name and the id of its service.
const SAME = 'on (job, instance)';

interface Life {
  /** Holds where the process began before the window. */
  readonly isOld: string;
  /** Holds where something is there of it from the window before. */
  readonly wasSeen: string;
}

function lifeOf(selector: string, range: string, before: string, seconds: string, agoSeconds: number): Life {
  const whose = (selector.match(WHOSE) ?? []).join(',');
  const of = (metric: MetricDefinition) => `${prometheusName(metric)}${whose === '' ? '' : `{${whose}}`}`;
  if (selector.startsWith('otelcol_')) {
    const uptime = of(collectorUptime);
    return {
      isOld: `last_over_time(${uptime}${range}) > ${sum(seconds, FIRST_EXPORT_SECONDS)}`,
      wasSeen: `present_over_time(${uptime}${before})`,
    };
  }
  const ago = (more: number) => sum(seconds, agoSeconds + more);
  return {
    isOld: `time() - last_over_time(${of(telemetryStarted)}${range}) > ${ago(FIRST_EXPORT_SECONDS)}`,
    wasSeen: `time() - min_over_time(${of(telemetryHeartbeat)}${before}) > ${ago(LATER_SECONDS)}`,
  };
}

function sum(seconds: string, more: number): string {
  const known = Number(seconds) + more;
  return Number.isNaN(known) ? `${seconds} + ${more}` : `${known}`;
}

// Matchers of a selector that say whose series are meant.
const WHOSE = new RegExp(
  `\\b(?:${['service.name', 'service.instance.id', 'deployment.environment.name'].map(labelName).join('|')})(?:=~|!~|!=|=)"[^"]*"`,
  'g',
);

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

function secondsOf(window: string): string {
  if (window === '$__range') return '$__range_s';
  if (window === '$__rate_interval') return '$__rate_interval_ms / 1000';
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(window) ?? [];
  const seconds = UNITS[unit];
  if (seconds === undefined) throw new Error(`a window of ${window} is not known`);
  return String(Number(count) * seconds);
}
