import type { Context, Span } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { record } from '../../emit/metrics.ts';
import { endSpan, startSpan } from '../../emit/span.ts';
import { execDuration, execEnded, execSlowEvent, execSpan } from '../../registry/exec.ts';
import type { Outcome } from '../../registry/operation.ts';
import { type Failure, failureAttributes } from '../failure.ts';
import { type ExecProgress, progressAttributes } from './progress.ts';
import type { ExecWatch } from './watch.ts';

/** Starts the span of a program. Of its arguments only the number leaves. */
export function startExecSpan(
  name: string,
  argumentCount: number | undefined,
  sessionId: string | undefined,
  parent: Context,
): Span {
  return startSpan(
    execSpan,
    {
      'process.executable.name': name,
      'media.exec.argument_count': argumentCount,
      'media.operation': 'exec',
      'session.id': sessionId,
    },
    parent,
    name,
  );
}

/**
 * Tells that a program falls behind real time.
 *
 * @param speed  media time by real time
 * @param within the context of its span
 */
export function tellSlow(
  name: string,
  speed: number,
  { outputSeconds, droppedFrames }: ExecProgress,
  sessionId: string | undefined,
  within: Context,
): void {
  emitEvent(
    execSlowEvent,
    'WARN',
    `${name} falls behind real time: speed ${speed.toFixed(2)}`,
    {
      'process.executable.name': name,
      'media.exec.speed': speed,
      'media.exec.output_time': outputSeconds,
      'media.exec.dropped_frame_count': droppedFrames,
      'session.id': sessionId,
    },
    within,
  );
}

/** A program that has ended, whoever started it. */
export interface EndedProgram {
  readonly name: string;
  readonly outcome: Outcome;
  readonly failure: Failure | undefined;
  readonly pid: number | undefined;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly durationSeconds: number;
  readonly watch: ExecWatch;
  readonly sessionId: string | undefined;
}

/**
 * Makes the signals of the end of a program: its duration, an event unless all went well, the end of its span.
 *
 * @param within the context of the span
 */
export function tellEnded(program: EndedProgram, span: Span, within: Context): void {
  const { name, outcome, failure, watch } = program;
  const type = failure?.diagnosis.type;
  const ended = {
    'process.pid': program.pid,
    'process.exit.code': program.exitCode ?? undefined,
    'media.exec.signal': program.signal ?? undefined,
    'media.exec.outcome': outcome,
    'media.exec.warning_count': watch.output.warningCount,
    'media.exec.progress': watch.progressRatio,
    ...progressAttributes(watch.encoding),
    ...(failure && failureAttributes(failure)),
  };
  record(execDuration, program.durationSeconds, {
    'process.executable.name': name,
    'media.exec.outcome': outcome,
    ...(type && { 'error.type': type }),
  });
  if (outcome !== 'success') {
    emitEvent(
      execEnded,
      outcome === 'failure' ? 'ERROR' : 'WARN',
      type ? `${name} ended: ${outcome}, ${type}` : `${name} ended: ${outcome}`,
      {
        'process.executable.name': name,
        'media.exec.duration': program.durationSeconds,
        'session.id': program.sessionId,
        ...ended,
      },
      within,
    );
  }
  endSpan(execSpan, span, ended, type);
}
