import { processDetectors } from './all.ts';
import type { Detector, Family } from './detector.ts';

/** A detector, ready to run. */
export interface Step {
  readonly name: string;
  readonly family: Family;
  readonly needs: readonly string[];
  /** The text without what it found; the text itself where there was nothing. */
  readonly apply: (text: string) => string;
}

/** A detector as something to run. Its expression is compiled when it is first needed: most never are. */
export function stepOf({ name, family, needs, source, caseMatters, replacement, replace }: Detector): Step {
  let expression: RegExp | undefined;
  return {
    name,
    family,
    needs,
    apply: (text) => {
      expression ??= new RegExp(source, caseMatters ? 'g' : 'gi');
      return replace ? text.replace(expression, replace) : text.replace(expression, replacement);
    },
  };
}

export const detectorSteps: readonly Step[] = processDetectors.map(stepOf);
