import type { ErrorType } from '../registry/error_types.ts';
import { explains, mostTelling } from './causality.ts';
import { type Diagnosis, diagnosisOf } from './diagnosis.ts';
import { diagnoseMessage } from './messages.ts';

/** Lines kept for the end of the story. */
const TAIL_LINES = 20;
/** Longest line kept, in characters; also of the messages in diagnoses. */
const KEPT_LENGTH = 500;

interface Found {
  readonly diagnosis: Diagnosis;
  /** Number of the line, to tell what came first. */
  readonly at: number;
}

/**
 * Reads the output of a program while it runs, line by line, and remembers what it complained of. Memory is bounded:
 * one error and one warning of each type, and the last 20 lines, each cut at 500 characters. Never throws.
 */
export class OutputClassifier {
  readonly #prefer: 'first' | 'last';
  readonly #errors = new Map<ErrorType, Found>();
  readonly #warnings = new Map<ErrorType, Found>();
  readonly #tail: string[] = [];
  #lineCount = 0;
  #warningCount = 0;
  #errorCount = 0;

  /**
   * @param options `prefer`: which error counts when several tell equally much. Default `first`, since of ffmpeg and
   *   most others the later lines are consequences; `last` suits yt-dlp, which goes on after an error and ends at one.
   */
  constructor(options: { prefer?: 'first' | 'last' } = {}) {
    this.#prefer = options.prefer ?? 'first';
  }

  /**
   * Takes one line, without its line break.
   *
   * @returns what the line means, undefined if it is ordinary
   */
  line(text: string): Diagnosis | undefined {
    if (typeof text !== 'string') return undefined;
    this.#lineCount += 1;
    this.#keep(text);
    const diagnosis = diagnoseMessage(text);
    if (diagnosis === undefined) return undefined;
    const isError = diagnosis.severity === 'error';
    if (isError) this.#errorCount += 1;
    else this.#warningCount += 1;
    const seen = isError ? this.#errors : this.#warnings;
    if (this.#prefer === 'first' && seen.has(diagnosis.type)) return diagnosis;
    const message = diagnosis.message.slice(0, KEPT_LENGTH);
    seen.delete(diagnosis.type);
    seen.set(diagnosis.type, { diagnosis: { ...diagnosis, message }, at: this.#lineCount });
    return diagnosis;
  }

  /** Lines read so far. */
  get lineCount(): number {
    return this.#lineCount;
  }

  /** Lines so far that were warnings. */
  get warningCount(): number {
    return this.#warningCount;
  }

  /** Lines so far that were errors. */
  get errorCount(): number {
    return this.#errorCount;
  }

  /** The last lines, the newest at the end. NOT redacted. */
  get tail(): readonly string[] {
    return [...this.#tail];
  }

  /** Everything it complained of, one of each type and severity, in the order told. */
  get diagnoses(): readonly Diagnosis[] {
    return inOrder([...this.#errors.values(), ...this.#warnings.values()]);
  }

  /**
   * Why it failed, given that it did: the error that tells most, or the warning that explains it. Without any error
   * line it is the most telling warning, as an error.
   */
  get cause(): Diagnosis | undefined {
    const warnings = inOrder(this.#warnings.values());
    const error = mostTelling(inOrder(this.#errors.values()), this.#prefer);
    const telling = error ? warnings.filter(({ type }) => explains(type, error.type)) : warnings;
    const warning = mostTelling(telling, this.#prefer);
    if (warning === undefined) return error;
    return diagnosisOf(warning.type, warning.message);
  }

  #keep(text: string): void {
    if (text.trim() === '') return;
    this.#tail.push(text.slice(0, KEPT_LENGTH));
    if (this.#tail.length > TAIL_LINES) this.#tail.shift();
  }
}

function inOrder(found: Iterable<Found>): Diagnosis[] {
  return [...found].sort((one, other) => one.at - other.at).map(({ diagnosis }) => diagnosis);
}
