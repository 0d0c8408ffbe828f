import { tally } from '../../history/answers.ts';
import { DAY } from '../../history/lives.ts';
import type { History } from '../../history/things.ts';
import type { Numbers } from './expectation.ts';

/** The sessions that run at the end of a history and began within a day before: lists look back no further. */
export function sessionsUnderWay({ sessions, end }: History): Numbers {
  return tally(
    sessions.filter(({ startedAt, toldAt }) => startedAt > end - DAY && startedAt <= end && toldAt > end),
    ({ id }) => id,
  );
}
