import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Context, context } from '@opentelemetry/api';
import { discardRequest } from '../../emit/discarded.ts';
import { emitEvent } from '../../emit/event.ts';
import { addCount, addUpDown, record } from '../../emit/metrics.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { type SessionTotals, scopeOf, withScope, withUser } from '../../emit/scope.ts';
import { endSpan, startSpan, withSpan } from '../../emit/span.ts';
import { suppressed } from '../../emit/suppression.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import {
  sessionActive,
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
import { visitorAttributes } from './visitor.ts';
import { unwatchSession, type WatchedSession, watchSession } from './watch.ts';

/** What is known of a session when it begins. */
export interface SessionOptions {
  /** Id of the session; made if left out. Must not be the id of a login session. */
  id?: string;
  /** The links submitted, or only how many there are. Links themselves leave as keyed hashes by default. */
  links?: number | readonly string[];
  /** Address of who asked; leaves shortened to its network by default, and as a hash that is another every day. */
  clientAddress?: string;
  /** User agent of who asked; only its family and major version leave by default. */
  userAgent?: string;
  /** Id of the user; leaves as a keyed hash. */
  userId?: string;
  /** From when on it counts as stuck if it has not ended, in seconds. Default 7,200 (2 h). */
  stuckAfterSeconds?: number;
  /**
   * Whether who asked is to be left out: nothing of the session leaves, whoever makes it. Where the session is the
   * outermost helper of a request, nor do the spans of that request which have not ended. Default false.
   */
  optOut?: boolean;
}

/** A session that is running. */
export interface Session {
  readonly id: string;
  /** Says that a file arrived which no `download` inside the session reported. */
  downloaded(file?: { title?: string; fileName?: string }): void;
  /** Says that something went wrong which is not thrown. */
  failed(error: unknown): void;
}

// Titles and file names of a session are for people to read; a list beyond this length is not read.
const MAX_LISTED = 100;

/**
 * Runs `work` as one session: a request for media, with all the downloads, programs and stages it takes. Resolves or
 * rejects exactly as `work` does.
 *
 * @param options what is known at the start
 * @param work    the application's own work; everything made inside belongs to the session
 */
export async function session<T>(
  options: SessionOptions,
  work: (session: Session) => T | Promise<T>,
): Promise<T> {
  if (typeof work !== 'function') throw new TypeError('session(options, work) needs a function to run');
  const run = new SessionRun(options);
  return run.run(work);
}

class SessionRun implements Session, WatchedSession {
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
    this.#described = {
      'session.id': this.id,
      'media.session.link_count': typeof links === 'number' ? links : links?.length,
      'media.session.links': typeof links === 'number' ? undefined : links?.slice(0, MAX_LISTED),
      'client.address': options.clientAddress,
      'user_agent.original': options.userAgent,
      'user.id': options.userId,
      ...(this.#active && visitorAttributes(options.clientAddress, options.userAgent)),
    };
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
    addUpDown(sessionActive, 1, {});
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
    addUpDown(sessionActive, -1, {});
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

/** Adds a failure to what a session has come across. */
export function noteFailure(totals: SessionTotals, failure: Failure): void {
  totals.errors += 1;
  totals.firstError ??= failureAttributes(failure);
  if (typeof failure.error === 'object' && failure.error !== null) counted.add(failure.error);
}

const counted = new WeakSet<object>();

/** Whether a session has counted this very error: an operation around the one that failed does not count it again. */
export function isCounted(error: unknown): boolean {
  return typeof error === 'object' && error !== null && counted.has(error);
}

/** Adds a file to what a session has downloaded. */
export function noteFile(totals: SessionTotals, file: { title?: string; fileName?: string }): void {
  totals.files += 1;
  if (file.title !== undefined && totals.titles.length < MAX_LISTED) totals.titles.push(file.title);
  if (file.fileName !== undefined && totals.fileNames.length < MAX_LISTED)
    totals.fileNames.push(file.fileName);
}
