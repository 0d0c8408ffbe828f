import { redactText } from '../redact/text/text.ts';

/** What is wrong with a parameter of a request, in words for whoever sent it. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly value: string;
  readonly message: string;
}

const MAX_SHOWN = 50;

/** Reads the parameters of one request, and remembers the first that is not allowed. */
export class Parameters {
  readonly #query: URLSearchParams;
  #problem: ParameterProblem | undefined;

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  get problem(): ParameterProblem | undefined {
    return this.#problem;
  }

  /** A whole number within bounds. */
  integer(name: string, fallback: number, least: number, most: number): number {
    const text = this.#query.get(name);
    if (text === null || text === '') return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.#refuse(name, text, `a whole number from ${least} to ${most}`);
    return fallback;
  }

  /** One of some words, whatever their case; undefined where it is not given. */
  word<W extends string>(name: string, words: readonly W[]): W | undefined {
    const text = this.#query.get(name);
    if (text === null || text === '') return undefined;
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    if (found === undefined) this.#refuse(name, text, `one of ${words.join(', ')}`);
    return found;
  }

  #refuse(parameter: string, text: string, allowed: string): void {
    const value = redactText(text.slice(0, MAX_SHOWN));
    this.#problem ??= {
      parameter,
      value,
      message: `${parameter} is ${JSON.stringify(value)}; allowed is ${allowed}`,
    };
  }
}
