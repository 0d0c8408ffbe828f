import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandInput } from '../command.ts';
import { say } from '../output/say.ts';

/** Ctrl-C ends a writer of the pipe, too, and its end may come here before the signal does. */
const SIGNAL_MS = 50;

/** Says that nothing was piped in, unless somebody has given up. */
export async function sayNothingRead(input: CommandInput, todo: string): Promise<void> {
  await sleep(SIGNAL_MS);
  if (!input.signal.aborted) say(input.stderr, `stdin was empty: there was nothing to ${todo}`);
}
