import { errorComponent, errorSeverity, errors } from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  sessionActive,
  sessionDuration,
  sessionFilesDownloaded,
  sessionLinksSubmitted,
  sessionOutcome,
  sessions as sessionsEnded,
} from '../../../registry/session.ts';
import { sumBy } from '../../promql.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { around, filtered, graph } from '../queries.ts';
import { bars, lineGraph } from '../shapes.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const QUIET = 'No sessions in this time';
const HEIGHT = 7;

/** What was asked for and what came of it, and what the application itself reported. */
export function sessions(): Line[] {
  return [
    { heading: 'Sessions and reported errors', id: ROWS.sessions },
    [ended(), contents()],
    [active(), duration(), reported()],
  ];
}

function ended() {
  const label = labelName(sessionOutcome.name);
  return panel(bars(), sessionsEnded, {
    id: ID.sessions,
    title: 'Sessions by outcome',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: HEIGHT,
    queries: [graph('A', sumBy([label], around(select(sessionsEnded))), `{{${label}}}`)],
  });
}

function contents() {
  return panel(lineGraph().min(0).interval('5m'), sessionLinksSubmitted, {
    id: ID.sessionContents,
    title: 'Links submitted and files downloaded',
    about: 'Files that fall behind links are downloads that failed.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: HEIGHT,
    queries: [
      graph('A', sumBy([], around(select(sessionLinksSubmitted))), 'links'),
      graph('B', sumBy([], around(select(sessionFilesDownloaded))), 'files'),
    ],
  });
}

function active() {
  return panel(lineGraph().min(0), sessionActive, {
    id: ID.sessionsActive,
    title: 'Sessions running',
    datasource: PROMETHEUS,
    width: 8,
    height: HEIGHT,
    queries: [graph('A', `${sumBy([], filtered(select(sessionActive)))} or vector(0)`, 'sessions')],
  });
}

function duration() {
  const buckets = sumBy(['le'], around(select(sessionDuration), 'bucket'));
  return panel(lineGraph().min(0).interval('15m'), sessionDuration, {
    id: ID.sessionDuration,
    title: 'Duration of sessions',
    about: 'Percentiles.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 8,
    height: HEIGHT,
    queries: [
      graph('A', `histogram_quantile(0.5, ${buckets})`, 'median'),
      graph('B', `histogram_quantile(0.95, ${buckets})`, '95th percentile'),
    ],
  });
}

function reported() {
  const labels = [labelName(errorComponent.name), labelName(errorSeverity.name)];
  return panel(bars(), errors, {
    id: ID.errors,
    title: 'Reported errors by component',
    whenEmpty: 'No errors were reported in this time',
    datasource: PROMETHEUS,
    width: 8,
    height: HEIGHT,
    queries: [
      graph('A', sumBy(labels, around(select(errors))), labels.map((label) => `{{${label}}}`).join(' ')),
    ],
  });
}
