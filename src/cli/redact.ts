import { OtelMediaError } from '../errors.ts';
import { resolveOptions } from '../options/resolve_options.ts';
import { redactionOf } from '../pipeline/redaction.ts';
import { redactionSettings, setRedaction } from '../redact/policy/settings.ts';
import type { Command, CommandInput } from './command.ts';
import { messagesOf } from './input/messages_of.ts';
import { say } from './output/say.ts';
import { linesOf } from './redact/input.ts';
import { RedactProgress } from './redact/progress.ts';
import { RedactRun } from './redact/run.ts';

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
    'is 0 whatever is found, 1 where the input, a line of it or the settings file',
    'cannot be read.',
  ].join('\n'),
  options: {
    json: { type: 'flag', summary: 'one JSON object a line, a summary last' },
    'show-original': { type: 'flag', summary: 'print what is taken out, too' },
    text: { type: 'flag', summary: 'take everything for text, OTLP too' },
  },
  async run(input) {
    const before = { ...redactionSettings() };
    const { options, problems, unreadable } = resolveOptions({}, input.env);
    // In the process the defaults would be in force; here they would be taken for the user's own policy.
    if (unreadable !== undefined) throw unreadable;
    for (const problem of problems) say(input.stderr, problem);
    setRedaction(redactionOf(options));
    try {
      return (await redactInput(input)) ? 0 : 1;
    } catch (error) {
      if (!input.signal.aborted) throw error;
      return 1;
    } finally {
      setRedaction(before);
    }
  },
};

/** Whether all of it could be read. */
async function redactInput(given: CommandInput): Promise<boolean> {
  const progress = new RedactProgress(given);
  const input = { ...given, stderr: progress.stderr };
  const run = new RedactRun(input);
  if (input.positionals.some((text) => text.trim() !== '')) {
    for (const [at, text] of messagesOf(input.positionals).entries())
      await run.text({ text, number: at + 1 });
    return await run.end();
  }
  const stdin = input.positionals.length > 0 ? undefined : input.stdin?.();
  if (stdin === undefined || stdin.isTTY) {
    throw new OtelMediaError('OTEL_MEDIA_USAGE', 'nothing to redact', {
      hint: 'give texts as arguments, or a log or OTLP on stdin: see `otel-media redact --help`',
    });
  }
  const stop = () => stdin.destroy();
  input.signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const line of linesOf(stdin, progress.read)) await run.line(line);
    progress.end();
    return await run.end();
  } finally {
    progress.end();
    input.signal.removeEventListener('abort', stop);
  }
}
