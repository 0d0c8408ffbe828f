import { calendar, distinct, isIn, largest, tally, total, type Window } from '../../history/answers.ts';
import { heardOf } from '../../history/history.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../history/lives.ts';
import type { History, Session } from '../../history/things.ts';
import {
  about,
  type Between,
  counted,
  countedBy,
  type Expectation,
  LOG_DAYS,
  loosely,
  METRIC_DAYS,
  places,
  ratio,
  rest,
} from './expectation.ts';
import { zonesOver } from './radio_panels.ts';

const visitors = { dashboard: 'visitors' } as const;

const ended = ({ sessions }: History, window: Window) =>
  sessions.filter(({ toldAt }) => isIn(toldAt, window));
const once = ({ toldAt }: Session) => ({ at: toldAt, amount: 1 });
const whole = () => '';
const visitor = (session: Session) => session.visitor;
const visits = (history: History, window: Window) => tally(ended(history, window), visitor);

const byDay = (
  refId: string,
  make: (sessions: readonly Session[], day: (one: Session) => string) => Record<string, number>,
) =>
  zonesOver(7, (days, timezone) => [
    {
      ...{ ...visitors, panel: 'Statistics by day', refId, by: ['day'], days, timezone },
      expected: (history, window) =>
        make(ended(history, window), ({ toldAt }) => calendar(toldAt, timezone).day),
    },
  ]);

const countedNear = (all: History, to: number) => {
  const history = heardOf(all);
  const near = history.sessions.filter(({ toldAt }) => Math.abs(toldAt - to) < 2 * HOUR);
  return counted(near.map(once), { from: to - HOUR, to }, history);
};

const runningAtTheEnd = ({ sessions, end }: History) =>
  tally(
    sessions.filter(({ startedAt, toldAt }) => startedAt > end - DAY && startedAt <= end && toldAt > end),
    ({ id }) => id,
  );

