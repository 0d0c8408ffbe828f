import {
  errorComponent,
  errorFingerprint,
  errorFix,
  errorOpenTime,
  errorReported,
  errorResolution,
  errorResolved,
  errorSeverity,
} from '../../../registry/error.ts';
import { errorType, exceptionMessage } from '../../../registry/upstream.ts';
import { valueLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { logTable } from '../panels/log_panels.ts';
import { type Column, unit, width } from '../panels/table_columns.ts';
import { countBy } from '../queries/log_numbers.ts';
import {
  COMPONENT,
  CONDITIONS,
  FINGERPRINT,
  OPEN,
  openBy,
  QUIET,
  REPORTED,
  severityMappings,
  TYPE,
} from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

/** Errors one by one: those that are open, the last ones, those that were resolved. */
export function open(): Line[] {
  return [{ heading: 'One by one', id: ROWS.open }, [unresolved(), resolved()], [last()]];
}

/** A column of fingerprints. A click on one leads to all errors of its kind, each with its trace. */
export function fingerprintColumn(): Column {
  return {
    field: FINGERPRINT,
    title: 'Fingerprint',
    properties: [
      width(150),
      {
        id: 'links',
        value: [
          {
            title: 'All errors of this kind, with their traces',
            url: valueLink(errorReported, FINGERPRINT),
            targetBlank: true,
          },
        ],
      },
    ],
  };
}

function unresolved() {
  const by = [FINGERPRINT, 'service_name', COMPONENT, TYPE];
  return logTable(errorReported, {
    id: ID.unresolvedTable,
    title: 'Unresolved errors',
    about:
      'Errors of the time shown that were not resolved after they happened last. Nothing resolves an error by itself: the application says so.',
    whenEmpty: 'Nothing is unresolved',
    width: 12,
    height: 9,
    sortBy: 'Last',
    exprs: [openBy(by), `${countBy(by, REPORTED)} and on (${FINGERPRINT}) (${OPEN})`],
    columns: [
      { field: 'Value #A', title: 'Last', properties: [unit('dateTimeFromNow'), width(140)] },
      { field: 'Value #B', title: 'Times', properties: [width(70)] },
      { field: 'service_name', title: 'Service', properties: [width(110)] },
      { field: COMPONENT, title: 'Component' },
      { field: TYPE, title: 'Type' },
      fingerprintColumn(),
    ],
  });
}

function resolved() {
  return eventTable(errorResolved, {
    id: ID.resolvedTable,
    title: 'Resolved errors',
    whenEmpty: 'Nothing was resolved in this time',
    width: 12,
    height: 9,
    columns: [
      attributeColumn(errorFingerprint, 'Fingerprint', 140),
      attributeColumn(errorResolution, 'What was done'),
      attributeColumn(errorOpenTime, 'Open for', 90),
    ],
  });
}

function last() {
  return eventTable(errorReported, {
    id: ID.lastErrors,
    title: 'Last errors',
    about: 'Click a trace to see all that happened, a fingerprint for all errors of the kind.',
    whenEmpty: QUIET,
    width: 24,
    height: 11,
    conditions: CONDITIONS,
    columns: [
      { ...attributeColumn(errorSeverity, 'Severity'), properties: [width(90), ...severityMappings()] },
      attributeColumn(errorComponent, 'Component', 110),
      attributeColumn(errorType, 'Type', 150),
      attributeColumn(exceptionMessage, 'Message'),
      attributeColumn(errorFix, 'What to do'),
      fingerprintColumn(),
    ],
  });
}
