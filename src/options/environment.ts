import type { OptionSchema } from './option_schema.ts';
import { OPTION_SCHEMAS } from './schema.ts';

/**
 * The options that the environment sets, read by the type of each. What cannot be read is passed on as the text it is,
 * for the validation to name.
 *
 * @param env the environment; by OpenTelemetry's rules an empty variable counts as one that is not set
 */
export function optionsOfEnvironment(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(OPTION_SCHEMAS as Record<string, OptionSchema>)) {
    const text = schema.env === undefined ? undefined : env[schema.env]?.trim();
    if (text) found[name] = parse(text, schema);
  }
  return found;
}

function parse(text: string, schema: OptionSchema): unknown {
  switch (schema.type) {
    case 'number': {
      const value = Number(text);
      return Number.isNaN(value) ? text : value / (schema.envDivisor ?? 1);
    }
    case 'boolean':
      return parseBoolean(text, schema.envInverted === true);
    case 'object':
      return schema.properties ? parseParts(text, schema.properties) : parseHeaders(text);
    case 'array':
      return schema.envJson ? parseList(text) : text.split(',').map((word) => word.trim());
    case 'string':
      return schema.enum ? text.toLowerCase() : text;
  }
}

// An expression may have commas in it, and begin with a bracket.
function parseList(text: string): unknown {
  if (!text.startsWith('[')) return [text];
  try {
    return JSON.parse(text);
  } catch {
    return [text];
  }
}

function parseBoolean(text: string, inverted: boolean): unknown {
  const word = text.toLowerCase();
  // OTEL_TRACES_EXPORTER and its like name an exporter; only otlp and none make sense here.
  if (word === 'true' || word === '1' || word === 'otlp') return !inverted;
  if (word === 'false' || word === '0' || word === 'none') return inverted;
  return text;
}

function parseParts(text: string, known: NonNullable<OptionSchema['properties']>): unknown {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  switch (Object.values(known)[0]?.type) {
    case 'boolean':
      return parseSwitches(words, Object.keys(known)) ?? text;
    case 'number':
      return pairs(words, (value) => (value === '' || Number.isNaN(Number(value)) ? value : Number(value)));
    default:
      return pairs(words, (value) => value.toLowerCase());
  }
}

// `-play,-host` switches off. Names without a dash are switched on, and then all that are not named are off: so one that
// is misspelt would switch off what it was to keep, and a list of both kinds could mean either. Neither is guessed at.
function parseSwitches(words: readonly string[], known: readonly string[]): object | undefined {
  const off = words.filter((word) => word.startsWith('-'));
  if (off.length === words.length) return Object.fromEntries(off.map((word) => [word.slice(1), false]));
  if (off.length > 0 || words.some((word) => !known.includes(word))) return undefined;
  return Object.fromEntries(known.map((name) => [name, words.includes(name)]));
}

function pairs(words: readonly string[], read: (value: string) => unknown): object {
  return Object.fromEntries(
    words.map((word) => {
      const [name = '', value = ''] = word.split('=', 2).map((part) => part.trim());
      return [name, read(value)];
    }),
  );
}

function parseHeaders(text: string): unknown {
  const headers: Record<string, string> = {};
  for (const pair of text.split(',')) {
    const equals = pair.indexOf('=');
    if (equals < 1) return text;
    try {
      headers[pair.slice(0, equals).trim()] = decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return text;
    }
  }
  return headers;
}
