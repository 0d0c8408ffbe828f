import { redactText } from '../redact/text/text.ts';
import type { OptionPart, OptionSchema } from './option_schema.ts';
import { OPTION_SCHEMAS } from './schema.ts';
import { isPrivateSetting, shownText, shownValue } from './shown_value.ts';
import { suggest } from './suggest.ts';
import { withScheme } from './url_scheme.ts';

/** Where a setting came from: code, a variable and what was typed there, a file. */
export type OptionSource = 'code' | { readonly typed: string } | { readonly file: string };

/** One thing that is wrong with a setting. */
export interface WrongSetting {
  readonly name: string;
  readonly source: OptionSource;
  readonly value: unknown;
  /** What is used instead, where there is something. */
  readonly fallback?: unknown;
  /** Where only one part of the setting is wrong: its name. */
  readonly part?: string | undefined;
}

const LONGEST_NAME = 64;
/** More names are not told one by one: they are the thresholds. */
const MOST_NAMES = 40;

/** What is wrong with a setting, in words for people, on one line. */
export function optionProblem(wrong: WrongSetting): string {
  const schema = schemaOf(wrong.name);
  if (schema === undefined) return unknownOption(wrong);
  if (wrong.part !== undefined) return partProblem(wrong, wrong.part, schema);
  const { name, source, value } = wrong;
  const given = typedIn(source) ?? value;
  const meant = name === 'endpoint' && typeof given === 'string' ? withScheme(given) : undefined;
  const shown = isPrivateSetting(name, schema) ? 'not what it must be' : shownGiven(given, meant);
  const suggestion = meant ?? misspeltSwitch(given, schema);
  const end = suggestion === undefined ? '.' : `; did you mean ${suggestion}?`;
  const allowed = typedIn(source) === undefined ? allowedValues(schema) : allowedInVariable(schema);
  return `${named(name, source, schema)} is ${shown}; allowed is ${allowed}${end} ${instead(wrong, schema)}`;
}

function schemaOf(name: string): OptionSchema | undefined {
  return Object.hasOwn(OPTION_SCHEMAS, name)
    ? (OPTION_SCHEMAS as Record<string, OptionSchema>)[name]
    : undefined;
}

/** A setting as whoever set it knows it: somebody who set a variable looks for that variable. */
export function named(name: string, source: OptionSource, schema: OptionSchema): string {
  if (typedIn(source) !== undefined) return `${schema.env} (option ${name})`;
  return `option ${name}${inFile(source)}`;
}

function typedIn(source: OptionSource): string | undefined {
  return typeof source === 'object' && 'typed' in source ? source.typed : undefined;
}

function inFile(source: OptionSource): string {
  return typeof source === 'object' && 'file' in source
    ? ` (in settings file ${JSON.stringify(source.file)})`
    : '';
}

function instead({ source, fallback }: WrongSetting, schema: OptionSchema): string {
  if (fallback === undefined) return 'It is left out.';
  if (schema.confidential || typeof fallback === 'object') return 'It is left out as a whole.';
  const used = typedIn(source) === undefined ? fallback : asTyped(fallback, schema);
  return `${redactText(JSON.stringify(used))} is used.`;
}

// The value of an option as its variable has it.
function asTyped(value: unknown, { envDivisor = 1, envInverted, envExporter }: OptionSchema): unknown {
  if (typeof value === 'number') return value * envDivisor;
  if (typeof value !== 'boolean') return value;
  if (envExporter) return value ? 'otlp' : 'none';
  return envInverted ? !value : value;
}

function partProblem({ name, source, value }: WrongSetting, part: string, schema: OptionSchema): string {
  const where = named(name, source, schema);
  const known = schema.properties?.[part];
  const shown = JSON.stringify(shownText(cut(part)));
  if (known === undefined) {
    const names = Object.keys(schema.properties ?? {});
    const meant = suggest(part, names);
    const all =
      names.length > MOST_NAMES ? 'see `otel-media alerts --thresholds`.' : `there are ${names.join(', ')}.`;
    const answer = meant ? `did you mean ${JSON.stringify(meant)}?` : all;
    return `${where} names ${shown}, which there is not; ${answer} It is left out.`;
  }
  const allowed = allowedInPart(known);
  const given = (value as Record<string, unknown>)[part];
  return `${where}: ${part} is ${shownValue(given)}; allowed is ${allowed}. It is left out.`;
}

function allowedInPart({ type, enum: members, minimum, allowed }: OptionPart): string {
  if (allowed !== undefined) return allowed;
  if (type === 'boolean') return 'true or false';
  return members ? `one of ${members.join(', ')}` : `a number from ${minimum}`;
}

function unknownOption({ name, source }: WrongSetting): string {
  const names = Object.keys(OPTION_SCHEMAS);
  const meant = suggest(name, names);
  const answer = meant ? `did you mean ${JSON.stringify(meant)}?` : `there are ${names.join(', ')}`;
  return `unknown option ${JSON.stringify(cut(name))}${inFile(source)}; ${answer}`;
}

function cut(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

function shownGiven(value: unknown, url: string | undefined): string {
  if (url === undefined) return shownValue(value);
  // Without its scheme no detector would see the credentials in it.
  return String(value).includes('@')
    ? JSON.stringify(url.replace(/^https?:\/\//, ''))
    : redactText(JSON.stringify(value));
}

// In a list of switches: the first name that there is not, as it was meant.
function misspeltSwitch(given: unknown, { properties }: OptionSchema): string | undefined {
  if (properties === undefined || typeof given !== 'string') return undefined;
  const known = Object.keys(properties);
  const unknown = given
    .split(',')
    .map((word) => word.trim().replace(/^-/, ''))
    .find((word) => word !== '' && !known.includes(word));
  const meant = unknown === undefined ? undefined : suggest(unknown, known);
  return meant === undefined ? undefined : JSON.stringify(meant);
}

/** What a setting may be, in words. */
export function allowedValues(schema: OptionSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (schema.allowed) return schema.allowed;
  if (schema.type === 'number') return `a number from ${schema.minimum} to ${schema.maximum}`;
  return schema.type === 'boolean' ? 'true or false' : `a ${schema.type}`;
}

// The same, as it is written in the variable.
function allowedInVariable(schema: OptionSchema): string {
  if (schema.envAllowed) return schema.envAllowed;
  if (schema.envExporter) return 'otlp or none';
  const { envDivisor, minimum = 0, maximum = 0 } = schema;
  return envDivisor === undefined
    ? allowedValues(schema)
    : `a number from ${minimum * envDivisor} to ${maximum * envDivisor}`;
}
