import { counted, countedEarlier } from '../../../alerts/counted.ts';
import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  sessionEnded,
  sessionErrorCount,
  sessionLinkCount,
  sessions,
  visitorHash,
} from '../../../registry/session.ts';
import { countryCode, userAgentName, userAgentSyntheticType } from '../../../registry/upstream.ts';
import { valueLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { logTable } from '../panels/log_panels.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { width } from '../panels/table_columns.ts';
import { countBy, has, linesOf, sumOf } from '../queries/log_numbers.ts';
import { chosen, QUIET, VISITOR } from './measures.ts';
import { OF_A_DAY } from './numbers.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const COUNTRY = labelName(countryCode.name);
const AGENT = labelName(userAgentName.name);
const SYNTHETIC = labelName(userAgentSyntheticType.name);
const HEIGHT = 8;
const ENDED = linesOf(sessionEnded);
const PAST_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Who comes, from where, and whether anybody or anything behaves unusually. */
export function people(): Line[] {
  return [{ heading: 'Who comes', id: ROWS.people }, [mostActive(), countries(), agents()], [unusual()]];
}

function mostActive() {
  const by = [VISITOR, COUNTRY, AGENT];
  const found = `${ENDED}${has(visitorHash)}`;
  const top = `topk($top, ${countBy(by, found)})`;
  const ofTop = (expr: string) => `${expr} and on (${by.join(', ')}) ${top}`;
  return logTable(sessionEnded, {
    id: ID.mostActive,
    title: 'Most active visitors',
    about: `Many sessions or links of one visitor may be abuse. Click one for its sessions. ${OF_A_DAY}`,
    whenEmpty: QUIET,
    width: 12,
    height: HEIGHT,
    sortBy: 'Sessions',
    exprs: [top, ofTop(sumOf(sessionLinkCount, by, found)), ofTop(sumOf(sessionErrorCount, by, found))],
    columns: [
      {
        field: VISITOR,
        title: 'Visitor',
        properties: [
          {
            id: 'links',
            value: [
              {
                title: 'Sessions of this visitor, with their traces',
                url: valueLink(sessionEnded, VISITOR),
                targetBlank: true,
              },
            ],
          },
        ],
      },
      { field: COUNTRY, title: 'Country', properties: [width(80)] },
      { field: AGENT, title: 'Agent', properties: [width(100)] },
      { field: 'Value #A', title: 'Sessions', properties: [width(95)] },
      { field: 'Value #B', title: 'Links', properties: [width(70)] },
      { field: 'Value #C', title: 'Errors', properties: [width(70)] },
    ],
  });
}

function countries() {
  return logTable(sessionEnded, {
    id: ID.countries,
    title: 'Countries',
    about: 'Where the application gave a database of countries.',
    whenEmpty: 'No country is known',
    width: 5,
    height: HEIGHT,
    sortBy: 'Sessions',
    exprs: [countBy([COUNTRY], `${ENDED}${has(countryCode)}`)],
    columns: [
      { field: COUNTRY, title: 'Country' },
      { field: 'Value #A', title: 'Sessions' },
    ],
  });
}

function agents() {
  return logTable(sessionEnded, {
    id: ID.agents,
    title: 'User agents',
    about: 'By family; “bot” where it says so itself.',
    whenEmpty: 'No user agent is known',
    width: 7,
    height: HEIGHT,
    sortBy: 'Sessions',
    exprs: [countBy([AGENT, SYNTHETIC], `${ENDED}${has(userAgentName)}`)],
    columns: [
      { field: AGENT, title: 'Agent' },
      { field: SYNTHETIC, title: 'Kind' },
      { field: 'Value #A', title: 'Sessions', properties: [width(95)] },
    ],
  });
}

function unusual() {
  const selector = chosen.filtered(select(sessions));
  const before = PAST_DAYS.map(
    (days) => `(${sumBy([], countedEarlier(selector, '1h', 24 * 60 * days))} or vector(0))`,
  );
  return linePanel(sessions, {
    id: ID.unusual,
    title: 'Sessions an hour, beside the same hour of past days',
    about: `Far above the mean of the last ${PAST_DAYS.length} days is unusual. A day is 24 hours: for a week after clocks were changed it is the hour beside.`,
    whenEmpty: QUIET,
    width: 24,
    height: HEIGHT,
    min: 0,
    interval: '5m',
    curves: [
      [`${sumBy([], counted(selector, '1h'))} or vector(0)`, 'the hour before'],
      [`(${before.join(' + ')}) / ${PAST_DAYS.length}`, `mean of the same hour, ${PAST_DAYS.length} days`],
    ],
  });
}
