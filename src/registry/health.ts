import { attribute, event, metric, ref } from './define.ts';
import { errorType } from './upstream.ts';

/** States of a check, and of the whole, worst last. The whole is as bad as the worst of its checks. */
export const HEALTH_STATES = ['ok', 'degraded', 'critical'] as const;

export type HealthState = (typeof HEALTH_STATES)[number];

/** What the whole is called where a check would have its name. */
export const HEALTH_OVERALL = 'overall';

export const healthCheck = attribute({
  name: 'media.health.check',
  type: 'string',
  brief: 'What was looked at; `overall` for the worst of all.',
  privacy: 'safe',
  examples: ['system', 'yt_dlp', 'redis', HEALTH_OVERALL],
  maxCardinality: 50,
});

export const healthState = attribute({
  name: 'media.health.state',
  type: 'string',
  brief: 'How it is.',
  privacy: 'safe',
  members: HEALTH_STATES,
  maxCardinality: HEALTH_STATES.length,
});

export const healthPreviousState = attribute({
  name: 'media.health.previous_state',
  type: 'string',
  brief: 'How it was before; absent if nothing was known.',
  privacy: 'safe',
  members: HEALTH_STATES,
});

export const healthMessage = attribute({
  name: 'media.health.message',
  type: 'string',
  brief: 'What the check says, redacted.',
  privacy: 'truncate',
  truncation: 'length',
});

export const healthStatus = metric({
  name: 'media.health.status',
  instrument: 'gauge',
  unit: '1',
  brief: '1 for the state that the check found last, 0 for every other; all 0 until it has run.',
  attributes: [ref(healthCheck, 'required'), ref(healthState, 'required')],
});

export const healthChanged = event({
  name: 'media.health.changed',
  brief: 'A check came to another state. At ERROR when that is critical, at WARN when it is degraded.',
  attributes: [
    ref(healthCheck, 'required'),
    ref(healthState, 'required'),
    ref(healthPreviousState, 'recommended'),
    ref(healthMessage, 'recommended'),
    ref(errorType, 'conditional'),
  ],
});
