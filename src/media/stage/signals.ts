import type { Context, Span } from '@opentelemetry/api';
import { defined } from '../../emit/defined.ts';
import { emitEvent } from '../../emit/event.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { endSpan } from '../../emit/span.ts';
import type { Outcome } from '../../registry/operation.ts';
import {
  stageDuration,
  stageEnded,
  stageFiles,
  stageSize,
  stageSlowEvent,
  stageSpan,
  stageStarted,
  stages,
} from '../../registry/stage.ts';
import { type Failure, failureAttributes } from '../failure.ts';
import type { StageAmounts } from './amounts.ts';
import { exceptionAttributes } from './exception_attributes.ts';
import { hostAttributes } from './host_attributes.ts';

/** What every signal of a stage says of it. */
export interface DescribedStage {
  readonly 'media.stage.name': string;
  readonly 'session.id': string | undefined;
  readonly 'user.id': string | undefined;
}

/** Tells that a stage has begun. */
export function tellStarted(described: DescribedStage, within: Context): void {
  emitEvent(stageStarted, 'INFO', `stage ${described['media.stage.name']} started`, described, within);
}

/** Tells that a stage still runs beyond the time from which it counts as slow. */
export function tellSlow(
  described: DescribedStage,
  seconds: number,
  slowAfterSeconds: number,
  within: Context,
): void {
  emitEvent(
    stageSlowEvent,
    'WARN',
    `stage ${described['media.stage.name']} is slow: still running after ${slowAfterSeconds} s`,
    {
      ...described,
      'media.stage.duration': seconds,
      'media.stage.threshold': slowAfterSeconds,
      ...hostAttributes(),
    },
    within,
  );
}

/** A stage that is over. */
export interface EndedStage {
  readonly described: DescribedStage;
  readonly outcome: Outcome;
  readonly durationSeconds: number;
  readonly amounts: StageAmounts;
  /** From when it counts as slow, in seconds, if it was. */
  readonly slowAfterSeconds: number | undefined;
  readonly failure: Failure | undefined;
  /** What the application says of a failure, as JSON. */
  readonly failureContext: string | undefined;
}

/**
 * Makes the signals of the end of a stage: its counts, duration and amounts, an event, the end of its span.
 *
 * @param within the context of the span
 */
export function tellEnded(stage: EndedStage, span: Span, within: Context): void {
  const { described, outcome, durationSeconds, amounts, slowAfterSeconds, failure } = stage;
  measure(stage);
  const isSlow = slowAfterSeconds !== undefined;
  const ended = defined({
    'media.stage.outcome': outcome,
    'media.stage.size_in': amounts.bytesIn,
    'media.stage.size_out': amounts.bytesOut,
    'media.stage.file_count': amounts.files,
    ...(isSlow && { 'media.stage.slow': true, 'media.stage.threshold': slowAfterSeconds }),
    ...(failure && {
      ...failureAttributes(failure),
      ...hostAttributes(),
      'media.stage.context': stage.failureContext,
    }),
  });
  const type = failure?.diagnosis.type;
  emitEvent(
    stageEnded,
    outcome === 'failure' ? 'ERROR' : outcome === 'interrupted' || isSlow ? 'WARN' : 'INFO',
    `stage ${described['media.stage.name']} ended: ${outcome}${type ? `, ${type}` : ''}${isSlow ? ', slow' : ''}`,
    {
      ...described,
      ...ended,
      'media.stage.duration': durationSeconds,
      ...(failure && exceptionAttributes(failure.error)),
    },
    within,
  );
  endSpan(stageSpan, span, ended, type);
}

function measure({ described, outcome, durationSeconds, amounts, failure }: EndedStage): void {
  const stageIs = { 'media.stage.name': described['media.stage.name'] };
  const { bytesIn, bytesOut, files } = amounts;
  record(stageDuration, durationSeconds, { ...stageIs, 'media.stage.outcome': outcome });
  addCount(stages, 1, {
    ...stageIs,
    'media.stage.outcome': outcome,
    ...(failure && {
      'error.type': failure.diagnosis.type,
      'media.error.category': failure.diagnosis.category,
    }),
  });
  if (bytesIn !== undefined) record(stageSize, bytesIn, { ...stageIs, 'media.stage.direction': 'in' });
  if (bytesOut !== undefined) record(stageSize, bytesOut, { ...stageIs, 'media.stage.direction': 'out' });
  if (files !== undefined) addCount(stageFiles, files, stageIs);
}
