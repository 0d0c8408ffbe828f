import { performance } from 'node:perf_hooks';
import { type Context, context } from '@opentelemetry/api';
import { defined } from '../../emit/defined.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { type AttemptNotes, type OperationScope, scopeOf, userIdOf, withScope } from '../../emit/scope.ts';
import { endSpan, startSpan, traceIdOf, withSpan } from '../../emit/span.ts';
import { noteVideoId } from '../../redact/signals/known_ids.ts';
import { downloadAttemptSpan, downloadStepSpan } from '../../registry/download.ts';
import type { Outcome } from '../../registry/operation.ts';
import { noteCookiesResult } from '../cookies/results.ts';
import { type Failure, failureOf } from '../failure.ts';
import { noteFailure, noteFile } from '../session/totals.ts';
import { attemptBegan, attemptEnded } from './active.ts';
import { attemptClockMs, countAttempt } from './attempt_totals.ts';

import { type DownloadMeans, meansAttributes } from './means.ts';
import type { Attempt, DownloadedFile, DownloadOptions } from './options.ts';
import { stepWork } from './quiet_attempt.ts';
import { type StepFailures, startStepSpan, tellEnded, tellStarted, tellStepFailed } from './signals.ts';

/** An attempt that signals are made of. */
export class AttemptRun implements Attempt, AttemptNotes {
  readonly #started = performance.now();
  readonly #scope: OperationScope | undefined;
  readonly #videoId: string | undefined;
  readonly #described;
  readonly #span;
  readonly #context: Context;
  #means: DownloadMeans;
  #outcome: Outcome | undefined;
  #size: number | undefined;
  #title: string | undefined;
  #progress: number | undefined;
  #failure: Failure | undefined;
  #stepFailures: StepFailures | undefined;
  #cookiesRejected = false;

  constructor(options: DownloadOptions) {
    this.#means = options;
    this.#videoId = options.id;
    const parent = context.active();
    this.#scope = scopeOf(parent);
    this.#described = defined({
      'media.video.id': options.id,
      'media.video.hash': options.id,
      'server.address': options.url === undefined ? undefined : hostOf(options.url),
      'session.id': this.#scope?.sessionId,
      'user.id': userIdOf(parent),
    });
    this.#span = startSpan(
      downloadAttemptSpan,
      { ...this.#described, ...meansAttributes(options), 'media.operation': 'download' },
      parent,
    );
    if (options.id !== undefined) noteVideoId(traceIdOf(this.#span), options.id);
    this.#context = withScope(withSpan(parent, this.#span), {
      operation: 'download',
      sessionId: this.#scope?.sessionId,
      totals: this.#scope?.totals,
      attempt: this,
    });
  }

  begin(): void {
    opened(this);
    attemptBegan();
    tellStarted(this.#described, this.#means, this.#context);
  }

  /** Calls `work` so that what it makes belongs to the attempt. */
  inside<T>(work: (attempt: Attempt) => T): T {
    return context.with(this.#context, work, undefined, this);
  }

  /** Ends it after work that did not throw. */
  succeeded(): void {
    this.end(this.#failure === undefined ? 'success' : 'failure');
  }

  async step<T>(
    name: 'primary' | 'fallback',
    meansOrWork: DownloadMeans | (() => T | Promise<T>),
    maybeWork?: () => T | Promise<T>,
  ): Promise<T> {
    const work = stepWork(name, meansOrWork, maybeWork);
    if (typeof meansOrWork !== 'function') this.used(meansOrWork);
    const span = startStepSpan(name, this.#means, this.#scope?.sessionId, this.#context);
    try {
      const result = await context.with(withSpan(this.#context, span), work);
      endSpan(downloadStepSpan, span, {});
      return result;
    } catch (error) {
      const failure = failureOf(error, this.#videoId);
      this.#stepFailures = { ...this.#stepFailures, [name]: failure };
      tellStepFailed(name, this.#means, failure, span);
      throw error;
    }
  }

  used(means: DownloadMeans): void {
    this.#means = { ...this.#means, ...means };
  }

  progress(at: number | { bytes: number; totalBytes: number }): void {
    const ratio = typeof at === 'number' ? at : at.bytes / at.totalBytes;
    if (ratio >= 0 && ratio <= 1) this.#progress = ratio;
  }

  get videoId(): string | undefined {
    return this.#videoId;
  }

  cookiesRejected(): void {
    this.#cookiesRejected = true;
  }

  downloaded(file: DownloadedFile): void {
    if (file.bytes !== undefined && Number.isFinite(file.bytes))
      this.#size = Math.max(0, Math.round(file.bytes));
    this.#title = file.title ?? this.#title;
    if (this.#scope?.totals) noteFile(this.#scope.totals, file);
  }

  failed(error: unknown): void {
    this.#failure = failureOf(error, this.#videoId);
  }

  interrupt(): void {
    this.end('interrupted');
  }

  end(outcome: Outcome): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = outcome;
    const seconds = (performance.now() - this.#started) / 1000;
    const failure = this.#failure;
    if (outcome !== 'interrupted') this.#count(outcome, seconds, failure);
    closed(this);
    attemptEnded();
    const ended = {
      outcome,
      durationSeconds: seconds,
      described: this.#described,
      means: this.#means,
      size: this.#size,
      title: this.#title,
      progressRatio: this.#progress,
      failure,
      stepFailures: this.#stepFailures,
    };
    tellEnded(ended, this.#span, this.#context);
  }

  #count(outcome: Outcome, seconds: number, failure: Failure | undefined): void {
    const cookiesUsed = Boolean(this.#means.cookies);
    const endedMs = attemptClockMs();
    countAttempt(outcome === 'success', this.#means, endedMs - seconds * 1000, endedMs);
    if (this.#scope?.totals && failure) noteFailure(this.#scope.totals, failure);
    if (cookiesUsed)
      noteCookiesResult(this.#means.cookies, outcome, failure?.diagnosis.type, this.#cookiesRejected);
  }
}

function hostOf(url: unknown): string | undefined {
  if (typeof url === 'string') return URL.parse(url)?.hostname;
  return url instanceof URL ? url.hostname : undefined;
}
