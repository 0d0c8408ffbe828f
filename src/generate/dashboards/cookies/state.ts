import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { lastHeld } from '../../../alerts/promql.ts';
import {
  COOKIES_STATES,
  cookiesAcceptedAge,
  cookiesAge,
  cookiesAuthAge,
  cookiesAuthPresence,
  cookiesExpiry,
  cookiesRejectedAge,
  cookiesStatus,
} from '../../../registry/cookies.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD } from '../panels/colours.ts';
import { colourOf } from '../panels/meanings.ts';
import { metricTable } from '../panels/metric_table.ts';
import { panel } from '../panels/panel.ts';
import { stateTimeline, worstState } from '../panels/state_timeline.ts';
import { coloured, unit, width } from '../panels/table_columns.ts';
import { graph } from '../queries/queries.ts';
import {
  chosen,
  expiryColours,
  FILE,
  LEGEND,
  loginNow,
  PER_FILE,
  perFileNow,
  QUIET,
  SITE,
  STATE,
  staleColours,
} from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

/** How it stands with each file, now and over time. */
export function state(): Line[] {
  return [
    { heading: 'State', id: ROWS.state },
    [now()],
    [cookiesTimeline(ID.timeline, chosen.filtered), logins()],
  ];
}

/** The state of each cookie file over time. Alerts lead to it. */
export function cookiesTimeline(id: number, filtered: (selection: Selection) => string) {
  const isIn = (one: string) => filtered(select(cookiesStatus, { 'media.cookies.state': [one] }));
  return panel(stateTimeline(COOKIES_STATES, colourOf), cookiesStatus, {
    id,
    title: 'State of each cookie file',
    about:
      'Of processes that disagree the worst is shown; nothing while no process runs that has looked at it.',
    unit: 'short',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [graph('A', worstState(PER_FILE, COOKIES_STATES, isIn), LEGEND)],
  });
}

const LOGIN_STATES = ['there', 'gone'];

function logins() {
  const gone = `1 - min by (${PER_FILE.join(', ')}) (${chosen.filtered(select(cookiesAuthPresence))})`;
  const colour = (one: string) => (one === 'there' ? GOOD : BAD);
  return panel(stateTimeline(LOGIN_STATES, colour), cookiesAuthPresence, {
    id: ID.authTimeline,
    title: 'Login in each cookie file',
    about: 'Without these cookies the site treats us as a stranger.',
    unit: 'short',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 7,
    queries: [graph('A', gone, LEGEND)],
  });
}

function now() {
  const each = lastHeld([...PER_FILE, STATE], chosen.filtered(select(cookiesStatus)), '$__range');
  const newest = lastHeld(PER_FILE, chosen.filtered(select(cookiesStatus)), '$__range');
  return metricTable(cookiesAge, {
    id: ID.now,
    title: 'Cookie files now',
    about:
      'With the newest state known of each file, also of processes that have ended since. Times but the first are ago.',
    whenEmpty: QUIET,
    width: 24,
    height: 8,
    sortBy: 'Said last',
    exprs: [
      `1000 * (${each} == on (${PER_FILE.join(', ')}) group_left () ${newest})`,
      loginNow(),
      perFileNow('min', cookiesExpiry),
      perFileNow('max', cookiesAuthAge),
      perFileNow('max', cookiesAge),
      perFileNow('min', cookiesAcceptedAge),
      perFileNow('min', cookiesRejectedAge),
    ],
    columns: [
      { field: 'service_name', title: 'Service', properties: [width(120)] },
      { field: FILE, title: 'File' },
      { field: SITE, title: 'Site' },
      { field: STATE, title: 'State', properties: [...stateColours(), width(95)] },
      // A date's unit would make text of it only in the table; so it is asked for in milliseconds.
      { field: 'Value #A', title: 'Said last', properties: [unit('dateTimeAsIso'), width(165)] },
      { field: 'Value #B', title: 'Login cookies', properties: [...presence(), width(120)] },
      { field: 'Value #C', title: 'First expires in', properties: coloured(expiryColours()) },
      { field: 'Value #D', title: 'Login exported', properties: coloured(staleColours()) },
      { field: 'Value #E', title: 'File written' },
      { field: 'Value #F', title: 'Last accepted' },
      { field: 'Value #G', title: 'Last rejected' },
    ],
  });
}

function presence(): DynamicConfigValue[] {
  const options = { 1: { text: 'there', color: GOOD, index: 0 }, 0: { text: 'gone', color: BAD, index: 1 } };
  return [
    unit('short'),
    { id: 'mappings', value: [{ type: 'value', options }] },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
}

/** Shows states of cookie files in their colours. */
export function stateColours(): DynamicConfigValue[] {
  const options = Object.fromEntries(
    COOKIES_STATES.map((one, index) => [one, { text: one, color: colourOf(one), index }]),
  );
  return [
    { id: 'mappings', value: [{ type: 'value', options }] },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
}
