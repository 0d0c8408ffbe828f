/** Longest line handed on by default, in characters. */
const DEFAULT_MAX_LENGTH = 4096;

/**
 * Turns bytes into lines as they come. A line ends at `\n`, `\r\n` or `\r` alone (progress that overwrites itself);
 * empty lines are left out. Characters split over chunks are put together again; bytes that are no UTF-8 become
 * U+FFFD. Of a line longer than the limit the beginning is handed on and the rest dropped, so memory is bounded.
 */
export class LineSplitter {
  readonly #onLine: (line: string, number: number) => void;
  readonly #maxLength: number;
  readonly #decoder = new TextDecoder('utf-8');
  #pending = '';
  #number = 1;

  /**
   * @param onLine  called with every line, without its break, and its number from 1: as editors count, by `\n` alone
   * @param options `maxLength`: longest line handed on, in characters; default 4,096
   */
  constructor(onLine: (line: string, number: number) => void, options: { maxLength?: number } = {}) {
    this.#onLine = onLine;
    this.#maxLength = Math.max(1, options.maxLength ?? DEFAULT_MAX_LENGTH);
  }

  /** Takes the next bytes (or text, as a stream with an encoding gives it). */
  push(chunk: Uint8Array | string): void {
    this.#take(typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true }));
  }

  /** Hands on what is left: the last line need not have a break. */
  end(): void {
    this.#take(this.#decoder.decode());
    this.#emit();
  }

  #take(text: string): void {
    let from = 0;
    for (const { index } of text.matchAll(/[\r\n]/g)) {
      this.#append(text, from, index);
      this.#emit();
      if (text.charAt(index) === '\n') this.#number += 1;
      from = index + 1;
    }
    this.#append(text, from, text.length);
  }

  #append(text: string, from: number, to: number): void {
    const room = this.#maxLength - this.#pending.length;
    if (room > 0 && to > from) this.#pending += text.slice(from, Math.min(to, from + room));
  }

  #emit(): void {
    const line = this.#pending;
    this.#pending = '';
    if (line !== '') this.#onLine(line, this.#number);
  }
}
