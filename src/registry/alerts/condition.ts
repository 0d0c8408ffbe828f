import type { AttributeDefinition, MetricDefinition } from '../define.ts';
import type { Selection } from '../selection.ts';

// When an alert fires, in terms of series. src/alerts writes each kind as PromQL.
/** Fires while the share of `counted` that is not in `failed` is below `ratio`, given enough of them. */
export interface SuccessRatioBelow {
  readonly kind: 'success_ratio_below';
  readonly failed: Selection;
  readonly counted: Selection;
  readonly ratio: number;
  readonly minimum: number;
  readonly windowMinutes: number;
}

/**
 * Fires while an error budget is used up `burnRate` times as fast as it may be, over a long and a short window alike (the
 * multiwindow, multi-burn-rate alert of Google's SRE workbook), given enough in the long one.
 */
export interface BudgetBurns {
  readonly kind: 'budget_burns';
  readonly failed: Selection;
  readonly counted: Selection;
  readonly objective: number;
  readonly burnRate: number;
  readonly minimum: number;
  readonly shortMinutes: number;
  readonly windowMinutes: number;
}

/** Fires while `part` is more than `ratio` of `whole`, given enough in the part. */
export interface ShareAbove {
  readonly kind: 'share_above';
  readonly part: Selection;
  readonly whole: Selection;
  /** What the whole is kept apart by. */
  readonly wholeBy: readonly AttributeDefinition[];
  readonly ratio: number;
  readonly minimum: number;
  readonly windowMinutes: number;
}

/** Fires while anything at all was counted within the window. Of several, each is told apart by `label`. */
export interface Occurred {
  readonly kind: 'occurred';
  readonly selections: Readonly<Record<string, Selection>>;
  readonly label?: string;
  readonly windowMinutes: number;
}

/**
 * Fires while the newest state known of something is one of `states`. `gauge` is 1 for the state it is in. What a process
 * said last counts for `windowMinutes` after its end, unless another process has said something newer.
 */
export interface NewestStateIs {
  readonly kind: 'newest_state_is';
  readonly gauge: Selection;
  readonly state: AttributeDefinition;
  readonly states: readonly string[];
  readonly windowMinutes: number;
}

/**
 * Fires while a gauge is above (or below) a number. The series of one instance are added up first; then instances are
 * taken together by `instances`: `sum` where each has its own, `max` for the worst, `min` where one that is well is enough.
 */
export interface Level {
  readonly kind: 'level';
  readonly gauge: Selection;
  readonly instances: 'sum' | 'max' | 'min';
  readonly is: 'above' | 'below';
  readonly limit: number;
  /** Values up to this say nothing. */
  readonly ignoreUpTo?: number;
  /** How long a value counts after its process has ended. Default 5: as long as Prometheus looks back. */
  readonly windowMinutes?: number;
}

/** Fires while one gauge is at least `ratio` of another: something that fills up. */
export interface Fills {
  readonly kind: 'fills';
  readonly used: Selection;
  readonly capacity: Selection;
  readonly ratio: number;
}

/** Fires while jobs wait in a queue, none runs, and no worker was heard of for some time, though one once was. */
export interface WorkerSilent {
  readonly kind: 'worker_silent';
  readonly waiting: Selection;
  readonly active: Selection;
  readonly lastActivity: Selection;
  readonly queue: AttributeDefinition;
  readonly silentSeconds: number;
  readonly memoryHours: number;
}

/** Fires while the share of `part` in `whole` is less than `ratio` of what it was before, given enough in both. */
export interface ShareFalls {
  readonly kind: 'share_falls';
  readonly part: Selection;
  readonly whole: Selection;
  readonly ratio: number;
  readonly minimum: number;
  readonly windowMinutes: number;
  readonly pastHours: number;
}

/**
 * Fires while what was counted in the window is more than `ratio` times (or less than `ratio` of) the median of the same
 * window of each of the days before, given enough.
 */
export interface Unusual {
  readonly kind: 'unusual';
  readonly selections: Readonly<Record<string, Selection>>;
  readonly label: string;
  readonly is: 'surge' | 'collapse';
  readonly ratio: number;
  readonly minimum: number;
  readonly windowMinutes: number;
  readonly pastDays: number;
  readonly minimumDays: number;
}

/** Fires while nobody of a service was heard of for some time, and the last who was did not say goodbye. */
export interface HeartbeatMissing {
  readonly kind: 'heartbeat_missing';
  readonly heartbeat: MetricDefinition;
  readonly goodbye: MetricDefinition;
  readonly silentSeconds: number;
  readonly memoryHours: number;
}

/** Fires while a series that should always be there was not for some time, or never was. */
export interface SeriesMissing {
  readonly kind: 'series_missing';
  readonly metric: MetricDefinition;
  readonly silentSeconds: number;
  readonly memoryHours: number;
}

export type Condition =
  | SuccessRatioBelow
  | BudgetBurns
  | ShareAbove
  | Occurred
  | NewestStateIs
  | Level
  | Fills
  | WorkerSilent
  | ShareFalls
  | Unusual
  | HeartbeatMissing
  | SeriesMissing;
