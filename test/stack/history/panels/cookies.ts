import { COOKIES_STATES } from '../../../../src/registry/cookies.ts';
import { COOKIE_FIGURES, cookieState } from '../../../history/cookie_files.ts';
import { SERVICE } from '../../../history/open_metrics.ts';
import type { CookieFile, History } from '../../../history/things.ts';
import { type Expectation, type Numbers, type OnDashboard, onDashboard } from '../expectation.ts';
import { gaugePoints, shownAt } from '../gauges.ts';
import { count, countBy, graph } from '../told_numbers.ts';

const GRAPH_DAYS = [1, 7];
const BY_FILE = ['service_name', 'media_cookies_file_name', 'media_cookies_site'];

type Figure = (history: History, file: CookieFile, at: number) => number | undefined;

const nameOf = ({ name, site }: CookieFile) => `${SERVICE} ${name} ${site}`;
const state: Figure = (history, file, at) => COOKIES_STATES.indexOf(cookieState(history, file, at));

type Choice = (...values: number[]) => number;

/** A number of each file that is shown at a time, as it was when it was exported; of two processes one. */
function files(history: History, at: number, figure: Figure, choice: Choice): Record<string, number> {
  const shown = shownAt(history, at);
  return Object.fromEntries(
    history.cookieFiles.flatMap((file) => {
      const values = shown
        .filter(({ life }) => life.instance === file.instance)
        .map(({ exported }) => figure(history, file, exported))
        .filter((value) => value !== undefined);
      return values.length === 0 ? [] : [[nameOf(file), choice(...values)] as const];
    }),
  );
}

const column = (refId: string, figure: Figure, choice: Choice): OnDashboard => ({
  panel: 'Cookie files now',
  refId,
  by: BY_FILE,
  expected: (history) => files(history, history.end, figure, choice),
});

const number = (panel: string, figure: Figure, of: Choice): OnDashboard => ({
  panel,
  expected: (history) => ({ '': of(...Object.values(files(history, history.end, figure, Math.max))) }),
});

const gaugeGraph = (panel: string, figure: Figure, choice: Choice, refId = 'A'): OnDashboard => ({
  panel,
  refId,
  by: BY_FILE,
  days: GRAPH_DAYS,
  read: 'points',
  expected: (history, window) => gaugePoints(window, (at): Numbers => files(history, at, figure, choice)),
});

const inState = (panel: string, meant: (name: string) => boolean): OnDashboard =>
  number(
    panel,
    (history, file, at) => (meant(cookieState(history, file, at)) ? 1 : 0),
    (...values) => values.reduce((sum, one) => sum + one, 0),
  );

const cookieResults = (history: History) => history.cookieResults;
const cookieChecks = (history: History) => history.cookieChecks;
const { age, expiry, accepted, rejected } = COOKIE_FIGURES;

/** What the dashboard of cookies should show. */
export const COOKIES: readonly Expectation[] = onDashboard('cookies', [
  inState('Files that do not work', (name) => name !== 'fresh' && name !== 'stale'),
  inState('Stale files', (name) => name === 'stale'),
  number('First login expires in', expiry, Math.min),
  number('Oldest login exported', age, Math.max),
  number('Last accepted', accepted, Math.min),
  number('Last rejected', rejected, Math.min),
  { panel: 'Rejections', expected: count(cookieResults, ({ result }) => result === 'rejected') },
  {
    panel: 'Cookie files now',
    by: [...BY_FILE, 'media_cookies_state'],
    expected: (history) => {
      const told = shownAt(history, history.end);
      return Object.fromEntries(
        history.cookieFiles.map((file) => {
          const exported = told.find(({ life }) => life.instance === file.instance)?.exported ?? Number.NaN;
          // It is asked for now and then: what was exported last is still seen some minutes later.
          return [
            `${nameOf(file)} ${cookieState(history, file, exported)}`,
            { least: exported, most: history.end },
          ];
        }),
      );
    },
  },
  column('B', () => 1, Math.min),
  column('C', expiry, Math.min),
  column('D', age, Math.max),
  column('E', age, Math.max),
  column('F', accepted, Math.min),
  column('G', rejected, Math.min),
  gaugeGraph('State of each cookie file', state, Math.max),
  gaugeGraph('Login in each cookie file', () => 0, Math.min),
  gaugeGraph('Time until the first login cookie expires', expiry, Math.min),
  gaugeGraph('Age of each login', age, Math.max),
  gaugeGraph('Age of each file', age, Math.max),
  gaugeGraph('Time since the last acceptance and the last rejection', accepted, Math.min),
  gaugeGraph('Time since the last acceptance and the last rejection', rejected, Math.min, 'B'),
  {
    panel: 'Cookies accepted and rejected',
    by: ['media_cookies_result'],
    ...graph(countBy(cookieResults, ({ result }) => result)),
  },
  {
    panel: 'Checks by state found',
    by: ['media_cookies_state'],
    ...graph(countBy(cookieChecks, (check) => check.state)),
  },
]);
