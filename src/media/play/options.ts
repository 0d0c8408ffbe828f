import type { Context, SpanContext } from '@opentelemetry/api';
import type { PlayEndReason } from '../../registry/play.ts';
import type { PlayDetails } from './details.ts';

export type { PlayEndReason } from '../../registry/play.ts';

/** What is known of a play when it begins. */
export interface PlayOptions extends PlayDetails {
  /**
   * Station that plays it; must be of few values. A station plays one thing at a time: a new play ends the one before.
   * Default `default`. `null`: the play belongs to no station, and may run beside others.
   */
  station?: string | null;
  /** Whether it does not play yet: `started()` will say when it does. Default false. */
  attempt?: boolean;
  /**
   * What made the file that is played: the `traceparent` of the download or transcoding, as it was then. The two traces
   * are linked.
   */
  madeBy?: string;
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
  /** Its id on all of its signals, for `reportError(error, { playId })`; undefined where nothing is signalled. */
  readonly id: string | undefined;
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
