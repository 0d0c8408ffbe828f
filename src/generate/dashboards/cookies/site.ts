import { successRatio, sumBy } from '../../../alerts/promql.ts';
import {
  cookiesAcceptedAge,
  cookiesChecked,
  cookiesRejectedAge,
  cookiesResult,
  cookiesResults,
} from '../../../registry/cookies.ts';
import {
  downloadAttemptEnded,
  downloadAttempts,
  downloadClient,
  downloadCookiesUsed,
  downloadProxyUsed,
  videoId,
} from '../../../registry/download.ts';
import { errorCategory } from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { errorMessage, errorType, serverAddress } from '../../../registry/upstream.ts';
import { attributeIs, eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { goodFrom } from '../panels/colours.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { chosen, FILE, LEGEND, perFile, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const NONE = 'No downloads with cookies in this time';
const TYPE = labelName(errorType.name);
const USED = labelName(downloadCookiesUsed.name);
const IS_AUTH = attributeIs(errorCategory, 'auth');

/** What the site makes of the cookies, and what it cost. */
export function site(): Line[] {
  return [
    { heading: 'What the site makes of them', id: ROWS.site },
    [cookiesAcceptedAndRejected(ID.results, chosen.around), authFailures()],
    [resultAges(), successByCookies()],
    [lastAuthFailures()],
  ];
}

/** Cookies that the site took, and those that it turned down. Alerts lead to it. */
export function cookiesAcceptedAndRejected(id: number, around: (selection: Selection) => string) {
  const label = labelName(cookiesResult.name);
  return barPanel(cookiesResults, {
    id,
    title: 'Cookies accepted and rejected',
    meaning: cookiesResult,
    about: 'Click a bar for the downloads with cookies.',
    whenEmpty: NONE,
    width: 12,
    height: 7,
    links: [
      {
        title: 'Downloads with cookies',
        url: eventLink(downloadAttemptEnded, [], [attributeIs(downloadCookiesUsed, 'true')]),
      },
    ],
    curves: [[sumBy([label], around(select(cookiesResults))), `{{${label}}}`]],
  });
}

function authFailures() {
  const ofAuth = select(downloadAttempts, {
    'media.download.outcome': ['failure'],
    'media.error.category': ['auth'],
  });
  const ended = { title: 'Failed attempts', url: eventLink(downloadAttemptEnded, [TYPE], [IS_AUTH]) };
  return barPanel(downloadAttempts, {
    id: ID.authFailures,
    title: 'Downloads that failed for want of a login',
    about:
      'Failures of category auth, by type: beside bars of rejections it is the cookies, without them it is what was asked for. Click a bar for the attempts.',
    whenEmpty: 'No such failures in this time',
    width: 12,
    height: 7,
    links: [ended],
    curves: [[sumBy([TYPE, USED], chosen.around(ofAuth)), `{{${TYPE}}}, cookies: {{${USED}}}`]],
  });
}

function resultAges() {
  return linePanel(cookiesRejectedAge, {
    id: ID.resultAges,
    title: 'Time since the last acceptance and the last rejection',
    about: 'The lower line of a file is what the site said last.',
    whenEmpty: QUIET,
    width: 12,
    height: 7,
    min: 0,
    links: [{ title: 'Looks at this file', url: eventLink(cookiesChecked, [FILE]) }],
    curves: [
      [perFile('min', cookiesAcceptedAge), `accepted ${LEGEND}`],
      [perFile('min', cookiesRejectedAge), `rejected ${LEGEND}`],
    ],
  });
}

function successByCookies() {
  const failed = select(downloadAttempts, { 'media.download.outcome': ['failure'] });
  const decided = select(downloadAttempts, { 'media.download.outcome': ['success', 'failure'] });
  const by = [USED];
  return linePanel(downloadAttempts, {
    id: ID.successByCookies,
    title: 'Success rate with and without cookies',
    about: 'Share of those that did not fail.',
    unit: 'percentunit',
    whenEmpty: 'No attempts in this time',
    width: 12,
    height: 7,
    min: 0,
    max: 1,
    interval: `${thresholds.downloadWindowMinutes}m`,
    colours: goodFrom(thresholds.downloadSuccessRatio),
    curves: [
      [
        successRatio(sumBy(by, chosen.around(failed)), sumBy(by, chosen.around(decided))),
        `cookies: {{${USED}}}`,
      ],
    ],
  });
}

function lastAuthFailures() {
  return eventTable(downloadAttemptEnded, {
    id: ID.lastAuthFailures,
    title: 'Last downloads that failed for want of a login',
    whenEmpty: 'No such failures in this time',
    width: 24,
    height: 9,
    conditions: ` | ${IS_AUTH}`,
    columns: [
      attributeColumn(videoId, 'Video', 120),
      attributeColumn(serverAddress, 'From', 140),
      attributeColumn(errorType, 'Type', 150),
      attributeColumn(downloadCookiesUsed, 'Cookies', 80),
      attributeColumn(downloadClient, 'Client', 90),
      attributeColumn(downloadProxyUsed, 'Proxy', 80),
      attributeColumn(errorMessage, 'Message'),
    ],
  });
}
