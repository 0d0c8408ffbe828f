import { attribute, event, metric, ref } from './define.ts';
import { ERROR_CATEGORIES } from './error_types.ts';
import { errorType, exceptionMessage, exceptionStacktrace, exceptionType, sessionId } from './upstream.ts';

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

export const errorSeverity = attribute({
  name: 'media.error.severity',
  type: 'string',
  brief: 'How bad it is.',
  privacy: 'safe',
  members: ['info', 'warning', 'error', 'critical'],
  maxCardinality: 4,
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
  ],
});
