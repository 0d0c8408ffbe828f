import { OtelMediaError } from '../../errors.ts';
import { jsonFault } from '../../options/json_fault.ts';
import type { MessageStream } from '../command.ts';
import { textOf } from '../input/stdin_text.ts';

/** Longest line, and largest document, in characters: one is held in memory whole. */
export const MAX_INPUT_LENGTH = 64 * 1024 * 1024;

/** A line of what is piped in, without its break. */
export interface InputLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/**
 * The lines of a stream as they come; no more is held than one line.
 *
 * @param onRead told the characters of each piece
 */
export async function* linesOf(
  stream: MessageStream,
  onRead: (length: number) => void = () => {},
): AsyncGenerator<InputLine> {
  // Of the line that has not ended yet: looked through once each, however many there are.
  let pieces: string[] = [];
  let held = 0;
  let number = 0;
  for await (const piece of textOf(stream)) {
    onRead(piece.length);
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      number += 1;
      const text = withoutReturn(pieces.join('') + piece.slice(from, end));
      pieces = [];
      held = 0;
      from = end + 1;
      yield { text, number };
    }
    if (from < piece.length) pieces.push(piece.slice(from));
    held += piece.length - from;
    if (held > MAX_INPUT_LENGTH) throw tooLong(`line ${number + 1}`);
  }
  const text = withoutReturn(pieces.join(''));
  if (text !== '') yield { text, number: number + 1 };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** That an input is larger than can be held. */
export function tooLong(what: string): OtelMediaError {
  return new OtelMediaError(
    'OTEL_MEDIA_INPUT_INVALID',
    `${what} is longer than ${MAX_INPUT_LENGTH} characters`,
    {
      hint: 'give it in parts: one document a line, as the Collector writes it to a file',
    },
  );
}

/** What a text is as JSON; an error says where it stops being any, and shows nothing of it. */
export function parseJson(text: string, firstLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonFault(text) ?? { line: 1, column: 1 };
    const place = `line ${firstLine + line - 1}, column ${column}`;
    throw new OtelMediaError('OTEL_MEDIA_INPUT_INVALID', `${place}: this is no JSON`, {
      hint: 'give OTLP as JSON, one document or one a line; --text reads any lines as text',
    });
  }
}
