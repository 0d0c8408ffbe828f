import type { OptionSchema } from './option_schema.ts';
import { OPTION_SCHEMAS } from './schema.ts';
import { type Violation, validateOptions } from './validator.generated.ts';

/** A setting, or a part of one, that is not allowed. */
export interface Wrong {
  readonly name: string;
  readonly part?: string;
}

/** Settings without those that are not allowed, and which these are. Of a setting that has parts only those go that are wrong. */
export function withoutWrong(settings: Record<string, unknown>): {
  valid: Record<string, unknown>;
  wrong: Wrong[];
} {
  const valid = { ...settings };
  const wrong: Wrong[] = [];
  if (validateOptions(settings)) return { valid, wrong };
  for (const violation of validateOptions.errors ?? []) {
    const { name, part } = violating(violation);
    if (!(name in valid)) continue;
    if (part === undefined) {
      wrong.push({ name });
      delete valid[name];
      continue;
    }
    const parts = valid[name] as Record<string, unknown>;
    if (!(part in parts)) continue;
    wrong.push({ name, part });
    const { [part]: _left, ...rest } = parts;
    valid[name] = rest;
  }
  return { valid, wrong };
}

function violating({ instancePath, params }: Violation): Wrong {
  const path = instancePath.split('/').slice(1).map(unescaped);
  if (params.additionalProperty !== undefined) path.push(String(params.additionalProperty));
  const [name = '', part] = path;
  const hasParts = (OPTION_SCHEMAS as Record<string, OptionSchema>)[name]?.properties !== undefined;
  return part !== undefined && hasParts ? { name, part } : { name };
}

// As JSON pointers write it.
function unescaped(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
