import { shownMessage } from '../../options/shown_value.ts';
import { columnsOf, wrapText } from '../../wrap.ts';
import type { Output } from '../command.ts';

/**
 * Tells people what is wrong: wrapped where the output is a terminal. In a file or a pipe each stays on a line of its own,
 * for programs to find. What is a secret in it is masked: messages repeat what was typed.
 */
export function say(stderr: Output, message: string): void {
  stderr.write(`${wrapText(`otel-media: ${shownMessage(message)}`, columnsOf(stderr))}\n`);
}

/** What to do about it, below. */
export function sayHint(stderr: Output, hint: string): void {
  stderr.write(`${wrapText(`hint: ${shownMessage(hint)}`, columnsOf(stderr))}\n`);
}
