import { SessionRun } from './run.ts';

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

/**
 * Runs `work` as one session: a request for media, with all the downloads, programs and stages it takes. Resolves or
 * rejects exactly as `work` does.
 *
 * @param options what is known at the start
 * @param work    the application's own work; everything made inside belongs to the session
 * @returns what `work` gives back; rejects with a TypeError where `work` is no function
 */
export async function session<T>(
  options: SessionOptions,
  work: (session: Session) => T | Promise<T>,
): Promise<T> {
  if (typeof work !== 'function') throw new TypeError('session(options, work) needs a function to run');
  const run = new SessionRun(options);
  return run.run(work);
}
