import { redactText } from '../redact/text/text.ts';
import type { ResolvedOptions } from './defaults.ts';
import type { OptionSchema } from './option_schema.ts';
import { OPTION_SCHEMAS } from './schema.ts';
import { isPrivateSetting } from './shown_value.ts';

/** The settings in force, a line each, without those that are nobody's business. */
export function settingsLines(options: ResolvedOptions): string[] {
  const schemas = OPTION_SCHEMAS as Record<string, OptionSchema>;
  return Object.entries(options)
    .filter(([, value]) => value !== undefined && !isEmpty(value))
    .map(([name, value]) => {
      const shown = isPrivateSetting(name, schemas[name])
        ? 'set'
        : redactText(JSON.stringify(value) ?? 'undefined');
      return `setting ${name} is ${shown}`;
    });
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
