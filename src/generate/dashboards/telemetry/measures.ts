import { counted } from '../../../alerts/counted.ts';
import { sumBy } from '../../../alerts/promql.ts';
import { select } from '../../../registry/selection.ts';
import { telemetryHeartbeat, telemetryStopped } from '../../../registry/telemetry.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { narrowedBy } from '../choices.ts';
import { GOOD, steps, WARN } from '../panels/colours.ts';
import type { Curve } from '../panels/simple_panels.ts';
import type { PerSignal } from '../queries/collector_metrics.ts';
import type { ForeignMetric } from '../queries/foreign_metric.ts';
import { SCOPE } from '../queries/queries.ts';
import { labelVariable } from '../variables.ts';

/** What tells services apart. */
export const SERVICE = ['service_name', 'deployment_environment_name'];
const BY_SERVICE = SERVICE.join(', ');

/** The variables of the dashboard "Telemetry pipeline". */
export const chosen = narrowedBy();

export const variables = () => [
  ...chosen.variables(),
  labelVariable('collector', 'Collector', 'service_instance_id', ['__name__=~"otelcol_.+"']),
];

/** Selector of some series of the Collector's own. */
export function ofCollector({ series }: ForeignMetric): string {
  return `${series}{service_instance_id=~"$collector"}`;
}

/** Selector of series that others make of what services send. */
export function ofService({ series }: ForeignMetric): string {
  return `${series}{${SCOPE.join(',')}}`;
}

/** How many of all signals were counted in the time shown. */
export function inAll(...counters: readonly PerSignal[]): string {
  const each = counters.flatMap((counter) => Object.values(counter));
  // Each by itself: a counter that nobody has needed yet is not there, and nothing and something would be nothing.
  return each
    .map((metric) => `(${sumBy([], counted(ofCollector(metric), '$__range'))} or vector(0))`)
    .join(' + ');
}

/** How many of each signal were counted around each point of a graph. */
export function overTime(counter: PerSignal, what: string): Curve[] {
  return Object.entries(counter).map(([signal, metric]) => [
    `${sumBy([], counted(ofCollector(metric), '$__rate_interval'))} or vector(0)`,
    `${signal} ${what}`,
  ]);
}

/** When a service was last heard of, in seconds since 1970, by the newest word of any of its processes. */
export function lastHeard(): string {
  const beats = chosen.filtered(select(telemetryHeartbeat));
  return `max by (${BY_SERVICE}) (max_over_time(${beats}[$__range]))`;
}

/** When a service last said that it ends on purpose; 0 where it never did. */
export function lastGoodbye(): string {
  const goodbyes = chosen.filtered(select(telemetryStopped));
  return `max by (${BY_SERVICE}) (max_over_time(${goodbyes}[$__range]))`;
}

/** Services of which nothing is heard, and which did not say goodbye. */
export function silentServices(): string {
  const silence = `time() - ${lastHeard()} > ${thresholds.telemetrySilentSeconds}`;
  return `count((${silence}) unless on (${BY_SERVICE}) (${lastGoodbye()} >= ${lastHeard()})) or vector(0)`;
}

/** Green for none, and something to look at from the first on. */
export function noneIsGood(color: string = WARN) {
  return steps(GOOD, { from: 1, color });
}
