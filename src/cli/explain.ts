import { LineSplitter } from '../diagnosis/line_splitter.ts';
import { diagnoseMessage } from '../diagnosis/messages.ts';
import { OtelMediaError } from '../errors.ts';
import { columnsOf } from '../wrap.ts';
import type { Command, CommandInput, MessageStream } from './command.ts';
import { explanationAsJson, explanationAsText } from './explanation.ts';
import { messagesOf } from './input/messages_of.ts';
import { sayNothingRead } from './input/nothing_read.ts';
import { textOf } from './input/stdin_text.ts';

/** `otel-media explain`: what messages of yt-dlp, ffmpeg, Liquidsoap, Node and curl mean, and what to do. */
export const explain: Command = {
  usage: '[message...]',
  details: [
    'Messages of yt-dlp, youtube-dl, ffmpeg, Liquidsoap, Node.js or curl: arguments,',
    'each in quotes, or the lines of a log on stdin:',
    "  otel-media explain 'ERROR: unable to download video data: HTTP Error 403'",
    '  otel-media explain --failures < yt-dlp.log',
    'With --json: number, code, category, retryable, fault and fix of each line.',
    'Nothing is sent anywhere, and the exit code is 0 whatever the messages mean, 1',
    'where there are none.',
  ].join('\n'),
  options: {
    json: {
      type: 'flag',
      summary: 'one JSON object a line, its code null where it is ordinary',
    },
    failures: { type: 'flag', summary: 'leave ordinary lines out' },
  },
  async run(input) {
    if (input.positionals.length > 0) {
      const lines = linesOfArguments(messagesOf(input.positionals));
      if (lines.length === 0) throw nothingGiven();
      await print(lines, input);
      return 0;
    }
    const stdin = input.stdin?.();
    if (stdin === undefined || stdin.isTTY) throw nothingGiven();
    if (await explainStream(stdin, input)) return 0;
    await sayNothingRead(input, 'explain');
    return 1;
  },
};

function nothingGiven(): OtelMediaError {
  return new OtelMediaError('OTEL_MEDIA_USAGE', 'no message to explain', {
    hint: 'give messages as arguments, or a log on stdin: see `otel-media explain --help`',
  });
}

interface Line {
  readonly text: string;
  /** Of a stream, from 1; of arguments, which of them it is. */
  readonly number: number;
}

function linesOfArguments(messages: readonly string[]): Line[] {
  return messages.flatMap((message, at) =>
    message
      .split(/[\r\n]+/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text, number: at + 1 })),
  );
}

/** Line by line: of a log of any size no more is held than what came in one piece. Whether there was any. */
async function explainStream(stdin: MessageStream, input: CommandInput): Promise<boolean> {
  let any = false;
  let lines: Line[] = [];
  const splitter = new LineSplitter((text, number) => {
    any = true;
    lines.push({ text, number });
  });
  const stop = () => stdin.destroy();
  input.signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const text of textOf(stdin)) {
      splitter.push(text);
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
  return any;
}

async function print(lines: readonly Line[], input: CommandInput): Promise<void> {
  const { stdout } = input;
  const columns = columnsOf(stdout);
  const asJson = input.flag('json');
  const skipOrdinary = input.flag('failures');
  let text = '';
  for (const line of lines) {
    const diagnosis = diagnoseMessage(line.text);
    if (diagnosis === undefined && skipOrdinary) continue;
    const explained = asJson
      ? explanationAsJson(line.number, diagnosis)
      : explanationAsText(line.text, diagnosis, columns);
    text += `${explained}\n`;
  }
  if (text === '') return;
  // A slow reader sets the pace, else a fast log would pile up here.
  if (stdout.write(text) === false && stdout.once) {
    await new Promise<void>((resolve) => {
      stdout.once?.('drain', () => resolve());
    });
  }
}
