import type { Context, Span } from '@opentelemetry/api';
import { defined } from '../../emit/defined.ts';
import { emitEvent } from '../../emit/event.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { endSpan } from '../../emit/span.ts';
import { threshold } from '../../emit/thresholds.ts';
import {
  type PlayEndReason,
  type PlayOutcome,
  playAttempted,
  playCompletion,
  playDuration,
  playEnded,
  playSpan,
  playStarted,
  plays,
} from '../../registry/play.ts';
import { type Failure, failureAttributes } from '../failure.ts';
import type { DescribedPlay } from './details.ts';
import type { PlayFigures } from './figures.ts';

/** Tells that it was tried to play something, of which it is not known yet whether it plays. */
export function tellAttempted(described: DescribedPlay, within: Context): void {
  emitEvent(playAttempted, 'INFO', 'play attempted', described, within);
}

/** Tells that something plays now. */
export function tellStarted(
  described: DescribedPlay,
  gapSeconds: number | undefined,
  startupSeconds: number | undefined,
  within: Context,
): void {
  const afterDeadAir = (gapSeconds ?? 0) >= threshold('deadAirSeconds');
  emitEvent(
    playStarted,
    afterDeadAir ? 'WARN' : 'INFO',
    afterDeadAir ? 'play started, after dead air' : 'play started',
    { ...described, ...begunWith(gapSeconds, startupSeconds) },
    within,
  );
}

/** A play that is over. */
export interface EndedPlay {
  readonly described: DescribedPlay;
  readonly byStation: { readonly 'media.play.station': string };
  readonly outcome: PlayOutcome;
  readonly reason: PlayEndReason;
  /** From when it started, with what had been played before it was told of; 0 if it never started. */
  readonly durationSeconds: number;
  /** How much of what was expected was played; undefined where that cannot be told. */
  readonly completionRatio: number | undefined;
  readonly gapSeconds: number | undefined;
  readonly errorCount: number;
  /** What went wrong last, or made it fail. */
  readonly failure: Failure | undefined;
  readonly figures: PlayFigures;
}

/**
 * Makes the signals of the end of a play: its counts and durations, an event, the end of its span.
 *
 * @param within the context of the span
 */
export function tellEnded(play: EndedPlay, span: Span, within: Context): void {
  const { described, byStation, outcome, failure, durationSeconds, completionRatio } = play;
  const type = hasFailed(outcome) ? (failure?.diagnosis.type ?? 'unknown') : undefined;
  const counted = { ...byStation, 'media.play.outcome': outcome };
  const hasErrors = play.errorCount > 0 || type !== undefined;
  addCount(plays, 1, {
    ...counted,
    'media.play.has_errors': hasErrors,
    ...(type !== undefined && { 'error.type': type }),
  });
  record(playDuration, durationSeconds, counted);
  if (completionRatio !== undefined) record(playCompletion, completionRatio, byStation);
  const ended = defined({
    ...begunWith(play.gapSeconds, play.figures.startupSeconds),
    'media.play.outcome': outcome,
    'media.play.end_reason': play.reason,
    'media.play.duration': durationSeconds,
    'media.play.completion': completionRatio,
    'media.play.has_errors': hasErrors,
    'media.play.error_count': play.errorCount,
    ...play.figures.attributes(),
    ...(failure && failureAttributes(failure)),
  });
  emitEvent(
    playEnded,
    outcome === 'success' ? 'INFO' : type === undefined ? 'WARN' : 'ERROR',
    type === undefined ? `play ended: ${outcome}` : `play ended: ${outcome}, ${type}`,
    { ...described, ...ended },
    within,
  );
  endSpan(playSpan, span, { ...described, ...ended }, type);
}

/** Whether an outcome is a failure, of whatever kind. */
export function hasFailed(outcome: PlayOutcome): boolean {
  return outcome === 'failure' || outcome === 'start_failure';
}

function begunWith(gapSeconds: number | undefined, startupSeconds: number | undefined) {
  return { 'media.play.gap': gapSeconds, 'media.play.startup_duration': startupSeconds };
}
