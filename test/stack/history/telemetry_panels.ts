import { MINUTE, SECOND } from '../../history/lives.ts';
import { ENVIRONMENT, exportTimes, SERVICE } from '../../history/open_metrics.ts';
import { QUEUE } from '../../history/pipeline.ts';
import type { Exported, History, InCollector, Masked } from '../../history/things.ts';
import { counted, countedBy, type Expectation, loosely, METRIC_DAYS } from './expectation.ts';

const telemetry = { dashboard: 'telemetry', days: METRIC_DAYS } as const;
const BY_SERVICE = ['service_name', 'deployment_environment_name'];
const NAME = `${SERVICE} ${ENVIRONMENT}`;

const many = ({ toldAt, count }: { toldAt: number; count: number }) => ({ at: toldAt, amount: count });
const once = ({ toldAt }: Masked) => ({ at: toldAt, amount: 1 });

const exported = (panel: string, refId: string, meant: (one: Exported) => boolean): Expectation => ({
  ...{ ...telemetry, panel, refId, ...(refId === '' ? {} : { by: BY_SERVICE }) },
  ...(refId === '' ? { refId: 'A' } : {}),
  expected: (history, window) => ({
    [refId === '' ? '' : NAME]: counted(history.exported.filter(meant).map(many), window, history),
  }),
});

const inCollector = (panel: string, what: InCollector['what']): Expectation[] => {
  const list = (history: History) => history.inCollector.filter((one) => one.what === what);
  return (['spans', 'logs', 'metrics'] as const).map((signal, index) => ({
    ...{ ...telemetry, panel, refId: 'ABC'.charAt(index), read: 'sum of points' },
    expected: (history, window) =>
      loosely(
        {
          '': counted(
            list(history)
              .filter((one) => one.signal === signal)
              .map(many),
            window,
            history,
          ),
        },
        90,
      ),
  }));
};

const allOf = (panel: string, what: InCollector['what']): Expectation => ({
  ...{ ...telemetry, panel },
  expected: (history, window) => ({
    '': counted(history.inCollector.filter((one) => one.what === what).map(many), window, history),
  }),
});

/** What the dashboard of telemetry should show. */
export const TELEMETRY: readonly Expectation[] = [
  { ...{ ...telemetry, panel: 'Silent services' }, expected: () => ({ '': 0 }) },
  { ...{ ...telemetry, panel: 'Collectors' }, expected: () => ({ '': 1 }) },
  { ...{ ...telemetry, panel: 'Fullest queue' }, expected: () => ({ '': QUEUE.size / QUEUE.capacity }) },
  allOf('Refused', 'refused'),
  allOf('Lost in the Collector', 'lost'),
  exported('Lost in processes', '', ({ outcome }) => outcome !== 'delivered'),
  {
    ...{ ...telemetry, panel: 'Redacted late' },
    expected: (history, window) => ({ '': counted(history.masked.map(once), window, history) }),
  },
  {
    ...{ ...telemetry, panel: 'Who sends what should have been masked' },
    by: ['otel_media_signal', 'otel_media_redaction_family'],
    expected: (history, window) =>
      countedBy(history.masked, ({ signal, family }) => `${signal} ${family}`, once, window, history),
  },
  {
    ...{ ...telemetry, panel: 'Services heard of', by: BY_SERVICE },
    // The newest word is of within the last minute.
    expected: ({ end }) => ({ [NAME]: { least: end - MINUTE, most: end } }),
  },
  {
    ...{ ...telemetry, panel: 'Services heard of', refId: 'B', by: BY_SERVICE },
    expected: () => ({ [NAME]: { least: 0, most: MINUTE / SECOND } }),
  },
  {
    ...{ ...telemetry, panel: 'Services heard of', refId: 'D', by: BY_SERVICE },
    expected: ({ lives, end }, { from, to }) => {
      const heard = lives.filter((life) => exportTimes(life, end).some((at) => at > from && at <= to));
      return { [NAME]: new Set(heard.map(({ id }) => id)).size };
    },
  },
  exported('Services heard of', 'E', ({ outcome }) => outcome === 'delivered'),
  exported('Services heard of', 'F', ({ outcome }) => outcome === 'failed'),
  exported('Services heard of', 'G', ({ outcome }) => outcome === 'dropped'),
  {
    ...{ ...telemetry, panel: 'What became of signals', read: 'sum of points' },
    by: ['media_telemetry_signal', 'media_telemetry_outcome'],
    expected: (history, window) =>
      loosely(
        countedBy(history.exported, ({ signal, outcome }) => `${signal} ${outcome}`, many, window, history),
        40,
      ),
  },
  // The number of the same name comes before the graph, whose first curve is not asked for here.
  ...inCollector('Refused', 'refused').slice(1),
  ...inCollector('Lost', 'lost'),
];
