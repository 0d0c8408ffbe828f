import { type Context, context, createContextKey } from '@opentelemetry/api';
import type { operation } from '../registry/operation.ts';

export type OperationName = (typeof operation.members)[number];

/** What every ended signal says of a failure. */
export interface FailureAttributes {
  readonly 'error.type': string;
  readonly 'media.error.category': string;
  readonly 'error.message': string;
}

/** What a session has added up so far; its downloads add to it. */
export interface SessionTotals {
  files: number;
  errors: number;
  /** The first of the errors, to name the session's failure by. */
  firstError: FailureAttributes | undefined;
  readonly titles: string[];
  readonly fileNames: string[];
}

/** What code below a download may tell it while it runs. */
export interface AttemptNotes {
  /** Id of the video, to be taken out of messages. */
  readonly videoId: string | undefined;
  /** How far it has come: 0 to 1. */
  progress(ratio: number): void;
  /** The site turned the cookies down, even if the download then went on without them. */
  cookiesRejected(): void;
}

/** The helper that code runs inside of. Whatever is made there is stamped with it. */
export interface OperationScope {
  readonly operation: OperationName;
  readonly sessionId: string | undefined;
  /** Id of the play that it is part of. */
  readonly playId?: string | undefined;
  readonly totals: SessionTotals | undefined;
  readonly attempt: AttemptNotes | undefined;
}

const SCOPE = createContextKey('otel-media.scope');
const USER = createContextKey('otel-media.user');

/** The scope of a context, the active one by default; `undefined` outside of every helper. */
export function scopeOf(from: Context = context.active()): OperationScope | undefined {
  return from.getValue(SCOPE) as OperationScope | undefined;
}

/** A context in which `scope` is the innermost operation. */
export function withScope(from: Context, scope: OperationScope): Context {
  return new ScopedContext(from instanceof ScopedContext ? from.around : from, scope);
}

/** The context of an operation: the one around it, and its scope beside it. The API's own would copy all that is in there. */
class ScopedContext implements Context {
  readonly around: Context;
  readonly #scope: unknown;

  constructor(around: Context, scope: unknown) {
    this.around = around;
    this.#scope = scope;
  }

  getValue(key: symbol): unknown {
    return key === SCOPE ? this.#scope : this.around.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    return key === SCOPE
      ? new ScopedContext(this.around, value)
      : new ScopedContext(this.around.setValue(key, value), this.#scope);
  }

  deleteValue(key: symbol): Context {
    return key === SCOPE ? this.around : new ScopedContext(this.around.deleteValue(key), this.#scope);
  }
}

/** A context whose signals belong to a user. */
export function withUser(from: Context, userId: string): Context {
  return from.setValue(USER, userId);
}

/** Id of the user that a context belongs to, not redacted; `undefined` where the session did not say. */
export function userIdOf(from: Context = context.active()): string | undefined {
  return from.getValue(USER) as string | undefined;
}
