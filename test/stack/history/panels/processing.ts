import { stageDuration } from '../../../../src/registry/stage.ts';
import { traceOf } from '../../../history/log_records.ts';
import type { History, Stage } from '../../../history/things.ts';
import { type Expectation, LOG_DAYS, onDashboard } from '../expectation.ts';
import { sessionsUnderWay } from '../sessions_under_way.ts';
import { count, countBy, graph, inBucket, newest, success, sumBy } from '../told_numbers.ts';

const stages = (history: History) => history.stages;
const failed = ({ outcome }: Stage) => outcome === 'failure';
const slow = (stage: Stage) => stage.slow;
const name = (stage: Stage) => stage.name;
const BY_STAGE = ['media_stage_name'];

/** What the dashboard of processing should show. */
export const PROCESSING: readonly Expectation[] = onDashboard('processing', [
  { panel: 'Success rate', expected: success(stages, failed) },
  { panel: 'Stages', expected: count(stages) },
  { panel: 'Failures', expected: count(stages, failed) },
  { panel: 'Slow', expected: count(stages, slow) },
  {
    panel: 'Duration, 95th percentile',
    expected: inBucket(stages, ({ seconds }) => seconds, stageDuration.buckets),
  },
  { panel: 'Stages compared', by: BY_STAGE, expected: countBy(stages, name) },
  { panel: 'Stages compared', refId: 'D', by: BY_STAGE, expected: countBy(stages, name, slow) },
  {
    panel: 'Stages compared',
    refId: 'G',
    by: BY_STAGE,
    expected: sumBy(stages, name, ({ bytesIn }) => bytesIn),
  },
  {
    panel: 'Stages by outcome',
    by: ['media_stage_outcome'],
    ...graph(countBy(stages, ({ outcome }) => outcome)),
  },
  {
    panel: 'Last failed stages',
    days: LOG_DAYS,
    read: { linesBy: 'trace_id' },
    expected: newest(stages, (one) => traceOf('media.stage.ended', one), failed),
  },
  { panel: 'Sessions running now', by: ['session_id'], days: [1], expected: sessionsUnderWay },
]);
