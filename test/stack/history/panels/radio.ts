import {
  calendar,
  distinct,
  grouped,
  isIn,
  secondsWithin,
  tally,
  total,
  type Window,
} from '../../../history/answers.ts';
import { DAY, SECOND } from '../../../history/lives.ts';
import type { History, Play } from '../../../history/things.ts';
import { about, counted, sizes } from '../counted.ts';
import { type Between, type Expectation, LOG_DAYS, type OnDashboard, onDashboard } from '../expectation.ts';
import { count, countBy, graph, newest, sumBy } from '../told_numbers.ts';
import { zonesOver } from '../zones.ts';

const plays = (history: History) => history.plays;
const ended = ({ plays }: History, window: Window) => plays.filter(({ toldAt }) => isIn(toldAt, window));
const started = ({ plays }: History, window: Window) =>
  plays.filter(({ startedAt }) => isIn(startedAt, window));
const whole = () => '';
const seconds = ({ startedAt, endedAt }: Play) => (endedAt - startedAt) / SECOND;
const id = (play: Play) => play.id;
const isDeadAir = ({ gapSeconds }: Play) => (gapSeconds ?? 0) > 10;

const outcomes = (refId: string, meant: (play: Play) => boolean): OnDashboard => ({
  panel: 'What came of attempts',
  refId,
  expected: count(plays, meant),
});

const summaries = (panel: string, unit: 'day' | 'week', short: number): OnDashboard[] =>
  zonesOver(short, (days, timezone) => {
    const of = (at: number) => calendar(at, timezone)[unit];
    const ending = (play: Play) => of(play.toldAt);
    const all = (history: History, window: Window) => tally(ended(history, window), ending);
    const row = (refId: string, expected: Expectation['expected']): OnDashboard => ({
      panel,
      refId,
      by: [unit],
      days,
      timezone,
      expected,
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
export const RADIO: readonly Expectation[] = onDashboard('radio', [
  {
    panel: 'On air now',
    expected: ({ plays, end }) => ({
      '': plays.filter(({ startedAt, endedAt }) => startedAt <= end && end < endedAt).length,
    }),
  },
  {
    panel: 'Uptime',
    // Seconds played are counted as they go by: only the last ones are not exported yet.
    expected: ({ plays }, window) => {
      const spans = grouped(plays, ({ station }) => station);
      const ratios = [...spans.values()].map(
        (list) => secondsWithin(list, window) / ((window.to - window.from) / SECOND),
      );
      return { '': about(Math.min(...ratios), 0.003) };
    },
  },
  { panel: 'Plays', expected: count(plays) },
  {
    panel: 'Unique tracks',
    days: LOG_DAYS,
    expected: (history, window) => distinct(started(history, window), whole, ({ track }) => track),
  },
  {
    panel: 'Error rate',
    expected: (history, window) => {
      const all = ended(history, window);
      return { '': about(all.filter(({ errorCount }) => errorCount > 0).length / all.length, 0.005) };
    },
  },
  {
    panel: 'Dead air',
    expected: (history, window) => {
      const silences = history.plays.filter(isDeadAir).map(({ startedAt }) => ({ at: startedAt, amount: 1 }));
      const { least, most } = counted(silences, window, history);
      // The difference of two numbers, each of which is stretched: that of all gaps and that of the short ones.
      const all = started(history, window).length;
      return { '': about((least + most) / 2, (most - least) / 2 + 1 + 0.003 * all) };
    },
  },
  {
    panel: 'Now playing',
    by: ['media_play_id'],
    days: [1, 90],
    expected: ({ plays, end }) =>
      tally(
        plays.filter(({ startedAt, toldAt }) => startedAt > end - DAY && startedAt <= end && toldAt > end),
        ({ id }) => id,
      ),
  },
  {
    panel: 'Last 100 plays',
    days: LOG_DAYS,
    read: { linesBy: 'media_play_id' },
    expected: newest(plays, id),
  },
  {
    panel: 'Most played tracks',
    by: ['media_play_track_key'],
    days: LOG_DAYS,
    read: 'sizes only',
    expected: (history, window) =>
      sizes(
        tally(started(history, window), ({ track }) => track),
        20,
      ),
  },
  ...zonesOver(1, (days, timezone) => [
    {
      panel: 'Plays by hour of day',
      by: ['hour'],
      days,
      timezone,
      expected: (history, window) =>
        tally(started(history, window), ({ startedAt }) => calendar(startedAt, timezone).hour),
    },
  ]),
  {
    panel: 'Uptime by day',
    by: ['media_play_station'],
    days: [7, 30],
    read: 'points',
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
    panel: 'What came of attempts',
    refId: 'A',
    expected: (history, window) => ({
      '': counted(
        history.plays.map(({ startedAt }) => ({ at: startedAt, amount: 1 })),
        window,
        history,
      ),
    }),
  },
  {
    panel: 'Plays by outcome',
    by: ['media_play_outcome'],
    ...graph(countBy(plays, ({ outcome }) => outcome)),
  },
  {
    panel: 'What ended plays',
    by: ['media_play_end_reason'],
    days: LOG_DAYS,
    expected: (history, window) => tally(ended(history, window), ({ endReason }) => endReason),
  },
  {
    panel: 'Last failed plays',
    days: LOG_DAYS,
    read: { linesBy: 'media_play_id' },
    expected: newest(plays, id, ({ outcome }) => outcome === 'failure'),
  },
  {
    panel: 'Errors, and what to do about them',
    by: ['media_play_station'],
    expected: sumBy(
      (history: History) => history.plays.filter(({ errorCount }) => errorCount > 0),
      ({ station }) => station,
      ({ errorCount }) => errorCount,
    ),
  },
]);
