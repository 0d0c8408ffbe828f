import { downloadAttemptDuration } from '../../../../src/registry/download.ts';
import { traceOf } from '../../../history/log_records.ts';
import type { Download, History } from '../../../history/things.ts';
import { type Expectation, LOG_DAYS, onDashboard } from '../expectation.ts';
import { count, countBy, graph, inBucket, newest, success, sum } from '../told_numbers.ts';

const downloads = (history: History) => history.downloads;
const failed = ({ outcome }: Download) => outcome === 'failure';
const finished = ({ outcome }: Download) => outcome !== 'interrupted';
const client = (one: Download) => one.client;
const BY_CLIENT = ['media_download_client'];

/** What the dashboard of downloads should show. */
export const DOWNLOADS: readonly Expectation[] = onDashboard('downloads', [
  { panel: 'Success rate', expected: success(downloads, failed, finished) },
  { panel: 'Attempts', expected: count(downloads) },
  { panel: 'Failures', expected: count(downloads, failed) },
  { panel: 'Interrupted', expected: count(downloads, ({ outcome }) => outcome === 'interrupted') },
  {
    panel: 'Duration, 95th percentile',
    expected: inBucket(downloads, ({ seconds }) => seconds, downloadAttemptDuration.buckets),
  },
  { panel: 'Downloaded', expected: sum(downloads, ({ bytes = 0 }) => bytes) },
  { panel: 'Clients compared', by: BY_CLIENT, expected: countBy(downloads, client, finished) },
  { panel: 'Clients compared', refId: 'B', by: BY_CLIENT, expected: countBy(downloads, client, failed) },
  {
    panel: 'Clients compared',
    refId: 'C',
    by: BY_CLIENT,
    expected: success(downloads, failed, finished, client),
  },
  {
    panel: 'With and without proxy',
    by: ['media_download_proxy_used'],
    expected: countBy(downloads, ({ proxyUsed }) => String(proxyUsed), finished),
  },
  {
    panel: 'With and without cookies',
    refId: 'B',
    by: ['media_download_cookies_used'],
    expected: countBy(downloads, ({ cookiesUsed }) => String(cookiesUsed), failed),
  },
  {
    panel: 'Failures, and what to do about them',
    by: ['error_type'],
    expected: countBy(downloads, ({ errorType }) => errorType),
  },
  {
    panel: 'Attempts by outcome',
    by: ['media_download_outcome'],
    ...graph(countBy(downloads, ({ outcome }) => outcome)),
  },
  {
    panel: 'Last failed attempts',
    days: LOG_DAYS,
    read: { linesBy: 'trace_id' },
    expected: newest(downloads, (one) => traceOf('media.download.attempt.ended', one), failed),
  },
]);
