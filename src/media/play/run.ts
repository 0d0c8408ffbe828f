import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Context, context, type Link } from '@opentelemetry/api';
import { defined } from '../../emit/defined.ts';
import { emitEvent } from '../../emit/event.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { type OperationScope, scopeOf, withScope } from '../../emit/scope.ts';
import { endSpan, spanContextOf, startSpan, withSpan } from '../../emit/span.ts';
import { threshold } from '../../emit/thresholds.ts';
import { spanContextFrom } from '../../emit/trace_context.ts';
import {
  PLAY_END_REASONS,
  type PlayEndReason,
  type PlayOutcome,
  playAttempted,
  playAttempts,
  playCompletion,
  playDuration,
  playEnded,
  playErrors,
  playGap,
  playSpan,
  playStarted,
  plays,
} from '../../registry/play.ts';
import { reportError } from '../error/report_error.ts';
import { type Failure, failureAttributes, failureOf } from '../failure.ts';
import { noteFailure } from '../session/totals.ts';
import { type Cmcd, readCmcd } from './cmcd.ts';
import { type DescribedPlay, describePlay, type PlayDetails } from './details.ts';
import { PlayFigures } from './figures.ts';
import { journalClosed, journalOpened } from './journal.ts';
import type { Play, PlayErrorOptions, PlayOptions, PlayOrigin } from './play.ts';
import { type RunningPlay, type Station, silenceSeconds } from './stations.ts';

/** A play that signals are made of. */
export class PlayRun implements Play, RunningPlay {
  readonly id: string = randomUUID();
  readonly stationName: string;
  readonly #station: Station;
  readonly #byStation: { readonly 'media.play.station': string };
  readonly #scope: OperationScope | undefined;
  readonly #span;
  readonly #context: Context;
  readonly #begunMs = performance.now();
  readonly #elapsedMs: number;
  #described: DescribedPlay;
  #startedMs: number | undefined;
  #gapSeconds: number | undefined;
  readonly #figures: PlayFigures;
  #errors = 0;
  #failure: Failure | undefined;
  #failed = false;
  #ended = false;
  readonly #onEnd: (play: PlayRun) => void;

