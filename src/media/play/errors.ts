import { addCount } from '../../emit/metrics.ts';
import { type PlayEndReason, type PlayOutcome, playErrors } from '../../registry/play.ts';
import type { Failure } from '../failure.ts';

/** What went wrong in a play. */
export class PlayErrors {
  readonly #byStation: { readonly 'media.play.station': string };
  count = 0;
  /** What went wrong last, or made it fail. */
  failure: Failure | undefined;
  #failed = false;

  constructor(byStation: { readonly 'media.play.station': string }) {
    this.#byStation = byStation;
  }

  /** Notes and counts an error. One that was recovered from does not make the play a failure. */
  note(failure: Failure, recovered: boolean): void {
    const { type, category } = failure.diagnosis;
    this.count += 1;
    if (!recovered || !this.#failed) this.failure = failure;
    this.#failed ||= !recovered;
    addCount(playErrors, 1, { ...this.#byStation, 'error.type': type, 'media.error.category': category });
  }

  /** What came of a play that ends. */
  outcome(reason: PlayEndReason, hasStarted: boolean): PlayOutcome {
    if (reason === 'interrupted' || reason === 'abandoned') return 'interrupted';
    const failed = this.#failed || reason === 'error';
    if (!hasStarted) return failed ? 'start_failure' : 'exit_before_start';
    return failed ? 'failure' : 'success';
  }
}
