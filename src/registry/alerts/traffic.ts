import { spanCalls } from '../collector.ts';
import { downloadAttempts } from '../download.ts';
import { playAttempts } from '../play.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, percent } from './define.ts';

/** Label that tells which traffic it is. */
const ACTIVITY = 'activity';

/** Traffic that is not as it was at this hour on the days before. */
export function trafficAlerts(t: Thresholds): readonly AlertDefinition[] {
  const traffic = {
    group: 'traffic',
    category: 'traffic',
    by: [],
    holdMinutes: 0,
    keepMinutes: 0,
    noData: 'ok',
    executionError: 'error',
    dashboard: 'overview',
  } as const;
  const condition = {
    kind: 'unusual',
    selections: {
      downloads: select(downloadAttempts),
      plays: select(playAttempts),
      requests: select(spanCalls, { 'span.kind': ['SPAN_KIND_SERVER'] }),
    },
    label: ACTIVITY,
    minimum: t.trafficMinimumCount,
    windowMinutes: t.trafficWindowMinutes,
    pastDays: t.trafficPastDays,
    minimumDays: t.trafficMinimumDays,
  } as const;
  const usual =
    `the median of the same ${t.trafficWindowMinutes} minutes of the ${t.trafficPastDays} days before, of which at ` +
    `least ${t.trafficMinimumDays} are known`;
  return [
    {
      ...traffic,
      name: 'TrafficSurge',
      severity: 'info',
      condition: { ...condition, is: 'surge', ratio: t.trafficSurgeRatio },
      value: 'times',
      summary: '{value} times the usual {activity} of {service}',
      description:
        `In the last ${t.trafficWindowMinutes} minutes there were {value} times as many {activity} as usual: more than ` +
        `${t.trafficSurgeRatio} times ${usual}. Somebody has found the service, or somebody abuses it.`,
    },
    {
      ...traffic,
      name: 'TrafficCollapse',
      severity: 'warning',
      condition: { ...condition, is: 'collapse', ratio: t.trafficCollapseRatio },
      value: 'ratio',
      summary: 'Only {value} of the usual {activity} of {service}',
      description:
        `In the last ${t.trafficWindowMinutes} minutes there were {value} of the usual {activity}: less than ` +
        `${percent(t.trafficCollapseRatio)} of ${usual}. What should come does not arrive, though nothing fails.`,
    },
  ];
}