  /**
   * @param name  name of the station, which several share a `station` by where there are too many
   * @param onEnd told once it has ended
   */
  constructor(
    station: Station,
    name: string,
    options: PlayOptions,
    origin: PlayOrigin | undefined,
    onEnd: (play: PlayRun) => void,
  ) {
    this.stationName = name;
    this.#onEnd = onEnd;
    this.#station = station;
    this.#byStation = { 'media.play.station': station.label };
    this.#figures = new PlayFigures(this.#byStation);
    const parent = origin?.parent ?? context.active();
    this.#scope = scopeOf(parent);
    const sessionId = this.#scope?.sessionId;
    this.#described = describePlay(options, {
      'media.play.id': this.id,
      'media.play.station': name,
      'session.id': sessionId,
    });
    this.#elapsedMs = positive(options.elapsed) * 1000;
    this.#span = startSpan(
      playSpan,
      { ...this.#described, 'media.operation': 'play' },
      parent,
      undefined,
      linksOf(options, origin),
    );
    this.#context = withScope(withSpan(parent, this.#span), {
      operation: 'play',
      sessionId,
      playId: this.id,
      totals: this.#scope?.totals,
      attempt: undefined,
    });
  }

  begin(attempt: boolean, cmcd: Cmcd | undefined): void {
    opened(this);
    this.#station.running.add(this);
    addCount(playAttempts, 1, this.#byStation);
    if (attempt) {
      emitEvent(playAttempted, 'INFO', 'play attempted', this.#described, this.#context);
    } else {
      this.#start(this.#begunMs);
    }
    this.#journal();
    if (cmcd !== undefined) this.#safely('reading what a player reported', () => this.#report(cmcd));
  }

  get hasStarted(): boolean {
    return this.#startedMs !== undefined;
  }

  started(): void {
    if (this.#ended || this.#startedMs !== undefined) return;
    const now = performance.now();
    this.#figures.startup((now - this.#begunMs) / 1000);
    this.#start(now);
    this.#journal();
  }

  #start(now: number): void {
    this.#startedMs = now;
    this.#gap(silenceSeconds(this.#station, now));
    this.#station.silentSinceMs = undefined;
    const afterDeadAir = (this.#gapSeconds ?? 0) >= threshold('deadAirSeconds');
    emitEvent(
      playStarted,
      afterDeadAir ? 'WARN' : 'INFO',
      afterDeadAir ? 'play started, after dead air' : 'play started',
      { ...this.#described, ...this.#begunWith() },
      this.#context,
    );
  }

  silentSince(ms: number): void {
    // What earlier processes left is read while this one begins to play. Later plays know the gap before them.
    if (this.#startedMs !== undefined && this.#gapSeconds === undefined && ms < this.#startedMs) {
      this.#gap((this.#startedMs - ms) / 1000);
    }
  }

  #gap(seconds: number | undefined): void {
    this.#gapSeconds = seconds;
    if (seconds !== undefined) record(playGap, seconds, this.#byStation);
  }

  error(error: unknown, options?: PlayErrorOptions): void {
    this.#safely('noting an error of a play', () => {
      const recovered = options?.recovered === true;
      if (!this.#ended) {
        const failure = failureOf(error);
        const { type, category } = failure.diagnosis;
        this.#errors += 1;
        if (!recovered || !this.#failed) this.#failure = failure;
        this.#failed ||= !recovered;
        addCount(playErrors, 1, { ...this.#byStation, 'error.type': type, 'media.error.category': category });
      }
      const reported = { component: 'play', severity: recovered ? 'warning' : 'error' } as const;
      context.with(this.#context, reportError, undefined, error, reported);
    });
  }

  stall(seconds: number): void {
    if (!this.#ended && positive(seconds) > 0) this.#figures.stall(seconds);
  }

  update(details: PlayDetails): void {
    if (this.#ended) return;
    this.#safely('updating a play', () => {
      this.#described = describePlay(details, this.#described);
      if (details.cmcd !== undefined) this.#report(details.cmcd);
      this.#journal();
    });
  }

  run<T>(work: () => T): T {
    return context.with(this.#context, work);
  }

  end(reason: PlayEndReason = 'finished'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#safely('ending a play', () => this.#end(PLAY_END_REASONS.includes(reason) ? reason : 'finished'));
  }

  interrupt(): void {
    this.end('interrupted');
  }

  [Symbol.dispose](): void {
    this.end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.end();
  }

  playedMs(now: number): number {
    if (this.#startedMs === undefined) return 0;
    return Math.max(0, now - this.#startedMs - this.#figures.stalledMs);
  }

  overrunMs(now: number): number {
    const expected = this.#described['media.play.expected_duration'];
    return expected === undefined ? 0 : this.playedMs(now) + this.#elapsedMs - expected * 1000;
  }

  #end(reason: PlayEndReason): void {
    const now = performance.now();
    const started = this.#startedMs;
    const station = this.#station;
    closed(this);
    this.#onEnd(this);
    station.running.delete(this);
    const playedMs = this.playedMs(now);
    station.playedMs += playedMs;
    if (started !== undefined && station.single)
      station.silentSinceMs = reason === 'stopped' ? undefined : now;
    journalClosed(this);

    const seconds = started === undefined ? 0 : (now - started + this.#elapsedMs) / 1000;
    const expected = this.#described['media.play.expected_duration'];
    const completion =
      expected === undefined || started === undefined
        ? undefined
        : (playedMs + this.#elapsedMs) / 1000 / expected;
    const outcome = this.#outcome(reason);
    const type =
      outcome === 'failure' || outcome === 'start_failure'
        ? (this.#failure?.diagnosis.type ?? 'unknown')
        : undefined;
    const counted = { ...this.#byStation, 'media.play.outcome': outcome };
    const hasErrors = this.#errors > 0 || type !== undefined;
    addCount(plays, 1, {
      ...counted,
      'media.play.has_errors': hasErrors,
      ...(type !== undefined && { 'error.type': type }),
    });
    record(playDuration, seconds, counted);
    if (completion !== undefined) record(playCompletion, completion, this.#byStation);
    if (type !== undefined && this.#scope?.totals && this.#failure)
      noteFailure(this.#scope.totals, this.#failure);
    const ended = defined({
      ...this.#begunWith(),
      'media.play.outcome': outcome,
      'media.play.end_reason': reason,
      'media.play.duration': seconds,
      'media.play.completion': completion,
      'media.play.has_errors': hasErrors,
      'media.play.error_count': this.#errors,
      ...this.#figures.attributes(),
      ...(this.#failure && failureAttributes(this.#failure)),
    });
    emitEvent(
      playEnded,
      outcome === 'success' ? 'INFO' : type === undefined ? 'WARN' : 'ERROR',
      type === undefined ? `play ended: ${outcome}` : `play ended: ${outcome}, ${type}`,
      { ...this.#described, ...ended },
      this.#context,
    );
    endSpan(playSpan, this.#span, { ...this.#described, ...ended }, type);
  }

  #outcome(reason: PlayEndReason): PlayOutcome {
    if (reason === 'interrupted' || reason === 'abandoned') return 'interrupted';
    const failed = this.#failed || reason === 'error';
    if (this.#startedMs === undefined) return failed ? 'start_failure' : 'exit_before_start';
    return failed ? 'failure' : 'success';
  }

  #begunWith() {
    return {
      'media.play.gap': this.#gapSeconds,
      'media.play.startup_duration': this.#figures.startupSeconds,
    };
  }

  #report(cmcd: Cmcd): void {
    const report = readCmcd(cmcd);
    const { state, errorCodes } = report;
    if (report.startupSeconds !== undefined) this.#figures.startup(report.startupSeconds);
    if (state === 'p') this.started();
    this.#figures.take(report);
    if (state === 'f' || errorCodes.length > 0) {
      this.error(new Error(`player error ${errorCodes.join(' ')}`.trim()), { recovered: state !== 'f' });
    }
    if (state === 'f') this.end('error');
    else if (state === 'e') this.end('finished');
    else if (state === 'q') this.end('stopped');
  }

  // A play that ends while it begins, as a report of its player may say, is not to be found open.
  #journal(): void {
    if (this.#ended) return;
    const began = this.#startedMs ?? this.#begunMs;
    journalOpened(this, () => ({
      span: spanContextOf(this.#span),
      beganMs: performance.timeOrigin + began - this.#elapsedMs,
      attributes: this.#described,
    }));
  }

  #safely(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      reportTelemetryFailure(what, error);
    }
  }
}

function linksOf({ madeBy }: PlayOptions, origin: PlayOrigin | undefined): Link[] {
  const maker =
    typeof madeBy === 'string' && madeBy.startsWith('00-')
      ? spanContextFrom({ traceparent: madeBy })
      : undefined;
  return [origin?.link, maker].filter((one) => one !== undefined).map((context) => ({ context }));
}

function positive(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}
