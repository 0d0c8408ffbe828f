import type { Session, SessionOptions } from './options.ts';
import { SessionRun } from './run.ts';

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
