import { attribute, event, metric, ref } from './define.ts';
import { ERROR_CATEGORIES } from './error_types.ts';
import { playId } from './operation.ts';
import {
  errorType,
  exceptionMessage,
  exceptionStacktrace,
  exceptionType,
  sessionId,
  userId,
} from './upstream.ts';

export const errorCategory = attribute({
  name: 'media.error.category',
  type: 'string',
  brief: 'Group of the failure, by cause.',
  privacy: 'safe',
  members: ERROR_CATEGORIES,
  maxCardinality: 12,
});

export const errorComponent = attribute({
  name: 'media.error.component',
  type: 'string',
  brief: 'Part of the application that reported the error.',
  privacy: 'safe',
  examples: ['downloader', 'encoder'],
  maxCardinality: 50,
});

/** How bad an error is, from the least on. */
export const ERROR_SEVERITIES = ['info', 'warning', 'error', 'critical'] as const;

export const errorSeverity = attribute({
  name: 'media.error.severity',
  type: 'string',
  brief: 'How bad it is.',
  privacy: 'safe',
  members: ERROR_SEVERITIES,
  maxCardinality: ERROR_SEVERITIES.length,
});

export const errorFingerprint = attribute({
  name: 'media.error.fingerprint',
  type: 'string',
  brief:
    'Short hash that is the same for the same error at the same place; tells repeats and resolutions apart.',
  privacy: 'safe',
  examples: ['5f1d3c0a9b7e2d44'],
});

export const errorFix = attribute({
  name: 'media.error.fix',
  type: 'string',
  brief: 'What to do about this type of error, in one line.',
  privacy: 'safe',
});

export const errorContext = attribute({
  name: 'media.error.context',
  type: 'string',
  brief: 'What the application said about the error, as JSON, redacted.',
  privacy: 'truncate',
  truncation: 'length',
});

export const errorResolution = attribute({
  name: 'media.error.resolution',
  type: 'string',
  brief: 'What was done about the error, redacted.',
  privacy: 'truncate',
  truncation: 'length',
});

export const errorOpenTime = attribute({
  name: 'media.error.open_time',
  type: 'double',
  unit: 's',
  brief: 'Time from when the error was first reported until it was resolved, where one process saw both.',
  privacy: 'safe',
});

export const errors = metric({
  name: 'media.errors',
  instrument: 'counter',
  unit: '{error}',
  brief: 'Errors reported by the application.',
  attributes: [
    ref(errorComponent, 'required'),
    ref(errorSeverity, 'required'),
    ref(errorCategory, 'required'),
    ref(errorType, 'required'),
  ],
});

export const errorReported = event({
  name: 'media.error',
  brief: 'The application reported an error.',
  attributes: [
    ref(errorComponent, 'required'),
    ref(errorSeverity, 'required'),
    ref(errorCategory, 'required'),
    ref(errorType, 'required'),
    ref(errorFingerprint, 'required'),
    ref(errorFix, 'recommended'),
    ref(errorContext, 'recommended'),
    ref(exceptionType, 'recommended'),
    ref(exceptionMessage, 'recommended'),
    ref(exceptionStacktrace, 'recommended'),
    ref(sessionId, 'recommended'),
    ref(playId, 'recommended'),
    ref(userId, 'recommended'),
  ],
});

export const errorResolved = event({
  name: 'media.error.resolved',
  brief: 'An error that was reported is resolved; it has the fingerprint of the error.',
  attributes: [
    ref(errorFingerprint, 'required'),
    ref(errorComponent, 'recommended'),
    ref(errorResolution, 'recommended'),
    ref(errorOpenTime, 'conditional'),
    ref(sessionId, 'recommended'),
    ref(playId, 'recommended'),
    ref(userId, 'recommended'),
  ],
});
