import { downloadAttempts } from '../../../registry/download.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, steps, WARN } from '../panels/colours.ts';
import { metricTable } from '../panels/metric_table.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { coloured, unit } from '../panels/table_columns.ts';
import { budget, burnRate, OBJECTIVES, type Objective, success } from './objectives.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const FAST = `${thresholds.budgetFastLongMinutes}m`;
const SLOW = `${thresholds.budgetSlowLongMinutes}m`;
const HEIGHT = 8;

/** What was promised, how much of what may fail is left, and how fast it goes. */
export function budgets(): Line[] {
  return [{ heading: 'Objectives and error budgets', id: ROWS.objectives }, [inAll(), overTime()]];
}

// One row each: the objective's name becomes a label, by which the queries are joined.
function each(value: (objective: Objective) => string): string {
  return OBJECTIVES.map(
    (objective) => `label_replace(${value(objective)}, "objective", "${objective.name}", "", "")`,
  ).join('\nor ');
}

function inAll() {
  const burning = coloured(
    steps(GOOD, { from: 1, color: WARN }, { from: thresholds.budgetSlowBurnRate, color: BAD }),
  );
  const left = steps(BAD, { from: 0, color: WARN }, { from: 0.25, color: GOOD });
  return metricTable(downloadAttempts, {
    id: ID.objectives,
    title: 'Error budgets',
    about:
      'And plays, stages and jobs alike. What may fail of all that was done in the time shown is the budget; it is overspent below 0 %. A burn rate of 1 uses up just the budget.',
    unit: 'short',
    whenEmpty: 'Nothing was done in this time',
    width: 14,
    height: HEIGHT,
    sortBy: 'Burn rate, 1 h',
    decimals: 1,
    exprs: [
      each((one) => `0 * (${success(one, '$__range')}) + ${one.ratio}`),
      each((one) => success(one, '$__range')),
      each((one) => `1 - (1 - (${success(one, '$__range')})) / ${budget(one)}`),
      each((one) => burnRate(one, FAST)),
      each((one) => burnRate(one, SLOW)),
    ],
    columns: [
      { field: 'objective', title: 'What' },
      { field: 'Value #A', title: 'Should succeed', properties: [unit('percentunit')] },
      { field: 'Value #B', title: 'Succeeded', properties: [unit('percentunit')] },
      { field: 'Value #C', title: 'Budget left', properties: [unit('percentunit'), ...coloured(left)] },
      { field: 'Value #D', title: 'Burn rate, 1 h', properties: [unit('short'), ...burning] },
      { field: 'Value #E', title: 'Burn rate, 6 h', properties: [unit('short'), ...burning] },
    ],
  });
}

function overTime() {
  const { budgetFastBurnRate, budgetSlowBurnRate } = thresholds;
  return linePanel(downloadAttempts, {
    id: ID.burnRate,
    title: 'Burn rate',
    about: `And plays, stages and jobs alike, over one hour each. Alerts begin at ${budgetSlowBurnRate} (over six hours) and at ${budgetFastBurnRate}.`,
    unit: 'short',
    whenEmpty: 'Nothing was done in this time',
    width: 10,
    height: HEIGHT,
    min: 0,
    interval: '5m',
    colours: steps(GOOD, { from: budgetSlowBurnRate, color: WARN }, { from: budgetFastBurnRate, color: BAD }),
    curves: OBJECTIVES.map((one) => [burnRate(one, FAST), one.name] as const),
  });
}
