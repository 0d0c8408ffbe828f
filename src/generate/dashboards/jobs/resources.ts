import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import {
  cacheCapacity,
  cacheEvictions,
  cacheExpirations,
  cacheName,
  cacheOutcome,
  cacheRequests,
  cacheSize,
  poolCapacity,
  poolErrors,
  poolName,
  poolOperation,
  poolResources,
  poolState,
  poolWaiting,
  rateLimitName,
  rateLimitOutcome,
  rateLimitRemaining,
  rateLimitRequests,
} from '../../../registry/resources.ts';
import { select } from '../../../registry/selection.ts';
import type { Line } from '../layout.ts';
import { BAD, noneIsGood } from '../panels/colours.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { shareOf } from '../queries/shares.ts';
import { chosen } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const CACHE = labelName(cacheName.name);
const OUTCOME = labelName(cacheOutcome.name);
const POOL = labelName(poolName.name);
const POOL_STATE = labelName(poolState.name);
const OPERATION = labelName(poolOperation.name);
const LIMITER = labelName(rateLimitName.name);
const SAID = labelName(rateLimitOutcome.name);
const NO_CACHE = 'No cache was told of in this time';
const NO_POOL = 'No pool was told of in this time';
const NO_LIMITER = 'No rate limiter was asked in this time';

/** Whether caches do what they are for. */
export function caches(): Line[] {
  const size = { width: 6, height: 8, whenEmpty: NO_CACHE } as const;
  const hits = sumBy([CACHE], chosen.around(select(cacheRequests, { 'media.cache.outcome': ['hit'] })));
  const all = sumBy([CACHE], chosen.around(select(cacheRequests)));
  return [
    { heading: 'Caches', id: ROWS.caches },
    [
      linePanel(cacheRequests, {
        ...size,
        id: ID.cacheHitRate,
        title: 'Hit rate',
        unit: 'percentunit',
        min: 0,
        max: 1,
        interval: '5m',
        curves: [[shareOf(hits, all), `{{${CACHE}}}`]],
      }),
      barPanel(cacheRequests, {
        ...size,
        id: ID.cacheRequests,
        title: 'Look-ups',
        meaning: cacheOutcome,
        curves: [
          [sumBy([CACHE, OUTCOME], chosen.around(select(cacheRequests))), `{{${CACHE}}} {{${OUTCOME}}}`],
        ],
      }),
      linePanel(cacheSize, {
        ...size,
        id: ID.cacheFill,
        title: 'Entries, and room for them',
        min: 0,
        curves: [
          [sumBy([CACHE], chosen.filtered(select(cacheSize))), `{{${CACHE}}} entries`],
          [sumBy([CACHE], chosen.filtered(select(cacheCapacity))), `{{${CACHE}}} room`],
        ],
      }),
      barPanel(cacheEvictions, {
        ...size,
        id: ID.cacheRemovals,
        title: 'Evicted and expired',
        about: `Expired: ${cacheExpirations.brief}`,
        curves: [
          [sumBy([CACHE], chosen.around(select(cacheEvictions))), `{{${CACHE}}} evicted`],
          [sumBy([CACHE], chosen.around(select(cacheExpirations))), `{{${CACHE}}} expired`],
        ],
      }),
    ],
  ];
}

/** Whether pools and rate limiters hold anybody up. */
export function pools(): Line[] {
  const pool = { width: 6, height: 8, whenEmpty: NO_POOL } as const;
  const used = sumBy([POOL], chosen.filtered(select(poolResources, { 'media.pool.state': ['used'] })));
  return [
    { heading: 'Pools and rate limiters', id: ROWS.pools },
    [
      linePanel(poolResources, {
        ...pool,
        id: ID.poolResources,
        title: 'Resources by state',
        min: 0,
        curves: [
          [
            sumBy([POOL, POOL_STATE], chosen.filtered(select(poolResources))),
            `{{${POOL}}} {{${POOL_STATE}}}`,
          ],
        ],
      }),
      linePanel(poolCapacity, {
        ...pool,
        id: ID.poolFill,
        title: 'Lent out, as a share of all',
        unit: 'percentunit',
        min: 0,
        colours: noneIsGood(BAD),
        curves: [[`${used} / (${sumBy([POOL], chosen.filtered(select(poolCapacity)))} > 0)`, `{{${POOL}}}`]],
      }),
      linePanel(poolWaiting, {
        ...pool,
        id: ID.poolWaiting,
        title: 'Callers that wait',
        min: 0,
        curves: [[sumBy([POOL], chosen.filtered(select(poolWaiting))), `{{${POOL}}}`]],
      }),
      barPanel(poolErrors, {
        ...pool,
        id: ID.poolErrors,
        title: 'Errors of pools',
        curves: [
          [sumBy([POOL, OPERATION], chosen.around(select(poolErrors))), `{{${POOL}}} {{${OPERATION}}}`],
        ],
      }),
    ],
    [
      barPanel(rateLimitRequests, {
        id: ID.rateLimitRequests,
        title: 'Rate limiters: allowed and rejected',
        meaning: rateLimitOutcome,
        whenEmpty: NO_LIMITER,
        width: 12,
        height: 8,
        curves: [
          [sumBy([LIMITER, SAID], chosen.around(select(rateLimitRequests))), `{{${LIMITER}}} {{${SAID}}}`],
        ],
      }),
      linePanel(rateLimitRemaining, {
        id: ID.rateLimitRemaining,
        title: 'Rate limiters: points left',
        about: 'The fewest of all processes.',
        whenEmpty: NO_LIMITER,
        width: 12,
        height: 8,
        min: 0,
        curves: [[`min by (${LIMITER}) (${chosen.filtered(select(rateLimitRemaining))})`, `{{${LIMITER}}}`]],
      }),
    ],
  ];
}
