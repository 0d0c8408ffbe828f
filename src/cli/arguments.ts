import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { OtelMediaError } from '../errors.ts';
import { shownOption, shownText } from '../options/shown_value.ts';
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
  const texts = command.usage.includes('...') ? textsWithDashes(args) : new Map<string, string>();
  const stands = new Map([...texts].map(([text, stand]) => [stand, text]));
  // Not strict: its messages neither suggest nor speak of commands.
  const given = args.map((one) => texts.get(one) ?? one);
  const { tokens } = parseArgs({ args: given, options: config, strict: false, tokens: true });
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(stands.get(token.value) ?? token.value);
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
  if (extra !== undefined) throw usage(`\`otel-media ${name}\` takes no "${shownText(extra)}"`, hint);
  return { values, flags, positionals };
}

// How an option looks: `--name`, `--name=value`, `-x`. A key in PEM, ffmpeg's `-headers` or `--password hunter2` in quotes
// does not.
const OPTION = /^-(?:[a-z]|-[a-z][a-z-]*(?:=.*)?)?$/is;

/**
 * What begins with a dash and is a text all the same, with what stands for it while the options are read: nothing that
 * could be taken for an option.
 */
function textsWithDashes(args: readonly string[]): Map<string, string> {
  const end = args.indexOf('--');
  const texts = args.filter((one, at) => one.startsWith('-') && !OPTION.test(one) && (end < 0 || at < end));
  return new Map(texts.map((text, at) => [text, `\0${at}`]));
}

function unknownOption(name: string, given: string, known: readonly string[], hint: string): OtelMediaError {
  const meant = given.startsWith('--') ? suggest(given.slice(2), known) : undefined;
  const message = `\`otel-media ${name}\` has no option ${shownOption(given)}`;
  return usage(message, meant ? `did you mean --${meant}?` : hint);
}

function usage(message: string, hint: string): OtelMediaError {
  return new OtelMediaError('OTEL_MEDIA_USAGE', message, { hint });
}
