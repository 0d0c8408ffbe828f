import { LineSplitter } from '../diagnosis/line_splitter.ts';
import { diagnoseMessage } from '../diagnosis/messages.ts';
import { OtelMediaError } from '../errors.ts';
import type { Command, CommandInput, MessageStream } from './command.ts';
import { explanationAsJson, explanationAsText } from './explanation.ts';

/** `otel-media explain`: what messages of yt-dlp, ffmpeg, Liquidsoap, Node and curl mean, and what to do. */
export const explain: Command = {
  usage: '[message...]',
  details: [
    'Messages of yt-dlp, youtube-dl, ffmpeg, Liquidsoap, Node.js or curl: arguments,',
    'each in quotes, or the lines of a log on stdin:',
    "  otel-media explain 'ERROR: unable to download video data: HTTP Error 403'",
    '  otel-media explain --failures < yt-dlp.log',
    'With --json: code, category, retryable, fault and fix of each line.',
    'Nothing is sent anywhere, and the exit code is 0 whatever the messages mean.',
  ].join('\n'),
  options: {
    json: {
      type: 'flag',
      summary: 'one JSON object a line, null where a line is ordinary',
    },
    failures: { type: 'flag', summary: 'leave ordinary lines out' },
  },
  async run(input) {
    const messages = input.positionals.flatMap((text) => text.split(/[\r\n]+/)).filter((line) => line !== '');
    if (input.positionals.length > 0) {
      await print(messages, input);
      return 0;
    }
    const stdin = input.stdin?.();
    if (stdin === undefined || stdin.isTTY) {
      throw new OtelMediaError('OTEL_MEDIA_USAGE', 'no message to explain', {
        hint: 'give messages as arguments, or a log on stdin: see `otel-media explain --help`',
      });
    }
    await explainStream(stdin, input);
    return 0;
  },
};

/** Line by line: of a log of any size no more is held than what came in one piece. */
async function explainStream(stdin: MessageStream, input: CommandInput): Promise<void> {
  let lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  const stop = () => stdin.destroy();
  input.signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stdin) {
      splitter.push(chunk);
      await print(lines, input);
      lines = [];
    }
    splitter.end();
    await print(lines, input);
  } catch (error) {
    // Ctrl-C ends the reading; what was read is explained.
    if (!input.signal.aborted) throw error;
  } finally {
    input.signal.removeEventListener('abort', stop);
  }
}

async function print(lines: readonly string[], input: CommandInput): Promise<void> {
  const explained = input.flag('json') ? explanationAsJson : explanationAsText;
  const skipOrdinary = input.flag('failures');
  let text = '';
  for (const line of lines) {
    const diagnosis = diagnoseMessage(line);
    if (diagnosis !== undefined || !skipOrdinary) text += `${explained(line, diagnosis)}\n`;
  }
  if (text === '') return;
  const { stdout } = input;
  // A slow reader sets the pace, else a fast log would pile up here.
  if (stdout.write(text) === false && stdout.once) {
    await new Promise<void>((resolve) => {
      stdout.once?.('drain', () => resolve());
    });
  }
}
