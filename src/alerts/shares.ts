import type { BudgetBurns, Occurred, ShareAbove, SuccessRatioBelow } from '../registry/alerts/condition.ts';
import type { Selection } from '../registry/selection.ts';
import { counted } from './counted.ts';
import type { AlertExpression, Labels } from './expression.ts';
import { series, successRatio, sumBy } from './promql.ts';

function count(labels: Labels, selection: Selection, minutes: number): string {
  return sumBy(labels, counted(series(selection), `${minutes}m`));
}

/** Holds while fewer succeed than should, of enough that the share means something. */
export function successRatioBelow(condition: SuccessRatioBelow, labels: Labels): AlertExpression {
  const { windowMinutes, minimum } = condition;
  const total = count(labels, condition.counted, windowMinutes);
  const failed = count(labels, condition.failed, windowMinutes);
  return {
    value: `(${successRatio(failed, total)})\nand\n(${total} >= ${minimum})`,
    comparison: 'lt',
    threshold: condition.ratio,
    reachSeconds: 2 * windowMinutes * 60,
  };
}

/** The share that may fail before a budget burns at some rate. Rounded, as 14.4 times 0.05 is a long number. */
export function burningRatio(condition: Pick<BudgetBurns, 'objective' | 'burnRate'>): number {
  return Number((condition.burnRate * (1 - condition.objective)).toFixed(6));
}

// Of the two windows the short one is compared last: it is the one that ends the alert.
export function budgetBurns(condition: BudgetBurns, labels: Labels): AlertExpression {
  const threshold = burningRatio(condition);
  const failed = (minutes: number) =>
    `${count(labels, condition.failed, minutes)}\n/ (${count(labels, condition.counted, minutes)} > 0)`;
  const long = `(${failed(condition.windowMinutes)}) > ${threshold}`;
  const enough = `${count(labels, condition.counted, condition.windowMinutes)} >= ${condition.minimum}`;
  return {
    value: `(${failed(condition.shortMinutes)})\nand (${long})\nand (${enough})`,
    comparison: 'gt',
    threshold,
    reachSeconds: 2 * condition.windowMinutes * 60,
  };
}

/**
 * Holds while one part makes up too great a share of a whole.
 *
 * @param wholeLabels the labels by which the whole is told apart: fewer than the part's
 */
export function shareAbove(condition: ShareAbove, labels: Labels, wholeLabels: Labels): AlertExpression {
  const { windowMinutes, minimum } = condition;
  const part = count(labels, condition.part, windowMinutes);
  const whole = count(wholeLabels, condition.whole, windowMinutes);
  const match = `on (${wholeLabels.join(', ')}) group_left ()`;
  return {
    value: `(${part} >= ${minimum})\n/ ${match}\n(${whole} > 0)`,
    comparison: 'gt',
    threshold: condition.ratio,
    reachSeconds: 2 * windowMinutes * 60,
  };
}

/** Holds as soon as something has happened within the window. */
export function occurred(condition: Occurred, labels: Labels): AlertExpression {
  const { selections, label, windowMinutes } = condition;
  return {
    value: each(selections, label, (selection) => count(labels, selection, windowMinutes)),
    comparison: 'gt',
    threshold: 0,
    reachSeconds: 2 * windowMinutes * 60,
  };
}

/** An expression for each of some selections, told apart by a label where there are several. */
export function each(
  selections: Readonly<Record<string, Selection>>,
  label: string | undefined,
  write: (selection: Selection) => string,
): string {
  const written = Object.entries(selections).map(([key, selection]) =>
    label === undefined
      ? write(selection)
      : `label_replace(${write(selection)}, "${label}", "${key}", "", "")`,
  );
  return written.join('\nor\n');
}
