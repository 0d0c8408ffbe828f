import { downloadAttempts } from '../../../registry/download.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { BAD, GOOD, steps, WARN } from '../colours.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { columns } from '../queries.ts';
import { table } from '../shapes.ts';
import { linePanel } from '../simple_panels.ts';
import { type Column, joined, styled, unit } from '../table_columns.ts';
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

function coloured(colours: ReturnType<typeof steps>) {
  return [
    { id: 'thresholds', value: colours.build() },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
}

function inAll() {
  const burning = coloured(
    steps(GOOD, { from: 1, color: WARN }, { from: thresholds.budgetSlowBurnRate, color: BAD }),
  );
  const shown: Column[] = [
    { field: 'objective', title: 'What' },
    { field: 'Value #A', title: 'Should succeed', properties: [unit('percentunit')] },
    { field: 'Value #B', title: 'Succeeded', properties: [unit('percentunit')] },
    {
      field: 'Value #C',
      title: 'Budget left',
      properties: [
        unit('percentunit'),
        ...coloured(steps(BAD, { from: 0, color: WARN }, { from: 0.25, color: GOOD })),
      ],
    },
    { field: 'Value #D', title: 'Burn rate, 1 h', properties: [unit('short'), ...burning] },
    { field: 'Value #E', title: 'Burn rate, 6 h', properties: [unit('short'), ...burning] },
  ];
  return panel(styled(table('What').decimals(1).transformations(joined(shown)), shown), downloadAttempts, {
    id: ID.objectives,
    title: 'Error budgets',
    about:
      'And plays, stages and jobs alike. What may fail of all that was done in the time shown is the budget; it is overspent below 0 %. A burn rate of 1 uses up just the budget.',
    unit: 'short',
    whenEmpty: 'Nothing was done in this time',
    datasource: PROMETHEUS,
    width: 14,
    height: HEIGHT,
    queries: [
      columns(
        'A',
        each((one) => `0 * (${success(one, '$__range')}) + ${one.ratio}`),
      ),
      columns(
        'B',
        each((one) => success(one, '$__range')),
      ),
      columns(
        'C',
        each((one) => `1 - (1 - (${success(one, '$__range')})) / ${budget(one)}`),
      ),
      columns(
        'D',
        each((one) => burnRate(one, FAST)),
      ),
      columns(
        'E',
        each((one) => burnRate(one, SLOW)),
      ),
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
