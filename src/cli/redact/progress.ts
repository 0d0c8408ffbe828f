import type { CommandInput, Output } from '../command.ts';
import { ProgressLine } from '../output/progress_line.ts';

const EVERY_MS = 200;

/**
 * How far a run has come, on a line of stderr: only where somebody looks at it and what is printed goes elsewhere. Large
 * logs take minutes.
 */
export class RedactProgress {
  readonly #line: ProgressLine | undefined;
  /** Takes what is wrong: the line of progress makes room for it. */
  readonly stderr: Output;
  #characters = 0;
  #shownAt = performance.now();

  constructor({ stdout, stderr }: CommandInput) {
    const line = stderr.isTTY && !stdout.isTTY ? new ProgressLine(stderr) : undefined;
    this.#line = line;
    this.stderr =
      line === undefined
        ? stderr
        : {
            isTTY: true,
            ...(stderr.columns !== undefined && { columns: stderr.columns }),
            write: (text) => {
              line.clear();
              return stderr.write(text);
            },
          };
  }

  /** Told of each piece of the input. */
  readonly read = (length: number): void => {
    this.#characters += length;
    if (this.#line === undefined || performance.now() - this.#shownAt < EVERY_MS) return;
    this.#shownAt = performance.now();
    this.#line.tell(`${(this.#characters / 1e6).toFixed(1)} MB read`, true);
  };

  /** Takes the line away. */
  end(): void {
    this.#line?.clear();
  }
}
