import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Context, context } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { type OperationScope, scopeOf, withScope } from '../../emit/scope.ts';
import { spanContextOf, startSpan, withSpan } from '../../emit/span.ts';
import {
  PLAY_END_REASONS,
  type PlayEndReason,
  playAttempts,
  playGap,
  playSpan,
} from '../../registry/play.ts';
import { reportError } from '../error/report_error.ts';
import { failureOf } from '../failure.ts';
import { noteFailure } from '../session/totals.ts';
import { PlayClock } from './clock.ts';
import type { Cmcd } from './cmcd.ts';
import { type DescribedPlay, describePlay, type PlayDetails } from './details.ts';
import { PlayErrors } from './errors.ts';
import { PlayFigures } from './figures.ts';
import { journalClosed, journalOpened } from './journal.ts';
import { linksOf } from './links.ts';
import type { Play, PlayErrorOptions, PlayOptions, PlayOrigin } from './options.ts';
import { takeReport } from './player_report.ts';
import { hasFailed, tellAttempted, tellEnded, tellStarted } from './signals.ts';
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
  readonly #clock: PlayClock;
  readonly #figures: PlayFigures;
  readonly #errors: PlayErrors;
  #described: DescribedPlay;
  #gapSeconds: number | undefined;
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
    this.#clock = new PlayClock(positive(options.elapsed), this.#figures);
    this.#errors = new PlayErrors(this.#byStation);
    const parent = origin?.parent ?? context.active();
    this.#scope = scopeOf(parent);
    const sessionId = this.#scope?.sessionId;
    this.#described = describePlay(options, {
      'media.play.id': this.id,
      'media.play.station': name,
      'session.id': sessionId,
    });
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
      tellAttempted(this.#described, this.#context);
    } else {
      this.#start(this.#clock.begunMs);
    }
    this.#journal();
    if (cmcd !== undefined)
      this.#safely('reading what a player reported', () => takeReport(this, this.#figures, cmcd));
  }

  get hasStarted(): boolean {
    return this.#clock.startedMs !== undefined;
  }

  started(): void {
    if (this.#ended || this.#clock.startedMs !== undefined) return;
    const now = performance.now();
    this.#figures.startup((now - this.#clock.begunMs) / 1000);
    this.#start(now);
    this.#journal();
  }

  #start(now: number): void {
    this.#clock.startedMs = now;
    this.#gap(silenceSeconds(this.#station, now));
    this.#station.silentSinceMs = undefined;
    tellStarted(this.#described, this.#gapSeconds, this.#figures.startupSeconds, this.#context);
  }

  silentSince(ms: number): void {
    // What earlier processes left is read while this one begins to play. Later plays know the gap before them.
    if (this.#clock.startedMs !== undefined && this.#gapSeconds === undefined && ms < this.#clock.startedMs) {
      this.#gap((this.#clock.startedMs - ms) / 1000);
    }
  }

  #gap(seconds: number | undefined): void {
    this.#gapSeconds = seconds;
    if (seconds !== undefined) record(playGap, seconds, this.#byStation);
  }

  error(error: unknown, options?: PlayErrorOptions): void {
    this.#safely('noting an error of a play', () => {
      const recovered = options?.recovered === true;
      if (!this.#ended) this.#errors.note(failureOf(error), recovered);
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
      if (details.cmcd !== undefined) takeReport(this, this.#figures, details.cmcd);
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
    return this.#clock.playedMs(now);
  }

  overrunMs(now: number): number {
    return this.#clock.overrunMs(now, this.#described['media.play.expected_duration']);
  }

  #end(reason: PlayEndReason): void {
    const now = performance.now();
    const station = this.#station;
    closed(this);
    this.#onEnd(this);
    station.running.delete(this);
    station.playedMs += this.playedMs(now);
    if (this.hasStarted && station.single) station.silentSinceMs = reason === 'stopped' ? undefined : now;
    journalClosed(this);

    const expected = this.#described['media.play.expected_duration'];
    const outcome = this.#errors.outcome(reason, this.hasStarted);
    const { failure } = this.#errors;
    if (hasFailed(outcome) && this.#scope?.totals && failure) noteFailure(this.#scope.totals, failure);
    const ended = {
      described: this.#described,
      byStation: this.#byStation,
      outcome,
      reason,
      durationSeconds: this.#clock.durationSeconds(now),
      completionRatio: this.#clock.completionRatio(now, expected),
      gapSeconds: this.#gapSeconds,
      errorCount: this.#errors.count,
      failure,
      figures: this.#figures,
    };
    tellEnded(ended, this.#span, this.#context);
  }

  // A play that ends while it begins, as a report of its player may say, is not to be found open.
  #journal(): void {
    if (this.#ended) return;
    const beganMs = this.#clock.beganUnixMs;
    journalOpened(this, () => ({
      span: spanContextOf(this.#span),
      beganMs,
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
