import {
  type CookiesState,
  cookiesExpiry,
  cookiesFileName,
  cookiesResults,
  cookiesState,
  cookiesStatus,
} from '../cookies.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, hours } from './define.ts';

const UNUSABLE: readonly CookiesState[] = [
  'rejected',
  'expired',
  'no_auth',
  'empty',
  'invalid',
  'unreadable',
  'missing',
];

/** What goes wrong with cookie files. */
export function cookiesAlerts(t: Thresholds): readonly AlertDefinition[] {
  const file = {
    group: 'cookies',
    category: 'auth',
    by: [cookiesFileName],
    // A file is what it is: it does not become fresh by waiting, and a short batch is over before any hold is.
    holdMinutes: 0,
    keepMinutes: t.holdMinutes,
    noData: 'ok',
    // A store that does not answer for a moment makes no file good again.
    executionError: 'keep',
    dashboard: 'cookies',
    panel: 'timeline',
  } as const;
  const stateIs = (states: readonly CookiesState[]) =>
    ({
      kind: 'newest_state_is',
      gauge: select(cookiesStatus),
      state: cookiesState,
      states,
      windowMinutes: t.cookiesRejectedWindowMinutes,
    }) as const;
  return [
    {
      ...file,
      name: 'CookiesStale',
      severity: 'warning',
      condition: stateIs(['stale']),
      value: 'count',
      summary: 'Cookie file {media.cookies.file_name} of {service} is stale',
      description:
        'When {media.cookies.file_name} was looked at last it was older than its threshold ' +
        `(${hours(t.cookiesStaleSeconds)} h unless set otherwise). Downloads may still work; export the ` +
        'cookies again before they stop doing so. The dashboard shows since when, and when the login in it expires.',
    },
    {
      ...file,
      name: 'CookiesExpiring',
      severity: 'warning',
      condition: {
        kind: 'level',
        gauge: select(cookiesExpiry),
        instances: 'min',
        is: 'below',
        limit: t.cookiesExpiringSeconds,
        // What has expired is CookiesUnusable.
        ignoreUpTo: 0,
        windowMinutes: t.cookiesRejectedWindowMinutes,
      },
      value: 'duration',
      summary: 'The login in cookie file {media.cookies.file_name} of {service} expires in {value}',
      description:
        'The first of the cookies in {media.cookies.file_name} that prove the login expires in {value}; ' +
        `${hours(t.cookiesExpiringSeconds)} h before, it is time to export the cookies again. From then on the site ` +
        'treats downloads with it like those of a stranger.',
      panel: 'expiry',
    },
    {
      ...file,
      name: 'CookiesUnusable',
      severity: 'critical',
      condition: stateIs(UNUSABLE),
      value: 'count',
      summary: 'Cookie file {media.cookies.file_name} of {service} is of no use: {media.cookies.state}',
      description:
        'When {media.cookies.file_name} was looked at last it was found {media.cookies.state}: the site treats downloads ' +
        'with it like those of a stranger. Put a file with valid cookies in its place. The dashboard shows since when.',
    },
    {
      ...file,
      name: 'CookiesRejected',
      severity: 'critical',
      condition: {
        kind: 'occurred',
        selections: { downloads: select(cookiesResults, { 'media.cookies.result': ['rejected'] }) },
        windowMinutes: t.cookiesRejectedWindowMinutes,
      },
      by: [],
      // One is enough: the site has said it.
      keepMinutes: 0,
      executionError: 'error',
      value: 'count',
      summary: 'The site turns down the cookies of {service}',
      description:
        `In the last ${t.cookiesRejectedWindowMinutes} minutes the site turned down the cookies of {value} ` +
        'download(s), whatever the age of the file. Export them again, from a private window that is closed right after.',
      panel: 'results',
    },
  ];
}
