import {
  calendar,
  distinct,
  grouped,
  isIn,
  largest,
  secondsWithin,
  tally,
  total,
  type Window,
} from '../../history/answers.ts';
import { DAY, SECOND } from '../../history/lives.ts';
import type { History, Play } from '../../history/things.ts';
import { ZONES } from '../../history/visits.ts';
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
} from './expectation.ts';

const ended = ({ plays }: History, window: Window) => plays.filter(({ toldAt }) => isIn(toldAt, window));
const started = ({ plays }: History, window: Window) =>
  plays.filter(({ startedAt }) => isIn(startedAt, window));
const once = ({ toldAt }: Play) => ({ at: toldAt, amount: 1 });
const whole = () => '';
const seconds = ({ startedAt, endedAt }: Play) => (endedAt - startedAt) / SECOND;
const newest = (plays: readonly Play[]) =>
  plays
    .slice(-100)
    .reverse()
    .map(({ id }) => id);
const isDeadAir = ({ gapSeconds }: Play) => (gapSeconds ?? 0) > 10;

/** Each zone over a short time, and that with changes of its clocks over the longest: it is right in the others too. */
export function zonesOver(
  short: number,
  make: (days: readonly number[], timezone: string) => readonly Expectation[],
): Expectation[] {
  return ZONES.flatMap((zone, index) => make(index === ZONES.length - 1 ? [short, 90] : [short], zone));
}

const outcomes = (refId: string, meant: (play: Play) => boolean): Expectation => ({
  ...{ dashboard: 'radio', panel: 'What came of attempts', refId, days: METRIC_DAYS },
  expected: (history, window) => ({ '': counted(history.plays.filter(meant).map(once), window, history) }),
});

const summaries = (panel: string, unit: 'day' | 'week', short: number): Expectation[] =>
  zonesOver(short, (days, timezone) => {
    const of = (at: number) => calendar(at, timezone)[unit];
    const ending = (play: Play) => of(play.toldAt);
    const all = (history: History, window: Window) => tally(ended(history, window), ending);
    const row = (refId: string, expected: Expectation['expected']): Expectation => ({
      ...{ dashboard: 'radio', panel, refId, by: [unit], days, timezone, expected },
    });
    return [
      row('A', all),
      row('B', (history, window) =>
        distinct(
          started(history, window),
          (play) => of(play.startedAt),
          ({ track }) => track,
        ),
      ),
      row('C', (history, window) =>
        total(ended(history, window), ending, ({ errorCount }) => (errorCount > 0 ? 1 : 0)),
      ),
      row('D', (history, window) => total(ended(history, window), ending, seconds)),
      row('E', (history, window) => {
        const silent = tally(started(history, window).filter(isDeadAir), (play) => of(play.startedAt));
        const none = Object.fromEntries(Object.keys(all(history, window)).map((key) => [key, 0]));
        return { ...none, ...silent };
      }),
    ];
  });

