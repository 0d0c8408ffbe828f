import { spawn } from 'node:child_process';
import { OtelMediaError } from '../errors.ts';
import { shownText } from '../options/shown_value.ts';
import { suggest } from '../options/suggest.ts';
import type { Command, CommandInput } from './command.ts';
import { composeCommand, portVariables } from './stack/compose/compose_command.ts';
import { componentsOf } from './stack/endpoints.ts';
import { follow } from './stack/follow.ts';
import { stateFolder } from './stack/paths.ts';
import { SERVICE_NAMES, type ServiceName } from './stack/programs/programs.ts';
import { logFile, readState, type StackState } from './stack/state.ts';
import { lastLines } from './stack/tail.ts';
import { STACK_OPTIONS } from './stack_options.ts';

const DEFAULT_LINES = '20';

/** `otel-media logs`: the logs of the programs of the stack. */
export const logs: Command = {
  usage: '[service]',
  details: 'Services: collector, prometheus, loki, tempo; with containers also grafana.',
  options: {
    ...STACK_OPTIONS,
    follow: { type: 'flag', short: 'f', summary: 'go on as lines are written' },
    lines: {
      type: 'string',
      short: 'n',
      value: 'COUNT',
      summary: `of each service (default: ${DEFAULT_LINES})`,
    },
  },
  async run(input) {
    const folder = stateFolder(input.text('state'), input.env);
    const count = lineCount(input.text('lines') ?? DEFAULT_LINES);
    const [service] = input.positionals;
    const state = readState(folder);
    const services = chosenServices(service, state);
    if (state === undefined) {
      throw new OtelMediaError('OTEL_MEDIA_STACK_NOT_READY', 'there are no logs: no stack was started yet', {
        hint: 'start one with `otel-media up`, or name the folder of another with --state',
      });
    }
    if (state.engine === 'compose') return composeLogs(state, services, count, input);
    await nativeLogs(folder, services as readonly ServiceName[], count, input);
    return 0;
  },
};

function chosenServices(name: string | undefined, state: StackState | undefined): readonly string[] {
  const engine = state?.engine ?? 'compose';
  const known: readonly string[] = engine === 'native' ? SERVICE_NAMES : componentsOf(engine);
  if (name === undefined) return known;
  if (known.includes(name)) return [name];
  const meant = suggest(name, known);
  throw new OtelMediaError('OTEL_MEDIA_USAGE', `the stack has no service "${shownText(name)}"`, {
    hint: meant ? `did you mean ${meant}?` : `it has ${known.join(', ')}`,
  });
}

function lineCount(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new OtelMediaError(
    'OTEL_MEDIA_OPTION_INVALID',
    `--lines is a whole number of lines from 0 to 999999, not "${shownText(text)}"`,
  );
}

async function nativeLogs(
  folder: string,
  services: readonly ServiceName[],
  count: number,
  input: CommandInput,
): Promise<void> {
  const width = Math.max(...services.map((name) => name.length));
  const prefix = (name: string) => (services.length > 1 ? `${name.padEnd(width)} | ` : '');
  const following = input.flag('follow');
  const jobs = services.map((name) => {
    const file = logFile(folder, name);
    const print = (line: string) => input.stdout.write(`${prefix(name)}${line}\n`);
    // First the place to go on from, then what is before it: nothing is missed in between.
    const follower = following ? follow(file, print, input.signal) : undefined;
    if (count > 0) for (const line of lastLines(file, count)) print(line);
    return follower;
  });
  await Promise.all(jobs);
}

function composeLogs(
  state: StackState,
  services: readonly string[],
  count: number,
  input: CommandInput,
): Promise<number> {
  const followArguments = input.flag('follow') ? ['--follow'] : [];
  const [file, ...args] = composeCommand(state, [
    'logs',
    '--tail',
    String(count),
    ...followArguments,
    ...services,
  ]);
  const env = { ...input.env, ...portVariables(state.ports) };
  return new Promise((resolve, reject) => {
    const child = spawn(file ?? '', args, {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      signal: input.signal,
    });
    child.on('error', (error) => (input.signal.aborted ? resolve(0) : reject(error)));
    child.on('close', (code) => resolve(code ?? 0));
  });
}
