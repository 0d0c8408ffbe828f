import { attribute, metric, ref } from './define.ts';

// What telemetry says of itself: that it is alive, that it ends on purpose, and what became of what it was given.

export const TELEMETRY_SIGNALS = ['traces', 'metrics', 'logs'] as const;

export const TELEMETRY_OUTCOMES = ['delivered', 'failed', 'dropped'] as const;

export const telemetrySignal = attribute({
  name: 'media.telemetry.signal',
  type: 'string',
  brief: 'Kind of signal.',
  privacy: 'safe',
  members: TELEMETRY_SIGNALS,
  maxCardinality: TELEMETRY_SIGNALS.length,
});

export const telemetryOutcome = attribute({
  name: 'media.telemetry.outcome',
  type: 'string',
  brief:
    'What became of it: handed over, taken by an export that failed, or dropped since the queue had no room.',
  privacy: 'safe',
  members: TELEMETRY_OUTCOMES,
  maxCardinality: TELEMETRY_OUTCOMES.length,
});

export const telemetryHeartbeat = metric({
  name: 'media.telemetry.heartbeat',
  instrument: 'gauge',
  unit: 's',
  brief:
    'When this process last told that it is alive, in seconds since 1970; as long as it does not end on purpose.',
  attributes: [],
});

export const telemetryStopped = metric({
  name: 'media.telemetry.stopped',
  instrument: 'gauge',
  unit: 's',
  brief:
    'When this process last told that it ends on purpose, in seconds since 1970; 0 until then. Silence after it is nothing to worry about.',
  attributes: [],
});

export const telemetryStarted = metric({
  name: 'media.telemetry.started',
  instrument: 'gauge',
  unit: 's',
  brief:
    'When this process began, in seconds since 1970. It tells a process that is new from one of which nothing was heard for a while.',
  attributes: [],
});

export const telemetryItems = metric({
  name: 'media.telemetry.items',
  instrument: 'counter',
  unit: '{item}',
  brief:
    'Spans, log records and collections of metrics that left the queue of the SDK, by what became of them.',
  attributes: [ref(telemetrySignal, 'required'), ref(telemetryOutcome, 'required')],
});

export const telemetryQueueSize = metric({
  name: 'media.telemetry.queue.size',
  instrument: 'gauge',
  unit: '{item}',
  brief: 'Spans and log records that wait in this process to be exported.',
  attributes: [ref(telemetrySignal, 'required')],
});

export const telemetryQueueCapacity = metric({
  name: 'media.telemetry.queue.capacity',
  instrument: 'gauge',
  unit: '{item}',
  brief: 'How many of them may wait; what comes when that many do is dropped.',
  attributes: [ref(telemetrySignal, 'required')],
});

export const telemetryRedactionFailures = metric({
  name: 'media.telemetry.redaction.failures',
  instrument: 'counter',
  unit: '{value}',
  brief: 'Values that this process could not redact. They left as a mask, or not at all.',
  attributes: [],
});
