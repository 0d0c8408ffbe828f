import { attribute, event, metric, ref, span } from './define.ts';
import { operation } from './operation.ts';
import { sessionId, userId } from './upstream.ts';

/**
 * States of a cookie file, worst last. `stale` is only about age; `rejected` means that the site turned these very
 * cookies down and has not taken them since; `expired` and `no_auth` are about what is in it, and mean that the site
 * will treat us as a stranger. A worse one wins.
 */
export const COOKIES_STATES = [
  'fresh',
  'stale',
  'rejected',
  'expired',
  'no_auth',
  'empty',
  'invalid',
  'unreadable',
  'missing',
] as const;

export type CookiesState = (typeof COOKIES_STATES)[number];

export const cookiesFileName = attribute({
  name: 'media.cookies.file_name',
  type: 'string',
  brief: 'Base name of the cookie file. Never its path, never its contents.',
  privacy: 'truncate',
  truncation: 'base_name',
  examples: ['cookies.txt'],
  maxCardinality: 20,
});

export const cookiesState = attribute({
  name: 'media.cookies.state',
  type: 'string',
  brief: 'State of the cookie file.',
  privacy: 'safe',
  members: COOKIES_STATES,
  maxCardinality: COOKIES_STATES.length,
});

export const cookiesResult = attribute({
  name: 'media.cookies.result',
  type: 'string',
  brief: 'What the site made of the cookies.',
  privacy: 'safe',
  members: ['accepted', 'rejected'],
  maxCardinality: 2,
});

export const cookiesSite = attribute({
  name: 'media.cookies.site',
  type: 'string',
  brief: 'Site whose cookies were looked at, where not all of the file were.',
  privacy: 'safe',
  examples: ['youtube.com'],
  maxCardinality: 20,
});

export const cookiesAgeSeconds = attribute({
  name: 'media.cookies.age',
  type: 'double',
  unit: 's',
  brief:
    'Time since the file was written. yt-dlp rewrites its cookie file at each run, so see `auth_age` too.',
  privacy: 'safe',
});

export const cookiesAuthAgeSeconds = attribute({
  name: 'media.cookies.auth_age',
  type: 'double',
  unit: 's',
  brief: 'Time since the values of the auth cookies changed, as far as this process has seen.',
  privacy: 'safe',
});

export const cookiesThresholdSeconds = attribute({
  name: 'media.cookies.threshold',
  type: 'double',
  unit: 's',
  brief: 'Age above which the file counts as stale.',
  privacy: 'safe',
});

export const cookiesSizeBytes = attribute({
  name: 'media.cookies.size',
  type: 'int',
  unit: 'By',
  brief: 'Size of the file.',
  privacy: 'safe',
});

export const cookiesCount = attribute({
  name: 'media.cookies.count',
  type: 'int',
  brief: 'Cookies in the file.',
  privacy: 'safe',
});

export const cookiesAuthPresent = attribute({
  name: 'media.cookies.auth_present',
  type: 'boolean',
  brief: 'Whether cookies that prove a login are in the file.',
  privacy: 'safe',
});

export const cookiesExpirySeconds = attribute({
  name: 'media.cookies.expiry',
  type: 'double',
  unit: 's',
  brief: 'Time until the first auth cookie expires; negative once it has.',
  privacy: 'safe',
});

export const cookiesModified = attribute({
  name: 'media.cookies.modified',
  type: 'string',
  brief: 'When the file was written, ISO 8601.',
  privacy: 'safe',
});

export const cookiesLastAccepted = attribute({
  name: 'media.cookies.last_accepted',
  type: 'string',
  brief: 'When a download with these cookies last succeeded without complaint, ISO 8601.',
  privacy: 'safe',
});

export const cookiesLastRejected = attribute({
  name: 'media.cookies.last_rejected',
  type: 'string',
  brief: 'When the site last turned these cookies down, ISO 8601.',
  privacy: 'safe',
});

const found = [
  ref(cookiesFileName, 'required'),
  ref(cookiesState, 'required'),
  ref(cookiesSite, 'conditional'),
  ref(cookiesThresholdSeconds, 'recommended'),
  ref(cookiesAgeSeconds, 'recommended'),
  ref(cookiesAuthAgeSeconds, 'recommended'),
  ref(cookiesSizeBytes, 'recommended'),
  ref(cookiesCount, 'recommended'),
  ref(cookiesModified, 'recommended'),
  ref(cookiesAuthPresent, 'recommended'),
  ref(cookiesExpirySeconds, 'recommended'),
  ref(cookiesLastAccepted, 'recommended'),
  ref(cookiesLastRejected, 'recommended'),
  ref(userId, 'recommended'),
  ref(sessionId, 'recommended'),
] as const;

export const cookiesCheckSpan = span({
  name: 'media.cookies.check',
  kind: 'internal',
  brief: 'A look at a cookie file.',
  attributes: [...found, ref(operation, 'recommended')],
});

export const cookiesChecked = event({
  name: 'media.cookies.checked',
  brief: 'A cookie file was looked at. At WARN when it is not fresh.',
  attributes: found,
});

// Of the jars of several users under one name, the worst is shown: a metric tells nothing of people.
const shown = [ref(cookiesFileName, 'required'), ref(cookiesSite, 'conditional')] as const;

export const cookiesAge = metric({
  name: 'media.cookies.age',
  instrument: 'gauge',
  unit: 's',
  brief: 'Time since the cookie file was written, at the time of export.',
  attributes: shown,
});

export const cookiesAuthAge = metric({
  name: 'media.cookies.auth_age',
  instrument: 'gauge',
  unit: 's',
  brief:
    'Time since the values of the auth cookies changed, at the time of export: the age of the login itself.',
  attributes: shown,
});

export const cookiesAuthPresence = metric({
  name: 'media.cookies.auth_present',
  instrument: 'gauge',
  unit: '1',
  brief: '1 if cookies that prove a login were in the file when it was looked at last, else 0.',
  attributes: shown,
});

export const cookiesAcceptedAge = metric({
  name: 'media.cookies.accepted.age',
  instrument: 'gauge',
  unit: 's',
  brief: 'Time since a download with these cookies last succeeded without complaint, at the time of export.',
  attributes: shown,
});

export const cookiesRejectedAge = metric({
  name: 'media.cookies.rejected.age',
  instrument: 'gauge',
  unit: 's',
  brief: 'Time since the site last turned these cookies down, at the time of export.',
  attributes: shown,
});

export const cookiesExpiry = metric({
  name: 'media.cookies.expiry',
  instrument: 'gauge',
  unit: 's',
  brief: 'Time until the first auth cookie expires, at the time of export; negative once it has.',
  attributes: shown,
});

export const cookiesStatus = metric({
  name: 'media.cookies.status',
  instrument: 'gauge',
  unit: '1',
  brief: '1 for the state that the cookie file was found in last, 0 for every other.',
  attributes: [...shown, ref(cookiesState, 'required')],
});

export const cookiesChecks = metric({
  name: 'media.cookies.checks',
  instrument: 'counter',
  unit: '{check}',
  brief: 'Looks at a cookie file, by the state found.',
  attributes: [...shown, ref(cookiesState, 'required')],
});

export const cookiesResults = metric({
  name: 'media.cookies.results',
  instrument: 'counter',
  unit: '{download}',
  brief: 'Downloads with cookies, by what the site made of the cookies.',
  attributes: [ref(cookiesResult, 'required')],
});
