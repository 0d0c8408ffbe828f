/** The newest things, up to a fixed number. */
export class Ring<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  #next = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(item: T): void {
    this.#items[this.#next] = item;
    this.#next = (this.#next + 1) % this.#capacity;
  }

  /** The newest that `fits`, newest first. */
  newest(count: number, fits: (item: T) => boolean = () => true): T[] {
    const found: T[] = [];
    const { length } = this.#items;
    for (let back = 1; back <= length && found.length < count; back += 1) {
      const item = this.#items[(this.#next - back + length) % length];
      if (item !== undefined && fits(item)) found.push(item);
    }
    return found;
  }
}