/** What the dashboard of radios should show. */
export const RADIO: readonly Expectation[] = [
  {
    ...{ dashboard: 'radio', panel: 'On air now', days: METRIC_DAYS },
    expected: ({ plays, end }) => ({
      '': plays.filter(({ startedAt, endedAt }) => startedAt <= end && end < endedAt).length,
    }),
  },
  {
    ...{ dashboard: 'radio', panel: 'Uptime', days: METRIC_DAYS },
    // Seconds played are counted as they go by: only the last ones are not exported yet.
    expected: ({ plays }, window) => {
      const spans = grouped(plays, ({ station }) => station);
      const ratios = [...spans.values()].map(
        (list) => secondsWithin(list, window) / ((window.to - window.from) / SECOND),
      );
      return { '': about(Math.min(...ratios), 0.003) };
    },
  },
  {
    ...{ dashboard: 'radio', panel: 'Plays', days: METRIC_DAYS },
    expected: (history, window) => ({ '': counted(history.plays.map(once), window, history) }),
  },
  {
    ...{ dashboard: 'radio', panel: 'Unique tracks', days: LOG_DAYS },
    expected: (history, window) => distinct(started(history, window), whole, ({ track }) => track),
  },
  {
    ...{ dashboard: 'radio', panel: 'Error rate', days: METRIC_DAYS },
    expected: (history, window) => {
      const all = ended(history, window);
      return { '': about(all.filter(({ errorCount }) => errorCount > 0).length / all.length, 0.005) };
    },
  },
  {
    ...{ dashboard: 'radio', panel: 'Dead air', days: METRIC_DAYS },
    expected: (history, window) => {
      const silences = history.plays.filter(isDeadAir).map(({ startedAt }) => ({ at: startedAt, amount: 1 }));
      const { least, most } = counted(silences, window, history);
      // The difference of two numbers, each of which is stretched: that of all gaps and that of the short ones.
      const all = started(history, window).length;
      return { '': about((least + most) / 2, (most - least) / 2 + 1 + 0.003 * all) };
    },
  },
  {
    ...{ dashboard: 'radio', panel: 'Now playing', by: ['media_play_id'], days: [1, 90] },
    expected: ({ plays, end }) =>
      tally(
        plays.filter(({ startedAt, toldAt }) => startedAt > end - DAY && startedAt <= end && toldAt > end),
        ({ id }) => id,
      ),
  },
  {
    ...{ dashboard: 'radio', panel: 'Last 100 plays', days: LOG_DAYS, read: { linesBy: 'media_play_id' } },
    expected: (history, window) => places(newest(ended(history, window))),
  },
  {
    ...{ dashboard: 'radio', panel: 'Most played tracks', by: ['media_play_track_key'], days: LOG_DAYS },
    read: 'sizes only',
    expected: (history, window) =>
      Object.fromEntries(
        largest(
          tally(started(history, window), ({ track }) => track),
          20,
        ).map((size, index) => [index, size]),
      ),
  },
  ...zonesOver(1, (days, timezone) => [
    {
      ...{ dashboard: 'radio', panel: 'Plays by hour of day', by: ['hour'], days, timezone },
      expected: (history, window) =>
        tally(started(history, window), ({ startedAt }) => calendar(startedAt, timezone).hour),
    },
  ]),
  {
    ...{
      dashboard: 'radio',
      panel: 'Uptime by day',
      by: ['media_play_station'],
      days: [7, 30],
      read: 'points',
    },
    expected: ({ plays }, { from, to }) => {
      const found: Record<string, Between> = {};
      for (const [station, list] of grouped(plays, (play) => play.station)) {
        for (let day = from; day < to; day += DAY) {
          const ratio = secondsWithin(list, { from: day, to: day + DAY }) / (DAY / SECOND);
          found[`${station} ${day / SECOND}`] = about(ratio, 0.012);
        }
      }
      return found;
    },
  },
  ...summaries('Daily summary', 'day', 7),
  ...summaries('Weekly summary', 'week', 30),
  outcomes('B', () => true),
  outcomes('C', ({ outcome }) => outcome === 'success'),
  outcomes('F', ({ outcome }) => outcome === 'failure'),
  outcomes('G', ({ outcome }) => outcome === 'interrupted'),
  {
    ...{ dashboard: 'radio', panel: 'What came of attempts', refId: 'A', days: METRIC_DAYS },
    expected: (history, window) => ({
      '': counted(
        history.plays.map(({ startedAt }) => ({ at: startedAt, amount: 1 })),
        window,
        history,
      ),
    }),
  },
  {
    ...{ dashboard: 'radio', panel: 'Plays by outcome', by: ['media_play_outcome'], days: METRIC_DAYS },
    read: 'sum of points',
    expected: (history, window) =>
      loosely(countedBy(history.plays, ({ outcome }) => outcome, once, window, history)),
  },
  {
    ...{ dashboard: 'radio', panel: 'What ended plays', by: ['media_play_end_reason'], days: LOG_DAYS },
    expected: (history, window) => tally(ended(history, window), ({ endReason }) => endReason),
  },
  {
    ...{ dashboard: 'radio', panel: 'Last failed plays', days: LOG_DAYS, read: { linesBy: 'media_play_id' } },
    expected: (history, window) =>
      places(newest(ended(history, window).filter(({ outcome }) => outcome === 'failure'))),
  },
  {
    ...{ dashboard: 'radio', panel: 'Errors, and what to do about them', by: ['media_play_station'] },
    days: METRIC_DAYS,
    expected: (history, window) =>
      countedBy(
        history.plays.filter(({ errorCount }) => errorCount > 0),
        ({ station }) => station,
        ({ toldAt, errorCount }) => ({ at: toldAt, amount: errorCount }),
        window,
        history,
      ),
  },
];
