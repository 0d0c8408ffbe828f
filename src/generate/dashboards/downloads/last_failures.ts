import { downloadSuccessRateLow } from '../../../registry/alerts.ts';
import {
  downloadAttemptEnded,
  downloadClient,
  downloadCookiesUsed,
  downloadDurationSeconds,
  downloadOutcome,
  downloadProxyUsed,
  videoId,
} from '../../../registry/download.ts';
import { errorCategory } from '../../../registry/error.ts';
import { errorMessage, errorType, serverAddress } from '../../../registry/upstream.ts';
import { attributeIs } from '../explore.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { chosen } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

/** The last failed attempts, each with a link to its trace. */
export function lastFailures() {
  const [failed = ''] = downloadSuccessRateLow.condition.failed.where['media.download.outcome'] ?? [];
  return eventTable(downloadAttemptEnded, {
    id: ID.lastFailures,
    title: 'Last failed attempts',
    about: 'Click a trace to see all that happened in it, or its log lines.',
    whenEmpty: 'No failed attempts in this time',
    width: 24,
    height: 10,
    conditions: ` | ${attributeIs(downloadOutcome, failed)}${chosen.ofLines(downloadClient)}`,
    columns: [
      attributeColumn(videoId, 'Video', 120),
      attributeColumn(serverAddress, 'From', 140),
      attributeColumn(errorType, 'Type', 150),
      attributeColumn(errorCategory, 'Category', 100),
      attributeColumn(downloadClient, 'Client', 80),
      attributeColumn(downloadProxyUsed, 'Proxy', 70),
      attributeColumn(downloadCookiesUsed, 'Cookies', 80),
      attributeColumn(downloadDurationSeconds, 'Took', 80),
      attributeColumn(errorMessage, 'Message'),
    ],
  });
}
