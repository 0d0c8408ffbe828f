import type { Output } from '../command.ts';
import type { Progress } from '../stack/progress.ts';

const PLAIN_EVERY_MS = 10_000;
const DEFAULT_COLUMNS = 80;
/** Back to the first column, and delete the line. */
const CLEAR = '\r\u001b[2K';

/** Shows progress: on a terminal the passing lines replace each other; elsewhere one of them every ten seconds. */
export class ProgressLine {
  readonly #output: Output;
  readonly #plainEveryMs: number;
  #shown = false;
  #lastPlain = 0;

  constructor(output: Output, plainEveryMs: number = PLAIN_EVERY_MS) {
    this.#output = output;
    this.#plainEveryMs = plainEveryMs;
  }

  /** To be given as `onProgress`. */
  readonly tell: Progress = (line, transient) => {
    if (!transient) {
      this.clear();
      this.#output.write(`${line}\n`);
    } else if (this.#output.isTTY) {
      // A line that wraps could not be deleted again.
      this.#output.write(`${CLEAR}${line.slice(0, (this.#output.columns ?? DEFAULT_COLUMNS) - 1)}`);
      this.#shown = true;
    } else if (performance.now() - this.#lastPlain >= this.#plainEveryMs || this.#lastPlain === 0) {
      this.#lastPlain = performance.now();
      this.#output.write(`${line}\n`);
    }
  };

  /** Takes the passing line away. */
  clear(): void {
    if (this.#shown) this.#output.write(CLEAR);
    this.#shown = false;
  }
}
