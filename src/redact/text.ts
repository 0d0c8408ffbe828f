import { type Allowed, detectorSteps, type Step } from './detectors/compiled.ts';
import type { Family } from './detectors/detector.ts';
import { maskEncoded } from './encoded.ts';
import { MASK } from './mask.ts';
import { pathStep, windowsPathStep } from './paths.ts';
import { type Policy, policy } from './policy.ts';
import { relativeUrlStep, urlStep } from './urls_in_text.ts';

/** Longest text, in characters, that is looked at; what comes after is cut off, since it cannot be vouched for. */
export const MAX_SCANNED_LENGTH = 16_384;

const CUT_MARK = '[cut]';
const LONGEST_WORD = 1024;
const SPACE = /\s/;

// A text with none of these has nothing that any detector looks for: marks that secrets have about them, a word as long
// as a key, an argument of one dash.
const SUSPICIOUS = /[/\\@=:\t[%]|\d\.\d|--|(?:^|\s)-\w|login |youtube |(?:^|[^\w.+-])[\w.+-]{14}/;

// Texts of telemetry repeat: outcomes, hosts, names. Bounded, and of short texts only.
const MAX_REMEMBERED = 2000;
const MAX_REMEMBERED_LENGTH = 128;
let remembered = new Map<string, string>();
let rememberedOf: Policy | undefined;

/**
 * Takes out of a text whatever looks like a secret or like somebody: cookies, credentials, tokens, signed URLs,
 * folders, addresses, video ids. What explains a failure stays. Linear in the length of the text; the same text gives
 * the same answer, and an answer given back as text stays as it is.
 *
 * @param options `paths: false` leaves file paths alone, for texts that name routes
 */
export function redactText(text: string, options: { paths?: boolean } = {}): string {
  const inForce = policy();
  if (rememberedOf !== inForce) {
    rememberedOf = inForce;
    remembered = new Map();
  }
  if (text.length > MAX_REMEMBERED_LENGTH) {
    const looked = cut(text);
    return mayHaveSecret(looked, inForce) ? scan(looked, options.paths ?? true, inForce) : looked;
  }
  if (!mayHaveSecret(text, inForce)) return text;
  const paths = options.paths ?? true;
  const key = paths ? text : `\0${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const result = scan(text, paths, inForce);
  if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
  remembered.set(key, result);
  return result;
}

function mayHaveSecret(text: string, { ownSteps }: Policy): boolean {
  return SUSPICIOUS.test(text) || ownSteps.length > 0;
}

// Half a secret is no longer known by its shape: the word that the cut goes through goes as well.
function cut(text: string): string {
  if (text.length <= MAX_SCANNED_LENGTH) return text;
  let end = MAX_SCANNED_LENGTH;
  while (end > MAX_SCANNED_LENGTH - LONGEST_WORD && !SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end) + CUT_MARK;
}

const STEPS: readonly Step[] = [urlStep, relativeUrlStep, ...detectorSteps, windowsPathStep];

// How deep what is encoded in what is encoded is looked at.
const MOST_LAYERS = 3;

function scan(text: string, paths: boolean, inForce: Policy, layer = 0, findings?: Finding[]): string {
  let result = text;
  const run = (name: string, family: Family, change: (text: string) => string) => {
    const before = result;
    result = change(before);
    if (findings && result !== before) findings.push({ detector: name, family });
  };
  const allowed: Allowed = inForce.allowedValues;
  if (allowed?.has(text)) return text;
  if (layer < MOST_LAYERS) {
    const redacted = (part: string, deeper: number) =>
      SUSPICIOUS.test(part) ? scan(part, paths, inForce, deeper) : part;
    run('encoded', 'credential', (before) =>
      maskEncoded(
        before,
        (decoded) => redacted(decoded, layer + 1),
        (part) => redacted(part, MOST_LAYERS),
        MASK,
      ),
    );
  }
  const lower = result.toLowerCase();
  for (const { name, family, needs, apply } of [...inForce.ownSteps, ...STEPS]) {
    if (needs.some((need) => lower.includes(need))) run(name, family, (before) => apply(before, allowed));
  }
  if (paths && lower.includes('/'))
    run(pathStep.name, pathStep.family, (before) => pathStep.apply(before, allowed));
  return result;
}

/** What one detector took out of a text. */
export interface Finding {
  readonly detector: string;
  readonly family: Family;
}

/**
 * The same as {@link redactText}, and which detectors found something, in the order they did: for showing people what
 * the policy does.
 */
export function explainText(text: string): { readonly text: string; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  return { text: scan(cut(text), true, policy(), 0, findings), findings };
}
