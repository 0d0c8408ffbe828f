import { HEALTH_OVERALL, type HealthState, healthCheck, healthState, healthStatus } from '../health.ts';
import { selectExcept } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import type { AlertDefinition } from './define.ts';

/** What the health checks of an application find. */
export function healthAlerts(t: Thresholds): readonly AlertDefinition[] {
  const check = {
    group: 'health',
    category: 'system',
    by: [healthCheck],
    keepMinutes: 0,
    noData: 'ok',
    executionError: 'keep',
    value: 'count',
    dashboard: 'overview',
  } as const;
  const stateIs = (state: HealthState) =>
    ({
      kind: 'newest_state_is',
      // The whole is as bad as its worst check, which is told by its own name.
      gauge: selectExcept(healthStatus, { 'media.health.check': [HEALTH_OVERALL] }),
      state: healthState,
      states: [state],
      windowMinutes: t.healthWindowMinutes,
    }) as const;
  return [
    {
      ...check,
      name: 'HealthCritical',
      severity: 'critical',
      condition: stateIs('critical'),
      // A check does not flutter: it is looked at once a minute, and a balancer acts on it at once.
      holdMinutes: 0,
      summary: 'Health check {media.health.check} of {service} is critical',
      description:
        'The last time check {media.health.check} ran it found what it looks at unusable. The health endpoint answers ' +
        '503 meanwhile, so that balancers send nobody here. The log line of the change tells what was found.',
    },
    {
      ...check,
      name: 'HealthDegraded',
      severity: 'warning',
      condition: stateIs('degraded'),
      holdMinutes: t.healthHoldMinutes,
      summary: 'Health check {media.health.check} of {service} is degraded',
      description:
        `Check {media.health.check} has found what it looks at degraded for at least ${t.healthHoldMinutes} minutes. It ` +
        'works, and is on its way not to. The log line of the change tells what was found.',
    },
  ];
}
