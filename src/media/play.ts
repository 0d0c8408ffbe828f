import { performance } from 'node:perf_hooks';
import { type Context, context, type SpanContext } from '@opentelemetry/api';
import { emitEvent } from '../emit/event.ts';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { addCount, addUpDown, record } from '../emit/metrics.ts';
import { closed, opened } from '../emit/open_operations.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import { type OperationScope, scopeOf, withScope } from '../emit/scope.ts';
import { endSpan, spanContextOf, startSpan, withSpan } from '../emit/span.ts';
import {
  PLAY_END_REASONS,
  type PlayEndReason,
  type PlayOutcome,
  playActive,
  playAttempted,
  playAttempts,
  playCompletion,
  playDuration,
  playEnded,
  playErrors,
  playGap,
  playSpan,
  playStall,
  playStarted,
  playStartup,
  plays,
} from '../registry/play.ts';
import { thresholds } from '../registry/thresholds.ts';
import { type Cmcd, readCmcd } from './cmcd.ts';
import { type Failure, failureAttributes, failureOf } from './failure.ts';
import { cutText, type DescribedPlay, describePlay, type PlayDetails } from './play_details.ts';
import { journalClosed, journalOpened } from './play_journal.ts';
import { NO_PLAY } from './quiet_play.ts';
import { reportError } from './report_error.ts';
import { noteFailure } from './session.ts';
import { type RunningPlay, replaceRunning, type Station, silenceSeconds, stationOf } from './stations.ts';

export type { PlayEndReason } from '../registry/play.ts';

/** What is known of a play when it begins. */
export interface PlayOptions extends PlayDetails {
  /**
   * Station that plays it; must be of few values. A station plays one thing at a time: a new play ends the one before.
   * Default `default`. `null`: the play belongs to no station, and may run beside others.
   */
  station?: string | null;
  /** Whether it does not play yet: `started()` will say when it does. Default false. */
  attempt?: boolean;
  /** For how many seconds it had been playing already. They count for its duration, not for the time played. Default 0. */
  elapsed?: number;
}

/** How bad an error is for a play. */
export interface PlayErrorOptions {
  /** Whether playing went on: the error is counted, but does not make the play a failure. Default false. */
  recovered?: boolean;
}

/** A play that is running. Ends with `end()`, with a `using` block, or when its station plays something else. */
export interface Play extends Disposable, AsyncDisposable {
  /** Says that it plays now, after `attempt: true`. */
  started(): void;
  /** Says that something went wrong. */
  error(error: unknown, options?: PlayErrorOptions): void;
  /** Says that it stood still for so many seconds. */
  stall(seconds: number): void;
  /** Says what is known now. */
  update(details: PlayDetails): void;
  /** Runs `work` as a part of the play: what is made there belongs to its trace. Returns or throws exactly as `work`. */
  run<T>(work: () => T): T;
  /** Says that it is over. Default `finished`. Does nothing the second time. */
  end(reason?: PlayEndReason): void;
}

/** Where a play belongs, if not to the context that it begins in. */
export interface PlayOrigin {
  readonly parent: Context;
  /** What told of it: the request of a webhook, say, which is over long before the play is. */
  readonly link: SpanContext | undefined;
}

// Plays that nobody ends would gather without end: beyond so many the oldest is given up.
const MAX_OPEN = 10_000;
const open = new Set<PlayRun>();

/**
 * Begins a play: a track on air, a show, a film. Never throws, and costs next to nothing with no SDK registered.
 *
 * ```ts
 * using now = play({ station: 'main', artist, title, expectedDuration: 431 });
 * ```
 *
 * @param options what is known at the start
 * @param origin  for adapters: where the play belongs
 */
export function play(options: PlayOptions = {}, origin?: PlayOrigin): Play {
  if (!isTelemetryActive()) return NO_PLAY;
  try {
    const name = stationName(options.station);
    const station = stationOf(name);
    if (name !== null) replaceRunning(station, name);
    const { attempt, cmcd } = options;
    const begun = new PlayRun(station, name ?? station.label, options, origin);
    begun.begin(attempt === true, cmcd);
    return begun;
  } catch (error) {
    reportTelemetryFailure('beginning a play', error);
    return NO_PLAY;
  }
}

const MAX_NAME_LENGTH = 100;

function stationName(given: unknown): string | null {
  if (given === null) return null;
  return typeof given === 'string' && given !== '' ? cutText(given, MAX_NAME_LENGTH) : 'default';
}

class PlayRun implements Play, RunningPlay {
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
  #startupSeconds: number | undefined;
  #gapSeconds: number | undefined;
  #stalls = 0;
  #stalledMs = 0;
  #stalledByPlayerMs = 0;
  #bitsPerSecond: number | undefined;
  #bufferSeconds: number | undefined;
  #errors = 0;
  #failure: Failure | undefined;
  #failed = false;
  #ended = false;

