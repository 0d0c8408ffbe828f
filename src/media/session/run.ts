import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Context, context } from '@opentelemetry/api';
import { defined } from '../../emit/defined.ts';
import { discardRequest } from '../../emit/discarded.ts';
import { emitEvent } from '../../emit/event.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { type SessionTotals, scopeOf, withScope, withUser } from '../../emit/scope.ts';
import { endSpan, startSpan, withSpan } from '../../emit/span.ts';
import { suppressed } from '../../emit/suppression.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import {
  sessionDuration,
  sessionEnded,
  sessionFilesDownloaded,
  sessionLinksSubmitted,
  sessionSpan,
  sessionStarted,
  sessionStuckEvent,
  sessions,
} from '../../registry/session.ts';
import { type Failure, failureAttributes, failureOf } from '../failure.ts';
import { unwatchSession, type WatchedSession, watchSession } from './active.ts';
import type { Session, SessionOptions } from './options.ts';
import { MAX_LISTED, noteFailure, noteFile } from './totals.ts';
import { visitorAttributes } from './visitor.ts';

/** A session that signals are made of. */
export class SessionRun implements Session, WatchedSession {
  readonly id: string;
  readonly #active: boolean;
  readonly #totals: SessionTotals = { files: 0, errors: 0, firstError: undefined, titles: [], fileNames: [] };
  readonly startedMs: number = performance.now();
  readonly stuckAfterSeconds: number | undefined;
  readonly #described;
  readonly #span;
  readonly #context;
  #done = false;

  constructor(options: SessionOptions) {
    this.id = options.id ?? randomUUID();
    this.stuckAfterSeconds = options.stuckAfterSeconds;
    this.#active = options.optOut !== true && isTrackerOn('session');
    const { links } = options;
    this.#described = defined({
      'session.id': this.id,
      'media.session.link_count': typeof links === 'number' ? links : links?.length,
      'media.session.links': typeof links === 'number' ? undefined : links?.slice(0, MAX_LISTED),
      'client.address': options.clientAddress,
      'user_agent.original': options.userAgent,
      'user.id': options.userId,
      ...(this.#active && visitorAttributes(options.clientAddress, options.userAgent)),
    });
    const parent = options.optOut ? leftOut() : context.active();
    this.#span = this.#active
      ? startSpan(sessionSpan, { ...this.#described, 'media.operation': 'session' }, parent)
      : undefined;
    const inner = this.#span ? withSpan(parent, this.#span) : parent;
    this.#context = withScope(options.userId === undefined ? inner : withUser(inner, options.userId), {
      operation: 'session',
      sessionId: this.id,
      totals: this.#totals,
      attempt: undefined,
    });
  }

  async run<T>(work: (session: Session) => T | Promise<T>): Promise<T> {
    this.#begin();
    try {
      const result = await context.with(this.#context, work, undefined, this);
      this.#end(undefined, false);
      return result;
    } catch (error) {
      const failure = failureOf(error);
      // A failure that a download has counted already is the same one on its way up.
      if (this.#totals.errors === 0) noteFailure(this.#totals, failure);
      this.#end(failure, false);
      throw error;
    }
  }

  downloaded(file: { title?: string; fileName?: string } = {}): void {
    noteFile(this.#totals, file);
  }

  failed(error: unknown): void {
    noteFailure(this.#totals, failureOf(error));
  }

  interrupt(): void {
    this.#end(undefined, true);
  }

  tellStuck(seconds: number): void {
    const { 'session.id': id, 'user.id': userId } = this.#described;
    emitEvent(
      sessionStuckEvent,
      'WARN',
      'session is stuck: it has not ended',
      { 'session.id': id, 'user.id': userId, 'media.session.duration': seconds },
      this.#context,
    );
  }

  #begin(): void {
    if (!this.#active) return;
    opened(this);
    watchSession(this);
    addCount(sessionLinksSubmitted, this.#described['media.session.link_count'] ?? 0, {});
    emitEvent(sessionStarted, 'INFO', 'session started', this.#described, this.#context);
  }

  #end(thrown: Failure | undefined, interrupted: boolean): void {
    if (this.#done || !this.#active) return;
    this.#done = true;
    closed(this);
    unwatchSession(this);
    const seconds = (performance.now() - this.startedMs) / 1000;
    const { files, errors, titles, fileNames } = this.#totals;
    const outcome = interrupted
      ? 'interrupted'
      : thrown !== undefined || (errors > 0 && files === 0)
        ? 'failure'
        : errors > 0
          ? 'partial'
          : 'success';
    const ended = {
      'media.session.outcome': outcome,
      'media.session.file_count': files,
      'media.session.error_count': errors,
      'media.session.has_errors': errors > 0,
      ...(titles.length > 0 && { 'media.session.titles': titles }),
      ...(fileNames.length > 0 && { 'media.session.file_names': fileNames }),
      ...(thrown ? failureAttributes(thrown) : this.#totals.firstError),
    };
    addCount(sessions, 1, { 'media.session.outcome': outcome });
    addCount(sessionFilesDownloaded, files, {});
    record(sessionDuration, seconds, { 'media.session.outcome': outcome });
    emitEvent(
      sessionEnded,
      outcome === 'success' ? 'INFO' : 'WARN',
      `session ended: ${outcome}`,
      { ...this.#described, ...ended, 'media.session.duration': seconds },
      this.#context,
    );
    if (this.#span) {
      const status = outcome === 'failure' ? ended['error.type'] : undefined;
      endSpan(sessionSpan, this.#span, ended, status);
    }
  }
}

// The context of one who is to be left out. Inside of another helper only what is below is theirs.
function leftOut(): Context {
  const active = context.active();
  if (scopeOf(active) === undefined) discardRequest(active);
  return suppressed(active);
}
