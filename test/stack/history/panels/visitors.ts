import { calendar, distinct, isIn, tally, total, type Window } from '../../../history/answers.ts';
import { heardOf } from '../../../history/history.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../history/lives.ts';
import type { History, Session } from '../../../history/things.ts';
import { about, countedOnce, sizes } from '../counted.ts';
import { type Between, type Expectation, LOG_DAYS, type OnDashboard, onDashboard } from '../expectation.ts';
import { sessionsUnderWay } from '../sessions_under_way.ts';
import { count, countBy, graph, newest, success, sum } from '../told_numbers.ts';
import { zonesOver } from '../zones.ts';

const sessions = (history: History) => history.sessions;
const ended = (history: History, window: Window) =>
  history.sessions.filter(({ toldAt }) => isIn(toldAt, window));
const whole = () => '';
const visitor = (session: Session) => session.visitor;
const visits = (history: History, window: Window) => tally(ended(history, window), visitor);

const byDay = (
  refId: string,
  make: (list: readonly Session[], day: (one: Session) => string) => Record<string, number>,
): OnDashboard[] =>
  zonesOver(7, (days, timezone) => [
    {
      panel: 'Statistics by day',
      refId,
      by: ['day'],
      days,
      timezone,
      expected: (history, window) =>
        make(ended(history, window), ({ toldAt }) => calendar(toldAt, timezone).day),
    },
  ]);

const countedNear = (all: History, to: number) => {
  const history = heardOf(all);
  const near = history.sessions.filter(({ toldAt }) => Math.abs(toldAt - to) < 2 * HOUR);
  return countedOnce(near, { from: to - HOUR, to }, history);
};

/** What the dashboard of visitors should show. */
export const VISITORS: readonly Expectation[] = onDashboard('visitors', [
  {
    panel: 'Sessions now',
    days: [1],
    // Where the last export of each process lies before the end, nobody knows what runs since then.
    expected: ({ sessions, end }) => ({
      '': about(
        sessions.filter(({ startedAt, toldAt }) => startedAt <= end && end < toldAt).length,
        sessions.filter(({ startedAt, toldAt }) =>
          [startedAt, toldAt].some((at) => Math.abs(at - end) <= MINUTE),
        ).length,
      ),
    }),
  },
  { panel: 'Sessions', expected: count(sessions) },
  {
    panel: 'Unique visitors',
    days: LOG_DAYS,
    expected: (history, window) => distinct(ended(history, window), whole, visitor),
  },
  {
    panel: 'Back on the same day',
    days: LOG_DAYS,
    expected: (history, window) => ({
      '': Object.values(visits(history, window)).filter((count) => count > 1).length,
    }),
  },
  {
    panel: 'Sessions without errors',
    expected: success(
      sessions,
      ({ outcome }) => outcome === 'failure' || outcome === 'partial',
      ({ outcome }) => outcome !== 'interrupted',
    ),
  },
  { panel: 'Files downloaded', expected: sum(sessions, ({ files }) => files) },
  {
    panel: 'Sessions of bots',
    days: LOG_DAYS,
    expected: (history, window) => ({ '': ended(history, window).filter(({ bot }) => bot).length }),
  },
  { panel: 'Running now', by: ['session_id'], days: [1, 90], expected: sessionsUnderWay },
  {
    panel: 'Sessions, newest first',
    days: LOG_DAYS,
    read: { linesBy: 'session_id' },
    expected: newest(sessions, ({ id }) => id, undefined, 1000),
  },
  {
    panel: 'Sessions by outcome',
    by: ['media_session_outcome'],
    ...graph(countBy(sessions, ({ outcome }) => outcome)),
  },
  ...zonesOver(7, (days, timezone) => [
    {
      panel: 'Peak hours',
      by: ['hour'],
      days,
      timezone,
      expected: ({ sessions }, window) =>
        tally(
          sessions.filter(({ startedAt }) => isIn(startedAt, window)),
          ({ startedAt }) => calendar(startedAt, timezone).hour,
        ),
    },
  ]),
  ...zonesOver(7, (days, timezone) => [
    {
      panel: 'Unique visitors by day',
      by: ['day'],
      days,
      timezone,
      expected: (history, window) =>
        distinct(ended(history, window), ({ toldAt }) => calendar(toldAt, timezone).day, visitor),
    },
  ]),
  ...byDay('A', tally),
  ...byDay('B', (list, day) => distinct(list, day, visitor)),
  ...byDay('C', (list, day) => total(list, day, ({ links }) => links)),
  ...byDay('D', (list, day) => total(list, day, ({ files }) => files)),
  ...byDay('E', (list, day) => total(list, day, ({ files, links }) => (files < links ? 1 : 0))),
  {
    panel: 'Most popular songs',
    by: ['media_download_title'],
    days: LOG_DAYS,
    read: 'sizes only',
    expected: ({ downloads }, window) => {
      const good = downloads.filter(({ toldAt, outcome }) => isIn(toldAt, window) && outcome === 'success');
      return sizes(
        tally(good, ({ title }) => title),
        20,
      );
    },
  },
  {
    panel: 'Where it comes from',
    by: ['server_address'],
    days: LOG_DAYS,
    expected: ({ downloads }, window) =>
      tally(
        downloads.filter(({ toldAt, outcome }) => isIn(toldAt, window) && outcome === 'success'),
        ({ host }) => host,
      ),
  },
  {
    panel: 'Most active visitors',
    days: LOG_DAYS,
    read: 'sizes only',
    by: ['media_visitor_hash', 'geo_country_iso_code', 'user_agent_name'],
    expected: (history, window) => {
      const of = ({ country, agent, ...one }: Session) => `${one.visitor} ${country} ${agent}`;
      return sizes(tally(ended(history, window), of), 20);
    },
  },
  {
    panel: 'Countries',
    by: ['geo_country_iso_code'],
    days: LOG_DAYS,
    expected: (history, window) => tally(ended(history, window), ({ country }) => country),
  },
  {
    panel: 'User agents',
    by: ['user_agent_name', 'user_agent_synthetic_type'],
    days: LOG_DAYS,
    expected: (history, window) =>
      tally(ended(history, window), ({ agent, bot }) => `${agent} ${bot ? 'bot' : ''}`),
  },
  {
    panel: 'Sessions an hour, beside the same hour of past days',
    days: [1],
    read: 'points',
    expected: (history, window) => points(window, (at) => countedNear(history, at)),
  },
  {
    panel: 'Sessions an hour, beside the same hour of past days',
    refId: 'B',
    days: [1],
    read: 'points',
    expected: (history, window) =>
      points(window, (at) => {
        const past = [1, 2, 3, 4, 5, 6, 7].map((days) => countedNear(history, at - days * DAY));
        const mean = (of: (one: Between) => number) =>
          past.reduce((sum, one) => sum + of(one), 0) / past.length;
        return { least: mean(({ least }) => least), most: mean(({ most }) => most) };
      }),
  },
]);

function points({ from, to }: Window, value: (at: number) => Between): Record<string, Between> {
  const found: Record<string, Between> = {};
  for (let at = from; at <= to; at += 5 * MINUTE) found[` ${at / SECOND}`] = value(at);
  return found;
}
