import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOtelMediaError, OtelMediaError } from '../errors.ts';
import { shownMessage, shownOption, shownText } from '../options/shown_value.ts';
import { suggest } from '../options/suggest.ts';
import { parseArguments } from './arguments.ts';
import type { Command, CommandInput, Output } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overallHelp } from './help.ts';
import { say, sayHint } from './output/say.ts';
import { type Environment, packageRoot } from './stack/paths.ts';
import { saysDiskFull } from './stack/programs/disk_space.ts';

/** What the command line works with; replaced in tests. */
export type Terminal = Pick<CommandInput, 'env' | 'stdin' | 'stdout' | 'stderr' | 'signal'>;

const FAILED = 1;
const WRONG_USAGE = 2;

/**
 * Runs a command line; errors are printed, never thrown.
 *
 * @param args what stands behind `otel-media`
 * @returns the exit code: 0, 1 when it failed, 2 when it was not understood, or the command's own
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.stderr.write('otel-media: interrupted; what was started is stopped again\n');
      return FAILED;
    }
    printError(error, terminal.stderr, terminal.env);
    return isOtelMediaError(error) && isUsage(error) ? WRONG_USAGE : FAILED;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout } = terminal;
  const [name = '--help', ...rest] = args[0] === 'help' ? [args[1] ?? '--help', '--help'] : args;
  if (name === '--help' || name === '-h') stdout.write(`${overallHelp()}\n`);
  else if (name === '--version' || name === '-V') stdout.write(`${packageVersion()}\n`);
  else return await runCommand(name, rest, terminal);
  return 0;
}

async function runCommand(name: string, args: readonly string[], terminal: Terminal): Promise<number> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) throw unknownCommand(name);
  const command = await entry.load();
  // Before anything else in the line is judged: whoever asks for help may have the rest wrong.
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) {
    terminal.stdout.write(`${commandHelp(name, entry.summary, command)}\n`);
    return 0;
  }
  return await command.run(inputOf(name, command, args, terminal));
}

function inputOf(name: string, command: Command, args: readonly string[], terminal: Terminal): CommandInput {
  const { values, flags, positionals } = parseArguments(name, command, args);
  const fromVariable = (option: string) => {
    const variable = command.options[option]?.variable;
    return (variable && terminal.env[variable]?.trim()) || undefined;
  };
  return {
    ...terminal,
    positionals,
    flag: (option) => flags.has(option),
    text: (option) => values.get(option) ?? fromVariable(option),
    named: (option) =>
      (values.has(option) ? undefined : fromVariable(option) && command.options[option]?.variable) ??
      `--${option}`,
  };
}

function unknownCommand(name: string): OtelMediaError {
  const option = name.startsWith('-');
  const known = option ? ['--help', '--version'] : Object.keys(COMMANDS);
  const meant = suggest(name, known);
  return new OtelMediaError(
    'OTEL_MEDIA_USAGE',
    `there is no ${option ? 'option' : 'command'} ${option ? shownOption(name) : shownText(name)}`,
    {
      hint: meant
        ? `did you mean ${meant}?`
        : `${option ? 'options stand behind a command; ' : ''}see \`otel-media --help\``,
    },
  );
}

function isUsage(error: { code?: unknown }): boolean {
  return error.code === 'OTEL_MEDIA_USAGE' || error.code === 'OTEL_MEDIA_OPTION_INVALID';
}

function printError(error: unknown, stderr: Output, env: Environment): void {
  const message = error instanceof Error ? error.message : String(error);
  const full = !isOtelMediaError(error) && saysDiskFull(message);
  say(stderr, full ? `the disk is full: ${message}` : message);
  if (isOtelMediaError(error) && error.hint) sayHint(stderr, error.hint);
  if (env.OTEL_MEDIA_DEBUG && error instanceof Error) stderr.write(`${shownMessage(String(error.stack))}\n`);
}

function packageVersion(): string {
  const value: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const found = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return String(found);
}
