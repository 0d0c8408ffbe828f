import { attribute, event, metric, ref, span } from './define.ts';
import { errorCategory } from './error.ts';
import { OUTCOMES, operation } from './operation.ts';
import {
  clientAddress,
  countryCode,
  errorMessage,
  errorType,
  sessionId,
  userAgent,
  userAgentName,
  userAgentSyntheticType,
  userAgentVersion,
  userId,
} from './upstream.ts';

export const sessionOutcome = attribute({
  name: 'media.session.outcome',
  type: 'string',
  brief: 'How the session ended. `partial`: some of its links failed, not all.',
  privacy: 'safe',
  members: ['success', 'partial', ...OUTCOMES.slice(1)],
  maxCardinality: 4,
});

export const sessionLinkCount = attribute({
  name: 'media.session.link_count',
  type: 'int',
  brief: 'Links submitted.',
  privacy: 'safe',
});

export const sessionFileCount = attribute({
  name: 'media.session.file_count',
  type: 'int',
  brief: 'Files downloaded.',
  privacy: 'safe',
});

export const sessionErrorCount = attribute({
  name: 'media.session.error_count',
  type: 'int',
  brief: 'Errors while the session ran.',
  privacy: 'safe',
});

export const sessionHasErrors = attribute({
  name: 'media.session.has_errors',
  type: 'boolean',
  brief: 'Whether there was any error.',
  privacy: 'safe',
});

export const sessionLinks = attribute({
  name: 'media.session.links',
  type: 'string[]',
  brief: 'The links submitted.',
  privacy: 'content',
  contentKind: 'links',
});

export const sessionTitles = attribute({
  name: 'media.session.titles',
  type: 'string[]',
  brief: 'Titles of what was downloaded.',
  privacy: 'content',
  contentKind: 'titles',
});

export const sessionFileNames = attribute({
  name: 'media.session.file_names',
  type: 'string[]',
  brief: 'Names of the files downloaded.',
  privacy: 'content',
  contentKind: 'fileNames',
});

export const visitorHash = attribute({
  name: 'media.visitor.hash',
  type: 'string',
  brief:
    'Who asked, as a keyed hash of address and user agent whose key is another every day (UTC): tells visitors of a day apart, and joins no two days.',
  privacy: 'hash',
  examples: ['hmac:9c1f0e8a7b6d5c42'],
});

export const sessionDurationSeconds = attribute({
  name: 'media.session.duration',
  type: 'double',
  unit: 's',
  brief: 'How long the session took.',
  privacy: 'safe',
});

const described = [
  ref(sessionId, 'required'),
  ref(sessionLinkCount, 'recommended'),
  ref(sessionLinks, 'recommended'),
  ref(clientAddress, 'recommended'),
  ref(userAgent, 'recommended'),
  ref(userAgentName, 'recommended'),
  ref(userAgentVersion, 'recommended'),
  ref(userAgentSyntheticType, 'recommended'),
  ref(visitorHash, 'recommended'),
  ref(countryCode, 'recommended'),
  ref(userId, 'recommended'),
] as const;

const ended = [
  ref(sessionOutcome, 'recommended'),
  ref(sessionFileCount, 'recommended'),
  ref(sessionErrorCount, 'recommended'),
  ref(sessionHasErrors, 'recommended'),
  ref(sessionTitles, 'recommended'),
  ref(sessionFileNames, 'recommended'),
  ref(errorType, 'conditional'),
  ref(errorCategory, 'conditional'),
  ref(errorMessage, 'conditional'),
] as const;

export const sessionSpan = span({
  name: 'media.session',
  kind: 'internal',
  brief: 'One request for media: a form with a list of links, a batch, an upload.',
  attributes: [...described, ref(operation, 'recommended'), ...ended],
});

export const sessionStarted = event({
  name: 'media.session.started',
  brief: 'A session began.',
  attributes: described,
});

export const sessionEnded = event({
  name: 'media.session.ended',
  brief: 'A session ended.',
  attributes: [...described, ...ended, ref(sessionDurationSeconds, 'required')],
});

export const sessionStuckEvent = event({
  name: 'media.session.stuck',
  brief: 'A session has been running for longer than it should, and still is.',
  attributes: [
    ref(sessionId, 'required'),
    ref(userId, 'recommended'),
    ref(sessionDurationSeconds, 'required'),
  ],
});

export const sessions = metric({
  name: 'media.sessions',
  instrument: 'counter',
  unit: '{session}',
  brief: 'Sessions that ended.',
  attributes: [ref(sessionOutcome, 'required')],
});

export const sessionDuration = metric({
  name: 'media.session.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long sessions took.',
  buckets: [1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200],
  attributes: [ref(sessionOutcome, 'required')],
});

export const sessionActive = metric({
  name: 'media.session.active',
  instrument: 'up_down_counter',
  unit: '{session}',
  brief: 'Sessions running now.',
  attributes: [],
});

export const sessionLinksSubmitted = metric({
  name: 'media.session.links',
  instrument: 'counter',
  unit: '{link}',
  brief: 'Links submitted in sessions.',
  attributes: [],
});

export const sessionFilesDownloaded = metric({
  name: 'media.session.files',
  instrument: 'counter',
  unit: '{file}',
  brief: 'Files downloaded in sessions.',
  attributes: [],
});

export const sessionAge = metric({
  name: 'media.session.age',
  instrument: 'gauge',
  unit: 's',
  brief: 'How long the oldest of the sessions running now has been running; 0 where none is.',
  attributes: [],
});

export const sessionsStuck = metric({
  name: 'media.sessions.stuck',
  instrument: 'gauge',
  unit: '{session}',
  brief: 'Sessions that have been running for longer than they should, looked at with every export.',
  attributes: [],
});
