import { wrapWords } from '../wrap.ts';
import { COMMON_OPTIONS } from './arguments.ts';
import type { Command, Option } from './command.ts';
import { COMMANDS } from './commands.ts';
import { table } from './output/table.ts';

/** The help of the whole command line. */
export function overallHelp(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => [`  ${name}`, summary]);
  return [
    'Usage: otel-media <command> [options]',
    '',
    'Commands:',
    ...table(rows),
    '',
    'Options:',
    ...table([
      ['  -h, --help', 'show this help, or behind a command its own'],
      ['  -V, --version', 'show the version'],
    ]),
    '',
    'Exit codes:',
    ...table([
      ['  0', 'done'],
      ['  1', 'it failed: the message says why'],
      ['  2', 'the command line is wrong, or a variable that stands for an option'],
      ['  3', 'of `status`: not all of the stack is ready'],
    ]),
    '',
    'Set OTEL_MEDIA_DEBUG=1 to see where in the code an error comes from.',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(name: string, summary: string, command: Command): string {
  const options = { ...command.options, ...COMMON_OPTIONS };
  return [
    `Usage: otel-media ${[name, '[options]', command.usage].filter(Boolean).join(' ')}`,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...(command.details ? ['', command.details] : []),
    '',
    'Options:',
    ...table(Object.entries(options).map(([long, option]) => optionRow(long, option))),
    ...environmentLines(command),
  ].join('\n');
}

function optionRow(long: string, option: Option): string[] {
  const short = option.short ? `-${option.short}, ` : '    ';
  const value = option.type === 'string' ? ` ${option.value ?? 'VALUE'}` : '';
  return [`  ${short}--${long}${value}`, option.summary];
}

function environmentLines(command: Command): string[] {
  const variables = Object.values(command.options).flatMap(({ variable }) => variable ?? []);
  return variables.length === 0
    ? []
    : ['', 'Environment:', ...wrapWords(variables, COLUMNS).map((line) => `  ${line}`)];
}

const COLUMNS = 78;
