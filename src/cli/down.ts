import type { Command } from './command.ts';
import { ProgressLine } from './progress_line.ts';
import { shortPath, stateFolder } from './stack/paths.ts';
import { stopStack } from './stack/stack.ts';
import { STACK_OPTIONS } from './stack_options.ts';

/** `otel-media down`: stops the stack, in whatever state it is. */
export const down: Command = {
  usage: '',
  options: {
    ...STACK_OPTIONS,
    purge: { type: 'flag', summary: 'delete its data and logs too' },
    volumes: { type: 'flag', summary: 'the same as --purge' },
  },
  async run(input) {
    const purge = input.flag('purge') || input.flag('volumes');
    const folder = stateFolder(input.text('state'), input.env);
    const progress = new ProgressLine(input.stderr);
    const stopped = await stopStack(folder, { purge, onProgress: progress.tell, env: input.env });
    const kept = purge ? 'its data and logs are deleted' : `its data stays in ${shortPath(folder)}`;
    input.stdout.write(stopped ? `The stack is stopped; ${kept}.\n` : nothing(purge, folder));
    return 0;
  },
};

function nothing(purge: boolean, folder: string): string {
  return purge
    ? `No stack was running; nothing is left in ${shortPath(folder)}.\n`
    : 'No stack is running.\n';
}
