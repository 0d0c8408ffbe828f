import { thresholds } from '../../../../src/registry/thresholds.ts';
import type { Window } from '../../../history/answers.ts';
import { MINUTE } from '../../../history/lives.ts';
import type { History, Told } from '../../../history/things.ts';
import { countedOnce, ratio } from '../counted.ts';
import { type Between, type Expectation, type OnDashboard, onDashboard } from '../expectation.ts';

interface Promise {
  readonly all: (history: History) => readonly Told[];
  readonly bad: (history: History) => readonly Told[];
  /** The share that may fail. */
  readonly budget: number;
}

const interrupted = ({ outcome }: { outcome: string }) => outcome === 'interrupted';
const failed = ({ outcome }: { outcome: string }) => outcome === 'failure';

// What was interrupted is no failure and no success; a play that was counts, as long as it had no errors.
const PROMISES: Readonly<Record<string, Promise>> = {
  Downloads: {
    all: ({ downloads }) => downloads.filter((one) => !interrupted(one)),
    bad: ({ downloads }) => downloads.filter(failed),
    budget: 1 - thresholds.downloadObjectiveRatio,
  },
  Plays: {
    all: ({ plays }) => plays,
    bad: ({ plays }) => plays.filter(({ errorCount }) => errorCount > 0),
    budget: thresholds.playErrorRatio,
  },
  Processing: {
    all: ({ stages }) => stages,
    bad: ({ stages }) => stages.filter(failed),
    budget: thresholds.processingErrorRatio,
  },
  Jobs: {
    all: ({ jobs }) => jobs,
    bad: ({ jobs }) => jobs.filter(({ state }) => state === 'failed'),
    budget: 1 - thresholds.downloadSuccessRatio,
  },
};

/** The share of what was done in a window that failed. */
function failing({ all, bad }: Promise, window: Window, history: History): Between {
  return ratio(countedOnce(bad(history), window, history), countedOnce(all(history), window, history));
}

type Value = (promise: Promise, window: Window, history: History) => number | Between;

const column = (refId: string, value: Value): OnDashboard => ({
  panel: 'Error budgets',
  refId,
  by: ['objective'],
  expected: (history, window) =>
    Object.fromEntries(
      Object.entries(PROMISES)
        .map(([name, promise]) => [name, value(promise, window, history)] as const)
        // Where nothing was done there is no share.
        .filter(([, one]) => typeof one === 'number' || !Number.isNaN(one.least)),
    ),
});

const burnt =
  (minutes: number): Value =>
  (promise, { to }, history) => {
    const { least, most } = failing(promise, { from: to - minutes * MINUTE, to }, history);
    return { least: least / promise.budget, most: most / promise.budget };
  };

/** What the table of error budgets should show: what was promised, what came of it, what is left and how fast it goes. */
export const BUDGETS: readonly Expectation[] = onDashboard('overview', [
  column('A', ({ budget }) => 1 - budget),
  column('B', (promise, window, history) => {
    const { least, most } = failing(promise, window, history);
    return { least: 1 - most, most: 1 - least };
  }),
  column('C', (promise, window, history) => {
    const { least, most } = failing(promise, window, history);
    return { least: 1 - most / promise.budget, most: 1 - least / promise.budget };
  }),
  column('D', burnt(60)),
  column('E', burnt(360)),
]);
