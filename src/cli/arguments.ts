import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { OtelMediaError } from '../errors.ts';
import { suggest } from '../options/suggest.ts';
import type { Command, Option } from './command.ts';

/** The arguments of a command, checked against its options. */
export interface ParsedArguments {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

/** Known to every command. */
export const COMMON_OPTIONS: Readonly<Record<string, Option>> = {
  help: { type: 'flag', short: 'h', summary: 'show this help' },
};

/**
 * Reads the arguments behind a command's name.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_USAGE` naming what is wrong and, for a misspelt option, what was likely meant
 */
export function parseArguments(name: string, command: Command, args: readonly string[]): ParsedArguments {
  const options: Readonly<Record<string, Option>> = { ...command.options, ...COMMON_OPTIONS };
  const hint = `see \`otel-media ${name} --help\``;
  const dashes = command.usage.includes('...')
    ? `a text with dashes stands in quotes, behind \`--\`; ${hint}`
    : hint;
  const config: ParseArgsOptionsConfig = {};
  for (const [long, { type, short }] of Object.entries(options)) {
    config[long] = { type: type === 'flag' ? 'boolean' : 'string', ...(short ? { short } : {}) };
  }
  // Not strict: its messages neither suggest nor speak of commands.
  const { tokens } = parseArgs({ args: [...args], options: config, strict: false, tokens: true });
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw unknownOption(name, token.rawName, Object.keys(options), dashes);
    if (option.type === 'flag') {
      if (token.value !== undefined) throw usage(`${token.rawName} takes no value`, hint);
      flags.add(token.name);
    } else {
      if (!token.value || (!token.inlineValue && /^-./.test(token.value))) {
        throw usage(`${token.rawName} needs a value: ${option.value ?? 'VALUE'}`, hint);
      }
      values.set(token.name, token.value);
    }
  }
  const words = command.usage.split(' ').filter((word) => word !== '');
  const allowed = command.usage.includes('...') ? Number.POSITIVE_INFINITY : words.length;
  const extra = positionals[allowed];
  if (extra !== undefined) throw usage(`\`otel-media ${name}\` takes no "${extra}"`, hint);
  return { values, flags, positionals };
}

function unknownOption(name: string, given: string, known: readonly string[], hint: string): OtelMediaError {
  const meant = given.startsWith('--') ? suggest(given.slice(2), known) : undefined;
  const message = `\`otel-media ${name}\` has no option ${given}`;
  return usage(message, meant ? `did you mean --${meant}?` : hint);
}

function usage(message: string, hint: string): OtelMediaError {
  return new OtelMediaError('OTEL_MEDIA_USAGE', message, { hint });
}
