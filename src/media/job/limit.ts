// Longer than this a timer of Node cannot wait.
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What a job may be ended by: its time-out, if that is enforced, and whoever cancels it. */
export class JobLimit {
  readonly #given: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  #controller: AbortController | undefined;
  /** Whether the time that is enforced was up. */
  timedOut = false;

  constructor(given: AbortSignal | undefined, timeoutSeconds: number | undefined) {
    this.#given = given;
    if (timeoutSeconds === undefined || !(timeoutSeconds >= 0)) return;
    const ms = Math.min(timeoutSeconds * 1000, MAX_TIMER_MS);
    this.#timer = setTimeout(() => {
      this.timedOut = true;
      this.#own().abort(new DOMException(`the job ran longer than ${timeoutSeconds} s`, 'TimeoutError'));
    }, ms);
  }

  // Made when it is first asked for: most jobs never look.
  get signal(): AbortSignal {
    if (this.#timer === undefined && this.#given !== undefined) return this.#given;
    return this.#own().signal;
  }

  /** What ended it, if anything did. */
  get endedBy(): { readonly reason: unknown } | undefined {
    if (this.timedOut) return { reason: this.#controller?.signal.reason };
    return this.#given?.aborted ? { reason: this.#given.reason } : undefined;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#given?.removeEventListener('abort', this.#pass);
  }

  #own(): AbortController {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#given?.aborted) this.#pass();
      else this.#given?.addEventListener('abort', this.#pass, { once: true });
    }
    return this.#controller;
  }

  readonly #pass = (): void => this.#controller?.abort(this.#given?.reason);
}
