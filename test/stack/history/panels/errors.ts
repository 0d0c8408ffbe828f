import { distinct, isIn, tally, type Window } from '../../../history/answers.ts';
import { traceOf } from '../../../history/log_records.ts';
import type { AppError, History } from '../../../history/things.ts';
import { type Expectation, LOG_DAYS, onDashboard } from '../expectation.ts';
import { count, countBy, graph, newest } from '../told_numbers.ts';

const errors = (history: History) => history.errors;
const isCritical = ({ severity }: AppError) => severity === 'critical';

/** The kinds of errors of a time that nobody dealt with since they happened last. */
function unresolved({ errors: all, resolutions }: History, window: Window): string[] {
  const seen = all.filter(({ toldAt }) => isIn(toldAt, window));
  const last = new Map(seen.map(({ fingerprint, toldAt }) => [fingerprint, toldAt]));
  const dealtWith = new Map(
    resolutions
      .filter(({ toldAt }) => isIn(toldAt, window))
      .map(({ fingerprint, toldAt }) => [fingerprint, toldAt]),
  );
  return [...last]
    .filter(([fingerprint, at]) => (dealtWith.get(fingerprint) ?? 0) < at)
    .map(([fingerprint]) => fingerprint);
}

/** What the dashboard of errors should show. */
export const ERRORS: readonly Expectation[] = onDashboard('errors', [
  { panel: 'Errors', expected: count(errors) },
  { panel: 'Critical', expected: count(errors, isCritical) },
  {
    panel: 'Errors by severity',
    by: ['media_error_severity'],
    ...graph(countBy(errors, ({ severity }) => severity)),
  },
  {
    panel: 'Errors by service, component and severity',
    by: ['media_error_component', 'media_error_severity'],
    expected: countBy(errors, ({ component, severity }) => `${component} ${severity}`),
  },
  {
    panel: 'Errors by type, and what to do about them',
    by: ['error_type'],
    expected: countBy(errors, ({ type }) => type),
  },
  {
    panel: 'Different errors',
    days: LOG_DAYS,
    expected: (history, window) =>
      distinct(
        history.errors.filter(({ toldAt }) => isIn(toldAt, window)),
        () => '',
        ({ fingerprint }) => fingerprint,
      ),
  },
  {
    panel: 'Unresolved',
    days: LOG_DAYS,
    expected: (history, window) => ({ '': unresolved(history, window).length }),
  },
  {
    panel: 'Unresolved errors',
    refId: 'B',
    by: ['media_error_fingerprint'],
    days: LOG_DAYS,
    expected: (history, window) => {
      const open = unresolved(history, window);
      return tally(
        history.errors.filter(
          ({ toldAt, fingerprint }) => isIn(toldAt, window) && open.includes(fingerprint),
        ),
        ({ fingerprint }) => fingerprint,
      );
    },
  },
  {
    panel: 'Resolved',
    days: LOG_DAYS,
    expected: ({ resolutions }, window) => ({
      '': resolutions.filter(({ toldAt }) => isIn(toldAt, window)).length,
    }),
  },
  {
    panel: 'Last errors',
    days: LOG_DAYS,
    read: { linesBy: 'trace_id' },
    expected: newest(errors, (one) => traceOf('media.error', one)),
  },
]);
