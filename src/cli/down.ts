import { HASH_KEY_FILE } from '../pipeline/hash_key.ts';
import type { Command } from './command.ts';
import { ProgressLine } from './output/progress_line.ts';
import { shortPath, stateFolder } from './stack/paths.ts';
import { stopStack } from './stack/stack.ts';
import { leftInState } from './stack/state.ts';
import { STACK_OPTIONS } from './stack_options.ts';

/** `otel-media down`: stops the stack, in whatever state it is. */
export const down: Command = {
  usage: '',
  details: [
    'Of the state folder, --purge deletes what is of the stack: data, logs, settings.',
    'What applications keep there stays: the key of their hashes, the plays they have',
    'open, what they know of cookies. It is named, to be deleted by hand.',
  ].join('\n'),
  options: {
    ...STACK_OPTIONS,
    purge: { type: 'flag', summary: 'delete its data and logs too; see above' },
    volumes: { type: 'flag', summary: 'the same as --purge' },
  },
  async run(input) {
    const purge = input.flag('purge') || input.flag('volumes');
    const folder = stateFolder(input.text('state'), input.env);
    const progress = new ProgressLine(input.stderr);
    const stopped = await stopStack(folder, { purge, onProgress: progress.tell, env: input.env });
    const kept = purge ? 'its data and logs are deleted' : `its data stays in ${shortPath(folder)}`;
    const lines = [
      stopped
        ? `The stack is stopped; ${kept}.`
        : `No stack ${purge ? 'was running; nothing is left of one' : 'is running'}.`,
      ...(purge ? leftLines(folder) : []),
    ];
    input.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};

const MOST_NAMES = 10;

/** What stays, and why: nobody shall think that a folder is empty which holds a key. */
function leftLines(folder: string): string[] {
  const names = leftInState(folder);
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return [
    `Of others, and so still in ${shortPath(folder)}: ${names.slice(0, MOST_NAMES).join(', ')}${more}`,
    ...(names.includes(HASH_KEY_FILE)
      ? [
          `(applications hash by ${HASH_KEY_FILE}; without it, what they send later joins with nothing of before)`,
        ]
      : []),
  ];
}
