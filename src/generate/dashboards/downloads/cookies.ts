import type { DynamicConfigValue, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { MappingType } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import {
  COOKIES_STATES,
  cookiesAge,
  cookiesChecks,
  cookiesExpiry,
  cookiesFileName,
  cookiesResult,
  cookiesResults,
  cookiesState,
  cookiesStatus,
} from '../../../registry/cookies.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { lastHeld, sumBy } from '../../promql.ts';
import { BAD, GOOD, steps, WARN } from '../colours.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { around, columns, filtered, graph } from '../queries.ts';
import { bars, dashed, lineGraph, table } from '../shapes.ts';
import { type Column, joined, styled, unit } from '../table_columns.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const FILE = labelName(cookiesFileName.name);
const STATE = labelName(cookiesState.name);
const RESULT = labelName(cookiesResult.name);
const PER_FILE = ['service_name', FILE];
const LEGEND = `{{service_name}} {{${FILE}}}`;
const QUIET = 'No cookie file was looked at in this time';

/** Whether cookies are good, since when, for how long, and what the site makes of them. */
export function cookies(): Line[] {
  return [
    { heading: 'Cookies', id: ROWS.cookies },
    [timeline(), now()],
    [results(), checks()],
    [age(), expiry()],
  ];
}

function stateColour(state: string): string {
  if (state === 'fresh') return GOOD;
  return state === 'stale' ? WARN : BAD;
}

// A state timeline draws numbers, and states are labels: so each state is its place in the list, which has the worst
// last, and is mapped back to its name. Of instances that disagree the worst is drawn.
function timeline() {
  const terms = COOKIES_STATES.map(
    (state, index) =>
      `${index} * (${filtered(select(cookiesStatus, { 'media.cookies.state': [state] }))} == 1)`,
  );
  const expr = `max by (${PER_FILE.join(', ')}) (${terms.join(' or ')})`;
  const mapping: ValueMapping = {
    type: MappingType.ValueToText,
    options: Object.fromEntries(
      COOKIES_STATES.map((state, index) => [index, { text: state, color: stateColour(state), index }]),
    ),
  };
  const builder = new StateTimelineBuilder().mappings([mapping]).mergeValues(true).fillOpacity(80);
  return panel(builder, cookiesStatus, {
    id: ID.cookiesTimeline,
    title: 'State of each cookie file',
    about:
      'Of processes that disagree the worst is shown; nothing while no process runs that has looked at it.',
    unit: 'short',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [graph('A', expr, LEGEND)],
  });
}

function now() {
  const each = lastHeld([...PER_FILE, STATE], filtered(select(cookiesStatus)), '$__range');
  const newest = lastHeld(PER_FILE, filtered(select(cookiesStatus)), '$__range');
  const shown: Column[] = [
    { field: 'service_name', title: 'Service' },
    { field: FILE, title: 'File' },
    { field: STATE, title: 'State', properties: stateColours() },
    { field: 'Value #A', title: 'Said last', properties: [unit('dateTimeAsIso')] },
    { field: 'Value #B', title: 'Age' },
    { field: 'Value #C', title: 'First login cookie expires in' },
  ];
  return panel(styled(table('Said last').transformations(joined(shown)), shown), cookiesAge, {
    id: ID.cookiesNow,
    title: 'Cookie files now',
    about: 'With the newest state known of each file, also of processes that have ended since.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [
      // In milliseconds, as Grafana has its dates.
      columns('A', `1000 * (${each} == on (${PER_FILE.join(', ')}) group_left () ${newest})`),
      columns('B', `max by (${PER_FILE.join(', ')}) (${filtered(select(cookiesAge))})`),
      columns('C', `min by (${PER_FILE.join(', ')}) (${filtered(select(cookiesExpiry))})`),
    ],
  });
}

function stateColours(): DynamicConfigValue[] {
  const options = Object.fromEntries(
    COOKIES_STATES.map((state, index) => [state, { text: state, color: stateColour(state), index }]),
  );
  return [
    { id: 'mappings', value: [{ type: 'value', options }] },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
}

function results() {
  return panel(bars(), cookiesResults, {
    id: ID.cookiesResults,
    title: 'Cookies accepted and rejected',
    whenEmpty: 'No downloads with cookies in this time',
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [graph('A', sumBy([RESULT], around(select(cookiesResults))), `{{${RESULT}}}`)],
  });
}

function checks() {
  return panel(bars(), cookiesChecks, {
    id: ID.cookiesChecks,
    title: 'Checks by state found',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [graph('A', sumBy([STATE], around(select(cookiesChecks))), `{{${STATE}}}`)],
  });
}

function age() {
  const colours = steps(GOOD, { from: thresholds.cookiesStaleSeconds, color: WARN });
  return panel(lineGraph().min(0).thresholds(colours).thresholdsStyle(dashed()), cookiesAge, {
    id: ID.cookiesAge,
    title: 'Age of each cookie file',
    about: 'yt-dlp rewrites the file at each run: young does not mean valid.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [graph('A', `max by (${PER_FILE.join(', ')}) (${filtered(select(cookiesAge))})`, LEGEND)],
  });
}

function expiry() {
  const colours = steps(BAD, { from: 0, color: GOOD });
  return panel(lineGraph().thresholds(colours).thresholdsStyle(dashed()), cookiesExpiry, {
    id: ID.cookiesExpiry,
    title: 'Time until the first login cookie expires',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [graph('A', `min by (${PER_FILE.join(', ')}) (${filtered(select(cookiesExpiry))})`, LEGEND)],
  });
}
