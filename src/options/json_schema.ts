import type { OptionPart, OptionSchema } from './option_schema.ts';
import { OPTION_SCHEMAS } from './schema.ts';

/** The JSON Schema of a whole set of options, such as a settings file, for ajv, which makes the validator of it. */
export function optionsJsonSchema(): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(OPTION_SCHEMAS as Record<string, OptionSchema>)) {
    const {
      env: _env,
      envInverted: _inverted,
      envExporter: _exporter,
      envDivisor: _divisor,
      envAllowed: _envAllowed,
      confidential: _c,
      allowed: _a,
      properties: parts,
      envJson: _json,
      ...keywords
    } = schema;
    properties[name] = { ...keywords, ...(parts && alike(parts)) };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of otel-media',
    type: 'object',
    properties,
    additionalProperties: false,
  };
}

// Many parts of a setting are alike. One rule for the names of all that are makes a validator a tenth of the size of one
// for each, which every application loads as it starts.
function alike(parts: Readonly<Record<string, OptionPart>>): Record<string, unknown> {
  const names = new Map<string, string[]>();
  for (const [name, { allowed: _allowed, ...keywords }] of Object.entries(parts)) {
    const rule = JSON.stringify(keywords);
    names.set(rule, [...(names.get(rule) ?? []), name]);
  }
  const rules = [...names].map(([rule, of]) => [`^(?:${of.join('|')})$`, JSON.parse(rule)]);
  return { patternProperties: Object.fromEntries(rules) };
}
