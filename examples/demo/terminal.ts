import { ProgressLine } from '../../src/cli/output/progress_line.ts';
import type { Progress } from '../../src/cli/stack/progress.ts';
import { type Palette, palette, wantsColours } from './colours.ts';
import { wrap } from './text.ts';

const MAX_WIDTH = 100;

/** Where the demo writes to. */
export class Terminal {
  readonly width: number;
  readonly colours: Palette;
  readonly #progress: ProgressLine;

  constructor() {
    this.width = Math.min(process.stdout.columns ?? 80, MAX_WIDTH);
    this.colours = palette(wantsColours(process.stdout));
    this.#progress = new ProgressLine({
      write: (text) => process.stdout.write(text),
      isTTY: process.stdout.isTTY ?? false,
      columns: this.width,
    });
  }

  /** Told what is going on; lines that pass replace each other on a terminal. */
  readonly progress: Progress = (line, transient) => {
    this.#progress.tell(`  ${line}`, transient);
  };

  title(text: string): void {
    this.#progress.clear();
    const rule = '─'.repeat(Math.max(0, this.width - text.length - 4));
    process.stdout.write(`\n${this.colours.bold(`── ${text}`)} ${this.colours.dim(rule)}\n\n`);
  }

  /** Text, broken into lines. */
  say(text: string): void {
    this.#progress.clear();
    process.stdout.write(`${wrap(text, this.width).join('\n')}\n`);
  }

  /** Lines as they are. */
  show(lines: readonly string[]): void {
    this.#progress.clear();
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}
