import { isOtelMediaError } from '../../errors.ts';
import { columnsOf } from '../../wrap.ts';
import type { CommandInput } from '../command.ts';
import { sayNothingRead } from '../input/nothing_read.ts';
import { say, sayHint } from '../output/say.ts';
import { changesOf } from './changes.ts';
import { type Form, formOf, isWhole, otlp } from './form.ts';
import { type InputLine, MAX_INPUT_LENGTH, parseJson, tooLong } from './input.ts';
import { KeyBlock } from './key_block.ts';
import { redactedParts } from './otlp.ts';
import { type Shown, shownChange, shownLine, shownSummary, Tally } from './shown.ts';

/** Told of one run at most; the others are counted. */
const MOST_FAULTS = 10;

/** One run of `otel-media redact`: what was seen so far, and what the input is. */
export class RedactRun {
  readonly #input: CommandInput;
  readonly #shown: Shown;
  readonly #tally = new Tally();
  readonly #counted: Record<string, number> = {};
  readonly #keyBlock = new KeyBlock();
  #form: Form | undefined;
  #document = '';
  #documentStart = 1;
  #faults = 0;

  constructor(input: CommandInput) {
    this.#input = input;
    this.#shown = {
      json: input.flag('json'),
      original: input.flag('show-original'),
      columns: columnsOf(input.stdout),
    };
    if (input.flag('text')) this.#form = 'text';
  }

  /** Takes the next line of stdin. */
  async line(line: InputLine): Promise<void> {
    if (line.text.trim() === '' && this.#form !== 'document of otlp') return;
    this.#form ??= formOf(line.text);
    if (this.#form === 'document of otlp') this.#form = await this.#gather(line);
    else if (this.#form === 'text') for (const whole of this.#keyBlock.take(line)) await this.text(whole);
    else await this.#lineOfOtlp(line);
  }

  /** Takes a text. */
  async text(line: InputLine): Promise<void> {
    this.#count('line');
    await this.#print(shownLine(line, this.#shown, this.#tally));
  }

  /**
   * Says what there was.
   *
   * @returns whether all of it could be read
   */
  async end(): Promise<boolean> {
    for (const cutOff of this.#keyBlock.rest()) await this.text(cutOff);
    if (this.#document !== '') {
      const document = parseJson(this.#document, this.#documentStart);
      for (const one of Array.isArray(document) ? document : [document])
        await this.#otlp(one, this.#documentStart);
    }
    const nothing = this.#form === undefined && this.#input.positionals.length === 0;
    if (nothing) await sayNothingRead(this.#input, 'redact');
    else await this.#print(shownSummary(this.#counted, this.#tally, this.#shown, this.#faults));
    if (this.#faults > MOST_FAULTS) {
      say(this.#input.stderr, `${this.#faults - MOST_FAULTS} more lines cannot be read`);
    }
    return !nothing && this.#faults === 0;
  }

  // A document over several lines. Where a whole one stands on one line, what came before was a line that is broken.
  async #gather(line: InputLine): Promise<Form> {
    const broken = this.#document !== '' && !this.#document.startsWith('[') && isWhole(line.text);
    if (broken) {
      for (const [at, text] of this.#document.split('\n').entries()) {
        if (text.trim() !== '') await this.#lineOfOtlp({ text, number: this.#documentStart + at });
      }
      this.#document = '';
      await this.#lineOfOtlp(line);
      return 'lines of otlp';
    }
    if (this.#document === '') this.#documentStart = line.number;
    this.#document += `${this.#document === '' ? '' : '\n'}${line.text}`;
    if (this.#document.length > MAX_INPUT_LENGTH) throw tooLong('the document');
    return 'document of otlp';
  }

  // One line that cannot be read says nothing of the others.
  async #lineOfOtlp({ text, number }: InputLine): Promise<void> {
    let document: Readonly<Record<string, unknown>>;
    try {
      document = otlp(parseJson(text, number), number);
    } catch (error) {
      if (!isOtelMediaError(error)) throw error;
      this.#faults += 1;
      const { stderr } = this.#input;
      if (this.#faults <= MOST_FAULTS) say(stderr, `${error.message}. It is left out.`);
      if (this.#faults === 1 && error.hint) sayHint(stderr, error.hint);
      return;
    }
    await this.#otlp(document, number);
  }

  async #otlp(value: unknown, line: number): Promise<void> {
    for (const { path, kind, before, after } of redactedParts(otlp(value, line))) {
      if (kind !== 'resource' && kind !== 'scope') this.#count(kind);
      for (const change of changesOf(path, before, after)) {
        await this.#print(shownChange(change, line, this.#shown, this.#tally));
      }
    }
  }

  #count(name: string): void {
    this.#counted[name] = (this.#counted[name] ?? 0) + 1;
  }

  // A slow reader sets the pace, else a fast log would pile up here.
  async #print(text: string): Promise<void> {
    const { stdout } = this.#input;
    if (stdout.write(`${text}\n`) === false && stdout.once) {
      await new Promise<void>((resolve) => {
        stdout.once?.('drain', () => resolve());
      });
    }
  }
}
