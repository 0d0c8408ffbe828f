import { series } from '../../../alerts/promql.ts';
import type { MetricDefinition } from '../../../registry/define.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { BAD, GOOD, steps, WARN } from '../panels/colours.ts';
import { SCOPE } from '../queries/queries.ts';
import { labelVariable, serviceVariables } from '../variables.ts';

/** What tells processes apart. Several processes of one host tell the same figures of it. */
export const PROCESS = ['service_name', 'service_instance_id'];
export const LEGEND = '{{service_name}} {{service_instance_id}}';
export const QUIET = 'Nobody told of a host in this time';

const INSTANCE = 'service_instance_id=~"$instance"';

/** The variables of the dashboard "Host". */
export const variables = () => [
  ...serviceVariables(),
  labelVariable('instance', 'Process', 'service_instance_id', SCOPE),
];

type Where<M extends MetricDefinition> = Parameters<typeof select<M>>[1];

/** Selector of the series of a metric that are to be shown. */
export function shown<M extends MetricDefinition>(metric: M, where?: Where<M>): string {
  return series(select(metric, where), [...SCOPE, INSTANCE]);
}

/** The highest value of each process. */
export function perProcess<M extends MetricDefinition>(metric: M, where?: Where<M>): string {
  return `max by (${PROCESS.join(', ')}) (${shown(metric, where)})`;
}

export const cpuColours = () => steps(GOOD, { from: thresholds.healthCpuRatio, color: WARN });

export const memoryColours = () =>
  steps(
    GOOD,
    { from: thresholds.healthMemoryRatio, color: WARN },
    { from: thresholds.healthMemoryCriticalRatio, color: BAD },
  );

export const diskColours = () =>
  steps(
    GOOD,
    { from: thresholds.healthDiskRatio, color: WARN },
    { from: thresholds.healthDiskCriticalRatio, color: BAD },
  );
