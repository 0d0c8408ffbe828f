/** Something to run over and over; what it returns is awaited. */
export type Operation = () => unknown;

/** One of our operations beside what one would do without us. */
export interface Comparison {
  readonly name: string;
  /** What the operation may cost, as a multiple of the baseline. */
  readonly bound: number;
  /** How often each side is run in a round, where that is slow. */
  readonly operationsPerRound?: number;
  readonly helper: Operation;
  readonly baseline: Operation;
}

/** What was measured. */
export interface Measured {
  readonly name: string;
  readonly bound: number;
  readonly ns: number;
  readonly baselineNs: number;
}
