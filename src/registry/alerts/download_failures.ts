import { downloadAttempts } from '../download.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { errorType } from '../upstream.ts';
import type { AlertDefinition } from './define.ts';

const failed = select(downloadAttempts, { 'media.download.outcome': ['failure'] });
const counted = select(downloadAttempts, { 'media.download.outcome': ['success', 'failure'] });

const download = {
  group: 'downloads',
  keepMinutes: 0,
  noData: 'ok',
  executionError: 'error',
  dashboard: 'downloads',
} as const;

function blocked(t: Thresholds): AlertDefinition {
  return {
    ...download,
    name: 'DownloadsBlocked',
    severity: 'critical',
    category: 'blocked',
    condition: {
      kind: 'share_above',
      part: select(downloadAttempts, {
        'media.download.outcome': ['failure'],
        'media.error.category': ['blocked'],
      }),
      whole: counted,
      wholeBy: [],
      ratio: t.downloadBlockedRatio,
      minimum: t.downloadBlockedMinimum,
      windowMinutes: t.downloadWindowMinutes,
    },
    by: [errorType],
    holdMinutes: 0,
    summary: 'The site turns away {value} of the downloads of {service}: {error.type}',
    description:
      `In the last ${t.downloadWindowMinutes} minutes {value} of the attempts ended in {error.type}: the site asks for ` +
      'proof of being human, limits the rate, or refuses this address, client or country. Going on makes it worse: ' +
      'slow down first, then change client, address or cookies.',
    value: 'ratio',
    panel: 'failuresByType',
  };
}

function toolOutdated(t: Thresholds): AlertDefinition {
  return {
    ...download,
    name: 'DownloadToolOutdated',
    severity: 'warning',
    category: 'system',
    condition: {
      kind: 'occurred',
      selections: {
        failures: select(downloadAttempts, { 'error.type': ['tool_outdated', 'signature_extraction'] }),
      },
      windowMinutes: t.downloadToolWindowMinutes,
    },
    by: [errorType],
    holdMinutes: 0,
    summary: 'The downloader of {service} is too old for the site: {error.type}',
    description:
      `In the last ${t.downloadToolWindowMinutes} minutes {value} attempt(s) failed in a way that a newer yt-dlp does ` +
      'not: the site has changed. More will fail until it is updated.',
    value: 'count',
    panel: 'failuresByType',
  };
}

function unknownErrors(t: Thresholds): AlertDefinition {
  return {
    ...download,
    name: 'DownloadErrorsUnknown',
    severity: 'info',
    category: 'failure',
    condition: {
      kind: 'share_above',
      part: select(downloadAttempts, { 'media.download.outcome': ['failure'], 'error.type': ['unknown'] }),
      whole: failed,
      wholeBy: [],
      ratio: t.downloadUnknownRatio,
      minimum: t.downloadUnknownMinimum,
      windowMinutes: t.downloadUnknownWindowMinutes,
    },
    by: [],
    holdMinutes: 0,
    summary: '{value} of the failures of downloads of {service} are not recognised',
    description:
      `Of the attempts that failed in the last ${t.downloadUnknownWindowMinutes} minutes {value} have the type ` +
      'unknown: a program or a site says something new. Until there is a rule for it, nobody is told what to do. The ' +
      'messages are in the log lines of the failed attempts.',
    value: 'ratio',
    panel: 'failuresByType',
  };
}

/** What kinds of failure of downloads ask for something to be done. */
export function downloadFailureAlerts(t: Thresholds): readonly AlertDefinition[] {
  return [blocked(t), toolOutdated(t), unknownErrors(t)];
}
