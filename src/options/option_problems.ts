import { redactText } from '../redact/text.ts';
import { OPTION_SCHEMAS, type OptionName, type OptionSchema } from './schema.ts';
import { suggest } from './suggest.ts';
import { withScheme } from './url_scheme.ts';

/** Where a setting came from. */
export type OptionSource = 'code' | 'environment' | { readonly file: string };

const LONGEST_NAME = 64;

/**
 * What is wrong with a setting, in words for people, on one line.
 *
 * @param fallback the value that is used instead, where there is one
 */
export function optionProblem(name: string, source: OptionSource, value: unknown, fallback: unknown): string {
  const schema = Object.hasOwn(OPTION_SCHEMAS, name)
    ? (OPTION_SCHEMAS[name as OptionName] as OptionSchema)
    : undefined;
  if (schema === undefined) return unknownOption(name, source);
  const meant = name === 'endpoint' && typeof value === 'string' ? withScheme(value) : undefined;
  const shown = schema.confidential ? 'not what it must be' : shownValue(value, meant);
  const suggestion = meant === undefined ? '' : `; did you mean ${meant}?`;
  const instead = fallback === undefined ? 'It is left out.' : `${JSON.stringify(fallback)} is used.`;
  const end = suggestion || '.';
  return `option ${name}${from(source, schema)} is ${shown}; allowed is ${allowedValues(schema)}${end} ${instead}`;
}

function unknownOption(name: string, source: OptionSource): string {
  const names = Object.keys(OPTION_SCHEMAS);
  const meant = suggest(name, names);
  const shown = JSON.stringify(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
  const answer = meant ? `did you mean ${JSON.stringify(meant)}?` : `there are ${names.join(', ')}`;
  return `unknown option ${shown}${from(source)}; ${answer}`;
}

/** Where a setting came from, in words. */
export function from(source: OptionSource, schema?: OptionSchema): string {
  if (source === 'code') return '';
  if (source === 'environment') return ` (from ${schema?.env})`;
  return ` (in settings file ${JSON.stringify(source.file)})`;
}

function shownValue(value: unknown, url: string | undefined): string {
  // Without its scheme no detector would see the credentials in it.
  if (url !== undefined && String(value).includes('@'))
    return JSON.stringify(url.replace(/^https?:\/\//, ''));
  return redactText(JSON.stringify(value) ?? String(value));
}

/** What a setting may be, in words. */
export function allowedValues(schema: OptionSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (schema.allowed) return schema.allowed;
  if (schema.type === 'number') return `a number from ${schema.minimum} to ${schema.maximum}`;
  return schema.type === 'boolean' ? 'true or false' : `a ${schema.type}`;
}
