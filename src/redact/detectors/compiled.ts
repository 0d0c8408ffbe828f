import { MASK } from '../mask.ts';
import { processDetectors } from './all.ts';
import type { Detector, Family } from './detector.ts';
import type { Finding } from './url_findings.ts';

/** Texts that no detector takes out, if there are any. */
export type Allowed = ReadonlySet<string> | undefined;

/** A detector, ready to run. */
export interface Step {
  readonly name: string;
  readonly family: Family;
  readonly needs: readonly string[];
  /** The text without what it found; the text itself where there was nothing. */
  readonly apply: (text: string, allowed?: Allowed) => string;
  /** What it found, where that is of several families. */
  readonly explain?: (text: string, allowed?: Allowed) => readonly Finding[];
}

/** A detector as something to run. Its expression is compiled when it is first needed: most never are. */
export function stepOf(detector: Detector): Step {
  const { name, family, needs, caseMatters, replacement, replace, unless } = detector;
  const [before = '', after = ''] = replacement.split(MASK);
  let expression: RegExp | undefined;
  return {
    name,
    family,
    needs,
    apply: (text, allowed) => {
      expression ??= new RegExp(detector.inProcess ?? detector.source, caseMatters ? 'g' : 'gi');
      return text.replace(expression, (found: string, ...rest: unknown[]) => {
        // The place and the whole text come last.
        const groups = rest.slice(0, -2) as string[];
        const at = rest.at(-2) as number;
        const value = without(found, groupsIn(before, groups), groupsIn(after, groups).join(''));
        if (LISTED.test(found.slice(0, found.length - value.length)) && isKey(text, at + found.length))
          return found;
        // The end of an id may read as a word.
        if (
          (family !== 'media_id' && HARMLESS.test(value)) ||
          MASKED.test(value) ||
          allowed?.has(found) ||
          allowed?.has(value)
        )
          return found;
        if (unless?.(value, found, text.slice(Math.max(0, at - BEFORE), at))) return found;
        if (replace) return replace(found, ...groups);
        return replacement.replaceAll(GROUP, (_all, at: string) => groups[Number(at) - 1] ?? '');
      });
    },
  };
}

// `{"code":"…PwD","state":"…"}`: what stands behind such a value is no element of a list, but the name of the next one.
const LISTED = /["'`]\s{0,20},(?:\s|\\+[nrt]){0,20}[bu]?\\{0,7}["'`]$/;
const KEY_ENDS = /\\{0,7}["'`]\s{0,20}(?::|=>)/y;

function isKey(text: string, end: number): boolean {
  KEY_ENDS.lastIndex = end;
  return KEY_ENDS.test(text);
}

// As many letters as a word has that tells what sort of thing is named.
const BEFORE = 24;

/** What stands where a secret would: there is none. In JSON the value of a pair is called so. */
export const HARMLESS =
  /^(?:the|none|null|nil|undefined|true|false|yes|no|required|optional|missing|invalid|incorrect|wrong|rejected|expired|empty|not|set|unset|unknown|failed|value|string)[.,;)`]?$/i;

// Behind the letter with which Python and a shell begin a text: `b'****'`, `$'****'`.
const MASKED = /^[bu$]\\{0,3}["']\*{4}(?:\\{0,3}["'])?$/i;

const GROUP = /\$(\d{1,2})/g;

function groupsIn(template: string, groups: readonly string[]): readonly string[] {
  return Array.from(template.matchAll(GROUP), ([, at]) => groups[Number(at) - 1] ?? '');
}

// What was found without what tells of it, as a name before it, and without what was only read behind it.
function without(found: string, before: readonly string[], after: string): string {
  const left = before.reduce(
    (rest, group) => (group && rest.startsWith(group) ? rest.slice(group.length) : rest),
    found,
  );
  return after !== '' && left.endsWith(after) ? left.slice(0, -after.length) : left;
}

export const detectorSteps: readonly Step[] = processDetectors.map(stepOf);
