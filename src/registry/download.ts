import { attribute, event, metric, ref, span } from './define.ts';
import { errorCategory } from './error.ts';
import { OUTCOMES, operation } from './operation.ts';
import { errorMessage, errorType, serverAddress, sessionId, userId } from './upstream.ts';

export const videoId = attribute({
  name: 'media.video.id',
  type: 'string',
  brief:
    'Id of the video, shortened: its first 8 characters, or the first half of an id of 8 or fewer, and `...`.',
  privacy: 'truncate',
  truncation: 'video_id',
  examples: ['dQw4w9Wg...'],
});

export const videoHash = attribute({
  name: 'media.video.hash',
  type: 'string',
  brief: 'Keyed hash of the video id, by which the same video can be followed.',
  privacy: 'hash',
});

export const downloadOutcome = attribute({
  name: 'media.download.outcome',
  type: 'string',
  brief: 'How the attempt ended.',
  privacy: 'safe',
  members: OUTCOMES,
  maxCardinality: 3,
});

export const downloadClient = attribute({
  name: 'media.download.client',
  type: 'string',
  brief: 'Client that the downloader posed as.',
  privacy: 'safe',
  examples: ['android', 'web', 'tv'],
  maxCardinality: 20,
});

export const downloadProxyUsed = attribute({
  name: 'media.download.proxy_used',
  type: 'boolean',
  brief: 'Whether a proxy was used.',
  privacy: 'safe',
});

export const downloadCookiesUsed = attribute({
  name: 'media.download.cookies_used',
  type: 'boolean',
  brief: 'Whether cookies were used.',
  privacy: 'safe',
});

export const downloadStep = attribute({
  name: 'media.download.step',
  type: 'string',
  brief: 'Step of the attempt.',
  privacy: 'safe',
  members: ['primary', 'fallback'],
  maxCardinality: 4,
});

export const primaryError = attribute({
  name: 'media.download.primary_error',
  type: 'string',
  brief: 'Message of the error that ended the primary step, redacted.',
  privacy: 'truncate',
  truncation: 'length',
});

export const fallbackError = attribute({
  name: 'media.download.fallback_error',
  type: 'string',
  brief: 'Message of the error that ended the fallback step, redacted.',
  privacy: 'truncate',
  truncation: 'length',
});

export const downloadSizeBytes = attribute({
  name: 'media.download.size',
  type: 'int',
  unit: 'By',
  brief: 'Size of the file downloaded.',
  privacy: 'safe',
});

export const downloadTitle = attribute({
  name: 'media.download.title',
  type: 'string',
  brief: 'Title of what was downloaded.',
  privacy: 'content',
  contentKind: 'titles',
});

export const downloadDurationSeconds = attribute({
  name: 'media.download.duration',
  type: 'double',
  unit: 's',
  brief: 'How long the attempt took.',
  privacy: 'safe',
});

export const downloadProgressRatio = attribute({
  name: 'media.download.progress',
  type: 'double',
  unit: '1',
  brief: 'How far the download had come, 0 to 1, when this was made.',
  privacy: 'safe',
});

const described = [
  ref(videoId, 'recommended'),
  ref(videoHash, 'recommended'),
  ref(downloadClient, 'recommended'),
  ref(downloadProxyUsed, 'recommended'),
  ref(downloadCookiesUsed, 'recommended'),
  ref(serverAddress, 'recommended'),
  ref(sessionId, 'recommended'),
  ref(userId, 'recommended'),
] as const;

const ended = [
  ref(downloadOutcome, 'recommended'),
  ref(downloadTitle, 'recommended'),
  ref(downloadSizeBytes, 'recommended'),
  ref(downloadProgressRatio, 'recommended'),
  ref(primaryError, 'conditional'),
  ref(fallbackError, 'conditional'),
  ref(errorType, 'conditional'),
  ref(errorCategory, 'conditional'),
  ref(errorMessage, 'conditional'),
] as const;

export const downloadAttemptSpan = span({
  name: 'media.download.attempt',
  kind: 'internal',
  brief: 'One attempt to download one thing, with all its steps.',
  attributes: [...described, ref(operation, 'recommended'), ...ended],
});

export const downloadStepSpan = span({
  name: 'media.download.step',
  nameSuffix: 'step',
  kind: 'internal',
  brief: 'One step of an attempt: the primary way, or a fallback.',
  attributes: [
    ref(downloadStep, 'required'),
    ref(downloadClient, 'recommended'),
    ref(downloadProxyUsed, 'recommended'),
    ref(downloadCookiesUsed, 'recommended'),
    ref(operation, 'recommended'),
    ref(sessionId, 'recommended'),
    ref(errorType, 'conditional'),
    ref(errorCategory, 'conditional'),
    ref(errorMessage, 'conditional'),
  ],
});

export const downloadAttemptStarted = event({
  name: 'media.download.attempt.started',
  brief: 'An attempt began. Leaves at once, so that an attempt whose process dies is still known.',
  attributes: described,
});

export const downloadAttemptEnded = event({
  name: 'media.download.attempt.ended',
  brief: 'An attempt ended.',
  attributes: [...described, ...ended, ref(downloadDurationSeconds, 'required')],
});

const compared = [
  ref(downloadOutcome, 'required'),
  ref(downloadClient, 'required'),
  ref(downloadProxyUsed, 'required'),
  ref(downloadCookiesUsed, 'required'),
] as const;

export const downloadAttempts = metric({
  name: 'media.download.attempts',
  instrument: 'counter',
  unit: '{attempt}',
  brief: 'Attempts that ended.',
  attributes: [...compared, ref(errorType, 'conditional'), ref(errorCategory, 'conditional')],
});

export const downloadAttemptDuration = metric({
  name: 'media.download.attempt.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long attempts took.',
  buckets: [0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600],
  attributes: compared,
});

export const downloadSize = metric({
  name: 'media.download.size',
  instrument: 'histogram',
  unit: 'By',
  brief: 'Size of the files downloaded.',
  buckets: [1e5, 1e6, 5e6, 1e7, 2.5e7, 5e7, 1e8, 2.5e8, 5e8, 1e9, 5e9],
  attributes: [ref(downloadClient, 'required')],
});

export const downloadActive = metric({
  name: 'media.download.active',
  instrument: 'up_down_counter',
  unit: '{attempt}',
  brief: 'Attempts running now.',
  attributes: [],
});

export const downloadStepFailures = metric({
  name: 'media.download.step.failures',
  instrument: 'counter',
  unit: '{step}',
  brief: 'Steps that failed, also those that a later step made good.',
  attributes: [
    ref(downloadStep, 'required'),
    ref(downloadClient, 'required'),
    ref(errorType, 'required'),
    ref(errorCategory, 'required'),
  ],
});
