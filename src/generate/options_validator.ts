import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { optionsJsonSchema } from '../options/json_schema.ts';

const standaloneCode = createRequire(import.meta.url)('ajv/dist/standalone').default as (
  ajv: Ajv,
  refs: Record<string, string>,
) => string;

/**
 * The validator of the options, compiled by ajv ahead of time: loading ajv and compiling would cost every start of
 * every application 60 to 90 ms, a quarter of what OpenTelemetry itself takes.
 */
export function optionsValidator(): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: false,
    strict: true,
    code: { source: true, esm: true, lines: true, optimize: 1 },
  });
  ajv.addSchema(optionsJsonSchema(), 'options');
  const code = standaloneCode(ajv, { validateOptions: 'options' });
  return [
    '// Generated from src/options/schema.ts by npm run generate; do not edit.',
    '// @ts-nocheck',
    code.replace(/^"use strict";\n?/, '').replace('export const validateOptions = ', 'const validate = '),
    'export interface Violation { instancePath: string; keyword: string; params: Record<string, unknown> }',
    'export const validateOptions: ((data: unknown) => boolean) & { errors?: Violation[] | null } = validate;',
    '',
  ].join('\n');
}
