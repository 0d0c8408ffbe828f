import { breakerName, breakerStates } from '../resilience.ts';
import { cacheName, cacheRequests } from '../resources.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, percent } from './define.ts';

/** What goes wrong with circuit breakers and caches. */
export function resilienceAlerts(t: Thresholds): readonly AlertDefinition[] {
  const resilience = { group: 'resilience', keepMinutes: 0, noData: 'ok', dashboard: 'jobs' } as const;
  return [
    {
      ...resilience,
      name: 'CircuitBreakerOpen',
      severity: 'critical',
      category: 'system',
      condition: {
        kind: 'level',
        // Half open is a try, which mostly fails: it is no all-clear.
        gauge: select(breakerStates, { 'media.circuit_breaker.state': ['open', 'half_open'] }),
        instances: 'max',
        is: 'above',
        limit: 0,
      },
      by: [breakerName],
      holdMinutes: t.holdMinutes,
      executionError: 'keep',
      value: 'count',
      summary: 'Circuit breaker {media.circuit_breaker.name} of {service} is open',
      description:
        `Circuit breaker {media.circuit_breaker.name} has not been closed for ${t.holdMinutes} minutes: calls are turned ` +
        'away without being tried, since what they need fails. What waits for it fails too.',
      panel: 'breakerStates',
    },
    {
      ...resilience,
      name: 'CacheHitRateCollapsed',
      severity: 'warning',
      category: 'slow',
      condition: {
        kind: 'share_falls',
        part: select(cacheRequests, { 'media.cache.outcome': ['hit'] }),
        whole: select(cacheRequests),
        ratio: t.cacheHitRateFallRatio,
        minimum: t.cacheMinimumRequests,
        windowMinutes: t.cacheWindowMinutes,
        pastHours: t.cachePastHours,
      },
      by: [cacheName],
      holdMinutes: 0,
      executionError: 'error',
      value: 'ratio',
      summary: 'Cache {media.cache.name} of {service} hits {value} as often as it did',
      description:
        `The hit rate of cache {media.cache.name} over the last ${t.cacheWindowMinutes} minutes is {value} of what it ` +
        `was over the ${t.cachePastHours} hours before; below ${percent(t.cacheHitRateFallRatio)} it has collapsed. ` +
        'What it spared others, they have to do now.',
      panel: 'cacheHitRate',
    },
  ];
}
