import { OtelMediaError } from '../errors.ts';
import { resolveOptions } from '../options/options.ts';
import { redactionOf } from '../pipeline/redaction.ts';
import { redactionSettings, setRedaction } from '../redact/settings.ts';
import type { Command, CommandInput } from './command.ts';
import { changesOf } from './redact_changes.ts';
import { type InputLine, linesOf, MAX_INPUT_LENGTH, parseJson, tooLong } from './redact_input.ts';
import { isOtlp, redactedParts } from './redact_otlp.ts';
import { type Shown, shownChange, shownLine, shownSummary, Tally } from './redact_shown.ts';

/** `otel-media redact`: what the redaction of this installation would do with texts or OTLP. */
export const redact: Command = {
  usage: '[text...]',
  details: [
    'Texts are arguments, each in quotes, or the lines of stdin. OTLP as JSON on',
    'stdin, one document or one a line, is known by its beginning:',
    "  otel-media redact 'yt-dlp --password hunter2'",
    '  otel-media redact < yt-dlp.log',
    '  otel-media redact --json < traces.jsonl',
    'The settings in force are those of the environment and of the settings file',
    '(OTEL_MEDIA_CONFIG), as in the process. Nothing is sent anywhere. The exit code',
    'is 0 whatever is found, 1 where the input cannot be read.',
  ].join('\n'),
  options: {
    json: { type: 'flag', summary: 'one JSON object a line, a summary last' },
    'show-original': { type: 'flag', summary: 'print what is taken out, too' },
    text: { type: 'flag', summary: 'take everything for text, OTLP too' },
  },
  async run(input) {
    const before = { ...redactionSettings() };
    const { options, problems } = resolveOptions({}, input.env);
    for (const problem of problems) input.stderr.write(`otel-media: ${problem}\n`);
    setRedaction(redactionOf(options));
    try {
      await redactInput(input);
    } catch (error) {
      if (!input.signal.aborted) throw error;
    } finally {
      setRedaction(before);
    }
    return 0;
  },
};

async function redactInput(input: CommandInput): Promise<void> {
  const run = new Run(input);
  if (input.positionals.length > 0) {
    for (const [at, text] of input.positionals.entries()) await run.text({ text, number: at + 1 });
    await run.summary();
    return;
  }
  const stdin = input.stdin?.();
  if (stdin === undefined || stdin.isTTY) {
    throw new OtelMediaError('OTEL_MEDIA_USAGE', 'nothing to redact', {
      hint: 'give texts as arguments, or a log or OTLP on stdin: see `otel-media redact --help`',
    });
  }
  const stop = () => stdin.destroy();
  input.signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const line of linesOf(stdin)) await run.line(line);
    await run.end();
  } finally {
    input.signal.removeEventListener('abort', stop);
  }
}

type Form = 'text' | 'lines of otlp' | 'document of otlp';

/** One run of the command: what was seen so far, and what the input is. */
class Run {
  readonly #input: CommandInput;
  readonly #shown: Shown;
  readonly #tally = new Tally();
  readonly #counted: Record<string, number> = {};
  #form: Form | undefined;
  #document = '';
  #documentStart = 1;

  constructor(input: CommandInput) {
    this.#input = input;
    this.#shown = { json: input.flag('json'), original: input.flag('show-original') };
    if (input.flag('text')) this.#form = 'text';
  }

  async line(line: InputLine): Promise<void> {
    if (line.text === '' && this.#form !== 'document of otlp') return;
    this.#form ??= formOf(line.text);
    if (this.#form === 'text') await this.text(line);
    else if (this.#form === 'lines of otlp') await this.#otlp(parseJson(line.text, line.number), line.number);
    else {
      if (this.#document === '') this.#documentStart = line.number;
      this.#document += `${this.#document === '' ? '' : '\n'}${line.text}`;
      if (this.#document.length > MAX_INPUT_LENGTH) throw tooLong('the document');
    }
  }

  async text(line: InputLine): Promise<void> {
    this.#count('line');
    await this.#print(shownLine(line, this.#shown, this.#tally));
  }

  async end(): Promise<void> {
    if (this.#document !== '') {
      const document = parseJson(this.#document, this.#documentStart);
      for (const one of Array.isArray(document) ? document : [document])
        await this.#otlp(one, this.#documentStart);
    }
    await this.summary();
  }

  async summary(): Promise<void> {
    await this.#print(shownSummary(this.#counted, this.#tally, this.#shown));
  }

  async #otlp(document: unknown, line: number): Promise<void> {
    if (!isOtlp(document)) {
      throw new OtelMediaError('OTEL_MEDIA_INPUT_INVALID', `line ${line}: this is JSON, but no OTLP`, {
        hint: 'OTLP has resourceSpans, resourceLogs or resourceMetrics; --text reads any lines as text',
      });
    }
    for (const { path, kind, before, after } of redactedParts(document)) {
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

// By its first line: one a line, the beginning of a document over several, or text.
function formOf(line: string): Form {
  const start = line.trimStart();
  if (!/^[[{]/.test(start)) return 'text';
  try {
    return isOtlp(JSON.parse(line)) ? 'lines of otlp' : 'text';
  } catch {
    return /^[[{]\s*$|"resource(?:Spans|Logs|Metrics)"/.test(start) ? 'document of otlp' : 'text';
  }
}