  constructor(station: Station, name: string, options: PlayOptions, origin: PlayOrigin | undefined) {
    this.stationName = name;
    this.#station = station;
    this.#byStation = { 'media.play.station': station.label };
    const parent = origin?.parent ?? context.active();
    this.#scope = scopeOf(parent);
    const sessionId = this.#scope?.sessionId;
    this.#described = describePlay(options, { 'media.play.station': name, 'session.id': sessionId });
    this.#elapsedMs = positive(options.elapsed) * 1000;
    this.#span = startSpan(
      playSpan,
      { ...this.#described, 'media.operation': 'play' },
      parent,
      undefined,
      origin?.link,
    );
    this.#context = withScope(withSpan(parent, this.#span), {
      operation: 'play',
      sessionId,
      totals: this.#scope?.totals,
      attempt: undefined,
    });
  }

  begin(attempt: boolean, cmcd: Cmcd | undefined): void {
    opened(this);
    open.add(this);
    this.#station.running.add(this);
    addUpDown(playActive, 1, this.#byStation);
    addCount(playAttempts, 1, this.#byStation);
    if (attempt) {
      emitEvent(playAttempted, 'INFO', 'play attempted', this.#described, this.#context);
    } else {
      this.#start(this.#begunMs);
    }
    this.#journal();
    if (cmcd !== undefined) this.#safely('reading what a player reported', () => this.#report(cmcd));
    if (open.size > MAX_OPEN) open.values().next().value?.end('abandoned');
  }

  get hasStarted(): boolean {
    return this.#startedMs !== undefined;
  }

  started(): void {
    if (this.#ended || this.#startedMs !== undefined) return;
    const now = performance.now();
    this.#startupSeconds ??= this.#recordStartup((now - this.#begunMs) / 1000);
    this.#start(now);
    this.#journal();
  }

  #start(now: number): void {
    this.#startedMs = now;
    this.#gapSeconds = silenceSeconds(this.#station, now);
    this.#station.silentSinceMs = undefined;
    if (this.#gapSeconds !== undefined) record(playGap, this.#gapSeconds, this.#byStation);
    const afterDeadAir = (this.#gapSeconds ?? 0) >= thresholds.deadAirSeconds;
    emitEvent(
      playStarted,
      afterDeadAir ? 'WARN' : 'INFO',
      afterDeadAir ? 'play started, after dead air' : 'play started',
      { ...this.#described, ...this.#begunWith() },
      this.#context,
    );
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
    if (this.#ended || !(positive(seconds) > 0)) return;
    this.#stalls += 1;
    this.#stalledMs += seconds * 1000;
    record(playStall, seconds, this.#byStation);
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
    return Math.max(0, now - this.#startedMs - this.#stalledMs);
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
    open.delete(this);
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
    addUpDown(playActive, -1, this.#byStation);
    addCount(plays, 1, {
      ...counted,
      'media.play.has_errors': hasErrors,
      ...(type !== undefined && { 'error.type': type }),
    });
    record(playDuration, seconds, counted);
    if (completion !== undefined) record(playCompletion, completion, this.#byStation);
    if (type !== undefined && this.#scope?.totals && this.#failure)
      noteFailure(this.#scope.totals, this.#failure);
    const ended = {
      ...this.#begunWith(),
      'media.play.outcome': outcome,
      'media.play.end_reason': reason,
      'media.play.duration': seconds,
      'media.play.completion': completion,
      'media.play.has_errors': hasErrors,
      'media.play.error_count': this.#errors,
      'media.play.stall_count': this.#stalls,
      'media.play.stall_duration': this.#stalledMs / 1000,
      'media.play.bitrate': this.#bitsPerSecond,
      'media.play.buffer_length': this.#bufferSeconds,
      ...(this.#failure && failureAttributes(this.#failure)),
    };
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
      'media.play.startup_duration': this.#startupSeconds,
    };
  }

  #report(cmcd: Cmcd): void {
    const { startupSeconds, stallsSeconds, stalledTotalSeconds, state, errorCodes, ...figures } =
      readCmcd(cmcd);
    if (startupSeconds !== undefined) this.#startupSeconds ??= this.#recordStartup(startupSeconds);
    this.#bitsPerSecond = figures.bitsPerSecond ?? this.#bitsPerSecond;
    this.#bufferSeconds = figures.bufferSeconds ?? this.#bufferSeconds;
    if (state === 'p') this.started();
    for (const seconds of stallsSeconds) this.stall(seconds);
    if (stalledTotalSeconds !== undefined) {
      // Stalls that were told one by one are in the total already.
      const more = stalledTotalSeconds - Math.max(this.#stalledByPlayerMs, this.#stalledMs) / 1000;
      if (more > 0) this.stall(more);
      this.#stalledByPlayerMs = stalledTotalSeconds * 1000;
    }
    if (state === 'f' || errorCodes.length > 0) {
      this.error(new Error(`player error ${errorCodes.join(' ')}`.trim()), { recovered: state !== 'f' });
    }
    if (state === 'f') this.end('error');
    else if (state === 'e') this.end('finished');
    else if (state === 'q') this.end('stopped');
  }

  #recordStartup(seconds: number): number {
    record(playStartup, seconds, this.#byStation);
    return seconds;
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

function positive(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}
