import type { History } from '../../../history/things.ts';
import { type Expectation, onDashboard } from '../expectation.ts';
import { count, success } from '../told_numbers.ts';

const failed = ({ outcome }: { outcome: string }) => outcome === 'failure';

/** What the numbers of the overview should show; its table of error budgets is in budget_panels.ts. */
export const OVERVIEW: readonly Expectation[] = onDashboard('overview', [
  {
    panel: 'Downloads that succeed',
    expected: success(
      ({ downloads }: History) => downloads,
      failed,
      ({ outcome }) => outcome !== 'interrupted',
    ),
  },
  {
    panel: 'Plays without errors',
    expected: success(
      ({ plays }: History) => plays,
      ({ errorCount }) => errorCount > 0,
    ),
  },
  { panel: 'Stages that succeed', expected: success(({ stages }: History) => stages, failed) },
  {
    panel: 'Jobs that succeed',
    expected: success(
      ({ jobs }: History) => jobs,
      ({ state }) => state === 'failed',
    ),
  },
  {
    panel: 'Critical errors',
    expected: count(
      ({ errors }: History) => errors,
      ({ severity }) => severity === 'critical',
    ),
  },
]);
