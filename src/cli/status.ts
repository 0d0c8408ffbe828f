import type { Command } from './command.ts';
import { shortPath, stateFolder } from './stack/paths.ts';
import { type StackStatus, stackStatus } from './stack/stack.ts';
import { JSON_OPTION, STACK_OPTIONS } from './stack_options.ts';
import { stackTable } from './stack_table.ts';

/** Exit code when not all of the stack is ready. */
const NOT_RUNNING = 3;

const MEANING: Readonly<Record<StackStatus['state'], string>> = {
  running: 'The stack runs.',
  degraded: 'Part of the stack is not ready. `otel-media up` starts it anew.',
  stale: 'The stack was not stopped, but none of it runs. `otel-media up` cleans up and starts it.',
  starting: 'The stack is being started or stopped.',
  stopped: 'No stack is running. `otel-media up` starts it.',
};

/** `otel-media status`: what runs, and where. */
export const status: Command = {
  usage: '',
  details: 'The exit code is 0 when all of it is ready, 3 when not.',
  options: { ...STACK_OPTIONS, ...JSON_OPTION },
  async run(input) {
    const found = await stackStatus(stateFolder(input.text('state'), input.env));
    const table = stackTable(found);
    const where = found.engine ? ['', `Since ${time(found.startedAt)}, in ${shortPath(found.stateDir)}`] : [];
    const lines = [MEANING[found.state], ...(table.length > 0 ? ['', ...table, ...where] : [])];
    input.stdout.write(input.flag('json') ? `${JSON.stringify(found, null, 2)}\n` : `${lines.join('\n')}\n`);
    return found.state === 'running' ? 0 : NOT_RUNNING;
  },
};

function time(iso = ''): string {
  return iso.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
}
