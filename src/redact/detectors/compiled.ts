import { processDetectors } from './all.ts';
import type { Detector, Family } from './detector.ts';

/** Texts that no detector takes out, if there are any. */
export type Allowed = ReadonlySet<string> | undefined;

/** A detector, ready to run. */
export interface Step {
  readonly name: string;
  readonly family: Family;
  readonly needs: readonly string[];
  /** The text without what it found; the text itself where there was nothing. */
  readonly apply: (text: string, allowed?: Allowed) => string;
}

/** A detector as something to run. Its expression is compiled when it is first needed: most never are. */
export function stepOf({ name, family, needs, source, caseMatters, replacement, replace }: Detector): Step {
  let expression: RegExp | undefined;
  return {
    name,
    family,
    needs,
    apply: (text, allowed) => {
      expression ??= new RegExp(source, caseMatters ? 'g' : 'gi');
      if (allowed) return withoutAllowed(text, expression, allowed, replace ?? replacement);
      return replace ? text.replace(expression, replace) : text.replace(expression, replacement);
    },
  };
}

// What was found must be the allowed text and nothing else; what tells of it, as a name before it, aside.
function withoutAllowed(
  text: string,
  expression: RegExp,
  allowed: ReadonlySet<string>,
  by: string | ((found: string, ...groups: string[]) => string),
): string {
  return text.replace(expression, (found: string, ...rest: unknown[]) => {
    // The place and the whole text come last.
    const groups = rest.slice(0, -2) as string[];
    const told = groups.reduce(
      (kept, group) => (group && kept.startsWith(group) ? kept.slice(group.length) : kept),
      found,
    );
    if (allowed.has(found) || allowed.has(told)) return found;
    if (typeof by === 'string')
      return by.replaceAll(/\$(\d)/g, (_all, at: string) => groups[Number(at) - 1] ?? '');
    return by(found, ...groups);
  });
}

export const detectorSteps: readonly Step[] = processDetectors.map(stepOf);
