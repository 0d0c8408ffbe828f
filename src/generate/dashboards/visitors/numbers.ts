import { select } from '../../../registry/selection.ts';
import {
  sessionActive,
  sessionEnded,
  sessionFilesDownloaded,
  sessions,
  visitorHash,
} from '../../../registry/session.ts';
import { userAgentSyntheticType } from '../../../registry/upstream.ts';
import type { Line } from '../layout.ts';
import { logNumber } from '../panels/log_panels.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { currentPanel, KILLED, totalPanel } from '../panels/totals.ts';
import { countBy, distinct, has, linesOf } from '../queries/log_numbers.ts';
import { chosen, successColours, successShare, VISITOR } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

/** What a visitor's hash can tell, and what not. */
export const OF_A_DAY = 'A visitor has another hash every day (UTC): who comes on two days counts twice.';

/** The numbers that matter, on top. */
export function numbers(): Line {
  const visits = countBy([VISITOR], `${linesOf(sessionEnded)}${has(visitorHash)}`);
  return [
    currentPanel(chosen, select(sessionActive), {
      id: ID.sessionsNow,
      title: 'Sessions now',
      about: KILLED,
      width: 3,
    }),
    totalPanel(chosen, select(sessions), {
      id: ID.sessions,
      title: 'Sessions',
      about: 'In the time shown.',
      width: 3,
    }),
    logNumber(sessionEnded, {
      id: ID.visitors,
      title: 'Unique visitors',
      about: OF_A_DAY,
      whenEmpty: '0',
      width: 4,
      query: distinct(visitorHash, [], linesOf(sessionEnded)),
    }),
    logNumber(sessionEnded, {
      id: ID.returning,
      title: 'Back on the same day',
      about: `Visitors with more than one session on a day; who returns on another day cannot be told. ${OF_A_DAY}`,
      whenEmpty: '0',
      width: 4,
      query: `count(${visits} > 1) or vector(0)`,
    }),
    numberPanel(sessions, {
      id: ID.successRate,
      title: 'Sessions without errors',
      about: 'As a share of all, in the time shown; interrupted ones are not counted.',
      unit: 'percentunit',
      whenEmpty: 'no sessions',
      width: 4,
      decimals: 1,
      colours: successColours(),
      query: successShare(chosen.inRange),
    }),
    totalPanel(chosen, select(sessionFilesDownloaded), {
      id: ID.files,
      title: 'Files downloaded',
      about: 'In the time shown.',
      width: 3,
    }),
    logNumber(sessionEnded, {
      id: ID.programs,
      title: 'Sessions of bots',
      about: 'Those whose user agent says that it is no person.',
      whenEmpty: '0',
      width: 3,
      query: `${countBy([], `${linesOf(sessionEnded)}${has(userAgentSyntheticType)}`)} or vector(0)`,
    }),
  ];
}
