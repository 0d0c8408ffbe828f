import { MINUTE, SECOND } from '../../../history/lives.ts';
import { ENVIRONMENT, exportTimes, SERVICE } from '../../../history/open_metrics.ts';
import { QUEUE } from '../../../history/pipeline.ts';
import type { Exported, History, InCollector } from '../../../history/things.ts';
import { type Expectation, type OnDashboard, onDashboard } from '../expectation.ts';
import { count, countBy, graph, sum, sumBy } from '../told_numbers.ts';

const BY_SERVICE = ['service_name', 'deployment_environment_name'];
const NAME = `${SERVICE} ${ENVIRONMENT}`;

const many = ({ count: howMany }: Exported | InCollector) => howMany;
const masked = (history: History) => history.masked;

const exported = (refId: string, outcome: Exported['outcome']): OnDashboard => ({
  panel: 'Services heard of',
  refId,
  by: BY_SERVICE,
  expected: sum((history) => history.exported.filter((one) => one.outcome === outcome), many, NAME),
});

const inCollector = (panel: string, what: InCollector['what']): OnDashboard[] =>
  (['spans', 'logs', 'metrics'] as const).map((signal, index) => {
    const ofSignal = (history: History) =>
      history.inCollector.filter((one) => one.what === what && one.signal === signal);
    return { panel, refId: 'ABC'.charAt(index), ...graph(sum(ofSignal, many), 90) };
  });

const allOf = (panel: string, what: InCollector['what']): OnDashboard => ({
  panel,
  expected: sum((history) => history.inCollector.filter((one) => one.what === what), many),
});

/** What the dashboard of telemetry should show. */
export const TELEMETRY: readonly Expectation[] = onDashboard('telemetry', [
  { panel: 'Silent services', expected: () => ({ '': 0 }) },
  { panel: 'Collectors', expected: () => ({ '': 1 }) },
  { panel: 'Fullest queue', expected: () => ({ '': QUEUE.size / QUEUE.capacity }) },
  allOf('Refused', 'refused'),
  allOf('Lost in the Collector', 'lost'),
  {
    panel: 'Lost in processes',
    expected: sum((history) => history.exported.filter(({ outcome }) => outcome !== 'delivered'), many),
  },
  {
    panel: 'Redacted late',
    expected: count(masked),
  },
  {
    panel: 'Who sends what should have been masked',
    by: ['otel_media_signal', 'otel_media_redaction_family'],
    expected: countBy(masked, ({ signal, family }) => `${signal} ${family}`),
  },
  {
    panel: 'Services heard of',
    by: BY_SERVICE,
    // The newest word is of within the last minute.
    expected: ({ end }) => ({ [NAME]: { least: end - MINUTE, most: end } }),
  },
  {
    panel: 'Services heard of',
    refId: 'B',
    by: BY_SERVICE,
    expected: () => ({ [NAME]: { least: 0, most: MINUTE / SECOND } }),
  },
  {
    panel: 'Services heard of',
    refId: 'D',
    by: BY_SERVICE,
    expected: ({ lives, end }, { from, to }) => {
      const heard = lives.filter((life) => exportTimes(life, end).some((at) => at > from && at <= to));
      return { [NAME]: new Set(heard.map(({ id }) => id)).size };
    },
  },
  exported('E', 'delivered'),
  exported('F', 'failed'),
  exported('G', 'dropped'),
  {
    panel: 'What became of signals',
    by: ['media_telemetry_signal', 'media_telemetry_outcome'],
    ...graph(
      sumBy(
        ({ exported: all }) => all,
        ({ signal, outcome }) => `${signal} ${outcome}`,
        many,
      ),
      40,
    ),
  },
  // The number of the same name comes before the graph, whose first curve is not asked for here.
  ...inCollector('Refused', 'refused').slice(1),
  ...inCollector('Lost', 'lost'),
]);
