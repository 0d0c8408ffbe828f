/** A condition in PromQL, in two parts: Grafana compares by itself, and shows the value also while all is well. */
export interface AlertExpression {
  /** What is compared. Empty where there is nothing to judge. */
  readonly value: string;
  readonly comparison: 'lt' | 'gt';
  readonly threshold: number;
  /** How far back it looks, in seconds. */
  readonly reachSeconds: number;
}

/** Names of labels, by which what is counted is told apart. */
export type Labels = readonly string[];
