import { HOUR } from '../../../history/lives.ts';
import { traceOf } from '../../../history/log_records.ts';
import type { History, Job } from '../../../history/things.ts';
import { counted, countedOnce } from '../counted.ts';
import { type Expectation, LOG_DAYS, onDashboard } from '../expectation.ts';
import { count, countBy, graph, newest, success } from '../told_numbers.ts';

const jobs = (history: History) => history.jobs;
const failed = ({ state }: Job) => state === 'failed';

/** What the dashboard of jobs should show. */
export const JOBS: readonly Expectation[] = onDashboard('jobs', [
  { panel: 'Success rate', expected: success(jobs, failed) },
  { panel: 'Failed', expected: count(jobs, failed) },
  {
    panel: 'Jobs per hour',
    expected: (history, window) => {
      const { least, most } = countedOnce(history.jobs, window, history);
      const hours = (window.to - window.from) / HOUR;
      return { '': { least: least / hours, most: most / hours } };
    },
  },
  {
    panel: 'Mean duration',
    expected: (history, window) => {
      const amounts = history.jobs.map(({ toldAt, seconds }) => ({ at: toldAt, amount: seconds }));
      const sum = counted(amounts, window, history);
      const all = countedOnce(history.jobs, window, history);
      return { '': { least: sum.least / all.most, most: sum.most / all.least } };
    },
  },
  {
    panel: 'Workers, each process by itself',
    by: ['service_instance_id'],
    expected: countBy(jobs, ({ toldBy }) => toldBy.id),
  },
  {
    panel: 'Failed runs, and what to do about them',
    by: ['error_type'],
    expected: countBy(jobs, ({ errorType }) => errorType),
  },
  {
    panel: 'Runs by the state they ended in',
    by: ['media_job_state'],
    ...graph(countBy(jobs, ({ state }) => state)),
  },
  {
    panel: 'Last failed runs',
    days: LOG_DAYS,
    read: { linesBy: 'trace_id' },
    expected: newest(jobs, (one) => traceOf('media.job.state_changed', one), failed),
  },
]);
