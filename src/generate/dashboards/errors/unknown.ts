import { sumBy } from '../../../alerts/promql.ts';
import { downloadAttemptEnded, downloadAttempts, downloadClient } from '../../../registry/download.ts';
import { errorComponent, errorReported, errors } from '../../../registry/error.ts';
import { select } from '../../../registry/selection.ts';
import { errorMessage, errorType, exceptionMessage, serverAddress } from '../../../registry/upstream.ts';
import { narrowedBy } from '../choices.ts';
import { attributeIs, eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { shareOf } from '../queries/shares.ts';
import { CONDITIONS, chosen, QUIET, TYPE, unknownShare } from './measures.ts';
import { unknownColours } from './numbers.ts';
import { fingerprintColumn } from './open.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const ofServices = narrowedBy();
const HEIGHT = 8;

/** What nobody recognises yet. */
export function unknown(): Line[] {
  return [{ heading: 'Not recognised', id: ROWS.unknown }, [overTime(), lastUnknown()], [unknownDownloads()]];
}

function overTime() {
  const failed = sumBy(
    [],
    ofServices.around(select(downloadAttempts, { 'media.download.outcome': ['failure'] })),
  );
  const unknownFailed = sumBy(
    [],
    ofServices.around(
      select(downloadAttempts, { 'media.download.outcome': ['failure'], 'error.type': ['unknown'] }),
    ),
  );
  return linePanel(errors, {
    id: ID.unknownOverTime,
    title: 'Unknown errors, as a share',
    links: [
      {
        title: 'Unknown errors, with their traces',
        url: eventLink(errorReported, [], [attributeIs(errorType, 'unknown')]),
      },
    ],
    about: 'Of reported errors, and of failed downloads. The dashed line is where it is too many.',
    unit: 'percentunit',
    whenEmpty: QUIET,
    width: 8,
    height: HEIGHT,
    min: 0,
    max: 1,
    interval: '15m',
    colours: unknownColours(),
    curves: [
      [unknownShare(chosen.around), 'reported errors'],
      [shareOf(unknownFailed, failed), 'failed downloads'],
    ],
  });
}

function lastUnknown() {
  return eventTable(errorReported, {
    id: ID.unknownErrors,
    title: 'Last unknown errors',
    about: 'Their messages are what the taxonomy does not know: `otel-media explain` tells the same.',
    whenEmpty: 'All errors of this time were recognised',
    width: 16,
    height: HEIGHT,
    conditions: `${CONDITIONS} | ${TYPE}="unknown"`,
    columns: [
      attributeColumn(errorComponent, 'Component', 110),
      attributeColumn(exceptionMessage, 'Message'),
      fingerprintColumn(),
    ],
  });
}

function unknownDownloads() {
  return eventTable(downloadAttemptEnded, {
    id: ID.unknownDownloads,
    title: 'Last downloads that failed for an unknown reason',
    whenEmpty: 'Of all failed downloads of this time the reason is known',
    width: 24,
    height: HEIGHT,
    conditions: ` | ${TYPE}="unknown"`,
    columns: [
      attributeColumn(downloadClient, 'Client', 90),
      attributeColumn(serverAddress, 'From', 140),
      attributeColumn(errorMessage, 'Message'),
    ],
  });
}