/** What the dashboard of visitors should show. */
export const VISITORS: readonly Expectation[] = [
  {
    ...{ ...visitors, panel: 'Sessions now', days: [1] },
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
  {
    ...{ ...visitors, panel: 'Sessions', days: METRIC_DAYS },
    expected: (history, window) => ({ '': counted(history.sessions.map(once), window, history) }),
  },
  {
    ...{ ...visitors, panel: 'Unique visitors', days: LOG_DAYS },
    expected: (history, window) => distinct(ended(history, window), whole, visitor),
  },
  {
    ...{ ...visitors, panel: 'Back on the same day', days: LOG_DAYS },
    expected: (history, window) => ({
      '': Object.values(visits(history, window)).filter((count) => count > 1).length,
    }),
  },
  {
    ...{ ...visitors, panel: 'Sessions without errors', days: METRIC_DAYS },
    expected: (history, window) => {
      const all = history.sessions.filter(({ outcome }) => outcome !== 'interrupted');
      const bad = all.filter(({ outcome }) => outcome !== 'success');
      const count = (list: readonly Session[]) => counted(list.map(once), window, history);
      return { '': rest(ratio(count(bad), count(all))) };
    },
  },
  {
    ...{ ...visitors, panel: 'Files downloaded', days: METRIC_DAYS },
    expected: (history, window) => ({
      '': counted(
        history.sessions.map(({ toldAt, files }) => ({ at: toldAt, amount: files })),
        window,
        history,
      ),
    }),
  },
  {
    ...{ ...visitors, panel: 'Sessions of bots', days: LOG_DAYS },
    expected: (history, window) => ({ '': ended(history, window).filter(({ bot }) => bot).length }),
  },
  { ...{ ...visitors, panel: 'Running now', by: ['session_id'], days: [1, 90] }, expected: runningAtTheEnd },
  {
    ...{ dashboard: 'processing', panel: 'Sessions running now', by: ['session_id'], days: [1] },
    expected: runningAtTheEnd,
  },
  {
    ...{ ...visitors, panel: 'Sessions, newest first', days: LOG_DAYS, read: { linesBy: 'session_id' } },
    expected: (history, window) =>
      places(
        ended(history, window)
          .slice(-1000)
          .reverse()
          .map(({ id }) => id),
      ),
  },
  {
    ...{ ...visitors, panel: 'Sessions by outcome', by: ['media_session_outcome'], days: METRIC_DAYS },
    read: 'sum of points',
    expected: (history, window) =>
      loosely(countedBy(history.sessions, ({ outcome }) => outcome, once, window, history)),
  },
  ...zonesOver(7, (days, timezone) => [
    {
      ...{ ...visitors, panel: 'Peak hours', by: ['hour'], days, timezone },
      expected: ({ sessions }, window) =>
        tally(
          sessions.filter(({ startedAt }) => isIn(startedAt, window)),
          ({ startedAt }) => calendar(startedAt, timezone).hour,
        ),
    },
  ]),
  ...zonesOver(7, (days, timezone) => [
    {
      ...{ ...visitors, panel: 'Unique visitors by day', by: ['day'], days, timezone },
      expected: (history, window) =>
        distinct(ended(history, window), ({ toldAt }) => calendar(toldAt, timezone).day, visitor),
    },
  ]),
  ...byDay('A', (sessions, day) => tally(sessions, day)),
  ...byDay('B', (sessions, day) => distinct(sessions, day, visitor)),
  ...byDay('C', (sessions, day) => total(sessions, day, ({ links }) => links)),
  ...byDay('D', (sessions, day) => total(sessions, day, ({ files }) => files)),
  ...byDay('E', (sessions, day) => total(sessions, day, ({ files, links }) => (files < links ? 1 : 0))),
  {
    ...{
      ...visitors,
      panel: 'Most popular songs',
      by: ['media_download_title'],
      days: LOG_DAYS,
      read: 'sizes only',
    },
    expected: ({ downloads }, window) => {
      const good = downloads.filter(({ toldAt, outcome }) => isIn(toldAt, window) && outcome === 'success');
      return Object.fromEntries(
        largest(
          tally(good, ({ title }) => title),
          20,
        ).map((size, index) => [index, size]),
      );
    },
  },
  {
    ...{ ...visitors, panel: 'Where it comes from', by: ['server_address'], days: LOG_DAYS },
    expected: ({ downloads }, window) =>
      tally(
        downloads.filter(({ toldAt, outcome }) => isIn(toldAt, window) && outcome === 'success'),
        ({ host }) => host,
      ),
  },
  {
    ...{ ...visitors, panel: 'Most active visitors', days: LOG_DAYS, read: 'sizes only' },
    by: ['media_visitor_hash', 'geo_country_iso_code', 'user_agent_name'],
    expected: (history, window) => {
      const of = ({ country, agent, ...one }: Session) => `${one.visitor} ${country} ${agent}`;
      return Object.fromEntries(
        largest(tally(ended(history, window), of), 20).map((size, index) => [index, size]),
      );
    },
  },
  {
    ...{ ...visitors, panel: 'Countries', by: ['geo_country_iso_code'], days: LOG_DAYS },
    expected: (history, window) => tally(ended(history, window), ({ country }) => country),
  },
  {
    ...{
      ...visitors,
      panel: 'User agents',
      by: ['user_agent_name', 'user_agent_synthetic_type'],
      days: LOG_DAYS,
    },
    expected: (history, window) =>
      tally(ended(history, window), ({ agent, bot }) => `${agent} ${bot ? 'bot' : ''}`),
  },
  {
    ...{
      ...visitors,
      panel: 'Sessions an hour, beside the same hour of past days',
      days: [1],
      read: 'points',
    },
    expected: (history, window) => points(window, (at) => countedNear(history, at)),
  },
  {
    ...{ ...visitors, panel: 'Sessions an hour, beside the same hour of past days', refId: 'B', days: [1] },
    read: 'points',
    expected: (history, window) =>
      points(window, (at) => {
        const past = [1, 2, 3, 4, 5, 6, 7].map((days) => countedNear(history, at - days * DAY));
        const mean = (of: (one: Between) => number) =>
          past.reduce((sum, one) => sum + of(one), 0) / past.length;
        return { least: mean(({ least }) => least), most: mean(({ most }) => most) };
      }),
  },
];

function points({ from, to }: Window, value: (at: number) => Between): Record<string, Between> {
  const found: Record<string, Between> = {};
  for (let at = from; at <= to; at += 5 * MINUTE) found[` ${at / SECOND}`] = value(at);
  return found;
}
