import { attribute, metric, ref } from './define.ts';
import { instanceName } from './instance_name.ts';

// What caches, pools and rate limiters have and give, whichever library they are of. OpenTelemetry has conventions for
// pools of database connections (`db.client.connection.*`) only; these follow their shape.

export const cacheName = instanceName('media.cache.name', 'cache', 'video_info');

export const cacheOutcome = attribute({
  name: 'media.cache.outcome',
  type: 'string',
  brief: 'Whether the cache had what was asked for. A stale value that was given out is a `hit`.',
  privacy: 'safe',
  members: ['hit', 'miss'],
  maxCardinality: 2,
});

export const cacheRequests = metric({
  name: 'media.cache.requests',
  instrument: 'counter',
  unit: '{request}',
  brief: 'Look-ups. The hit rate is the share of `hit`.',
  attributes: [ref(cacheName, 'required'), ref(cacheOutcome, 'required')],
});

export const cacheEvictions = metric({
  name: 'media.cache.evictions',
  instrument: 'counter',
  unit: '{entry}',
  brief: 'Entries that had to make room for others.',
  attributes: [ref(cacheName, 'required')],
});

export const cacheExpirations = metric({
  name: 'media.cache.expirations',
  instrument: 'counter',
  unit: '{entry}',
  brief: 'Entries removed because their time to live had ended.',
  attributes: [ref(cacheName, 'required')],
});

export const cacheSize = metric({
  name: 'media.cache.size',
  instrument: 'gauge',
  unit: '{entry}',
  brief: 'Entries in the cache.',
  attributes: [ref(cacheName, 'required')],
});

export const cacheCapacity = metric({
  name: 'media.cache.capacity',
  instrument: 'gauge',
  unit: '{entry}',
  brief: 'Most entries that the cache takes, where it is bounded by their number.',
  attributes: [ref(cacheName, 'required')],
});

export const poolName = instanceName('media.pool.name', 'pool', 'browsers');

export const poolState = attribute({
  name: 'media.pool.state',
  type: 'string',
  brief: 'What a resource does: lent out, at rest, or being made or tested.',
  privacy: 'safe',
  members: ['used', 'idle', 'pending'],
  maxCardinality: 3,
});

export const poolOperation = attribute({
  name: 'media.pool.operation',
  type: 'string',
  brief: 'What was tried with a resource.',
  privacy: 'safe',
  members: ['create', 'destroy'],
  maxCardinality: 2,
});

export const poolResources = metric({
  name: 'media.pool.resources',
  instrument: 'gauge',
  unit: '{resource}',
  brief: 'Resources of the pool. Their sum over the states is its size.',
  attributes: [ref(poolName, 'required'), ref(poolState, 'required')],
});

export const poolCapacity = metric({
  name: 'media.pool.capacity',
  instrument: 'gauge',
  unit: '{resource}',
  brief: 'Most resources that the pool may have.',
  attributes: [ref(poolName, 'required')],
});

export const poolWaiting = metric({
  name: 'media.pool.waiting',
  instrument: 'gauge',
  unit: '{request}',
  brief: 'Callers that wait for a resource.',
  attributes: [ref(poolName, 'required')],
});

export const poolErrors = metric({
  name: 'media.pool.errors',
  instrument: 'counter',
  unit: '{error}',
  brief: 'Resources that could not be made or taken down. Callers go on waiting, and hear nothing of it.',
  attributes: [ref(poolName, 'required'), ref(poolOperation, 'required')],
});

export const rateLimitName = instanceName('media.rate_limit.name', 'rate limiter', 'downloads_per_user');

/** What a rate limiter may say. */
export const RATE_LIMIT_OUTCOMES = ['allowed', 'rejected', 'error'] as const;

export const rateLimitOutcome = attribute({
  name: 'media.rate_limit.outcome',
  type: 'string',
  brief: 'What the limiter said; `error`: its store could not be asked.',
  privacy: 'safe',
  members: RATE_LIMIT_OUTCOMES,
  maxCardinality: RATE_LIMIT_OUTCOMES.length,
});

export const rateLimitRequests = metric({
  name: 'media.rate_limit.requests',
  instrument: 'counter',
  unit: '{request}',
  brief: 'Requests put to the limiter, by what it said.',
  attributes: [ref(rateLimitName, 'required'), ref(rateLimitOutcome, 'required')],
});

export const rateLimitRemaining = metric({
  name: 'media.rate_limit.remaining',
  instrument: 'gauge',
  unit: '{point}',
  brief: 'Points left, as the limiter said last. Of a limiter by user or address: of the one who asked last.',
  attributes: [ref(rateLimitName, 'required')],
});
