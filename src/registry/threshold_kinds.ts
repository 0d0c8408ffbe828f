/** A number that an alert, a warning or a default is decided by. */
export interface ThresholdDefinition {
  readonly value: number;
  readonly unit: 'share' | 'times' | 'count' | 'seconds' | 'minutes' | 'hours' | 'days' | 'bytes';
  /** What a user may set it to: from here to there, and whether in whole numbers only. */
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  /** What it is, for people. */
  readonly brief: string;
}

/** A part of something: from 0 to 1. */
export const share = (value: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'share',
  minimum: 0,
  maximum: 1,
  whole: false,
  brief,
});

/** How many times as much: a share is a part of one, this is not. */
export const times = (value: number, maximum: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'times',
  minimum: 1,
  maximum,
  whole: false,
  brief,
});

/** A number of things. */
export const count = (value: number, minimum: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'count',
  minimum,
  maximum: 1_000_000,
  whole: true,
  brief,
});

/** A time, in seconds, of something that is waited for: a timer of Node ends after 24 days. */
export const seconds = (value: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'seconds',
  minimum: 0.001,
  maximum: 7 * 24 * 3600,
  whole: false,
  brief,
});

/** A time, in seconds, of something that is only compared. */
export const ageSeconds = (value: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'seconds',
  minimum: 1,
  maximum: 365 * 24 * 3600,
  whole: false,
  brief,
});

/** A window, in minutes: a part of queries, which know whole ones only. */
export const minutes = (value: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'minutes',
  minimum: 1,
  maximum: 7 * 24 * 60,
  whole: true,
  brief,
});

/** How long something must hold, in minutes; 0 for not at all. */
export const holdMinutes = (value: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'minutes',
  minimum: 0,
  maximum: 24 * 60,
  whole: true,
  brief,
});

/** A window or an age, in hours; metrics are kept for 30 days. */
export const hours = (value: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'hours',
  minimum: 1,
  maximum: 30 * 24,
  whole: true,
  brief,
});

/** An age, in days. */
export const days = (value: number, maximum: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'days',
  minimum: 1,
  maximum,
  whole: true,
  brief,
});

/** A size. */
export const bytes = (value: number, brief: string): ThresholdDefinition => ({
  value,
  unit: 'bytes',
  minimum: 1,
  maximum: 1e15,
  whole: true,
  brief,
});
