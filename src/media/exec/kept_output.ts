/** The end of what a program wrote, up to a number of bytes. */
export class KeptOutput {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #size = 0;

  /** @param limit most bytes to keep; earlier ones are let go */
  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    while (this.#chunks.length > 1 && this.#size - (this.#chunks[0]?.length ?? 0) >= this.#limit) {
      this.#size -= this.#chunks.shift()?.length ?? 0;
    }
  }

  toString(): string {
    return Buffer.concat(this.#chunks).subarray(-this.#limit).toString('utf8');
  }
}
