import type { InputLine } from './input.ts';

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?!.*-----END )/;
const END = /-----END /;
/** What may stand in a block: base64, or a header of it. */
const INSIDE = /^[ \t]*(?:[A-Za-z0-9+/]{1,76}={0,2}|[A-Za-z-]{1,40}: .{0,200})\r?$/;
const MOST_LINES = 500;

/** The lines of a private key, put together to one text: each by itself might be anything. */
export class KeyBlock {
  #lines: string[] = [];
  #number = 0;

  /** Takes a line, and gives back what is complete by it: nothing while a block goes on. */
  take(line: InputLine): InputLine[] {
    if (this.#lines.length === 0) {
      if (!BEGIN.test(line.text)) return [line];
      this.#lines.push(line.text);
      this.#number = line.number;
      return [];
    }
    const ends = END.test(line.text);
    if (ends || INSIDE.test(line.text)) this.#lines.push(line.text);
    if (ends || this.#lines.length >= MOST_LINES) return this.rest();
    return INSIDE.test(line.text) ? [] : [...this.rest(), line];
  }

  /** A block that was cut off. */
  rest(): InputLine[] {
    if (this.#lines.length === 0) return [];
    const text = this.#lines.join('\n');
    this.#lines = [];
    return [{ text, number: this.#number }];
  }
}
