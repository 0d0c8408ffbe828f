import { listedDetectors } from '../detectors/arguments.ts';
import { detectorSteps, type Step } from '../detectors/compiled.ts';
import type { Family } from '../detectors/detector.ts';
import type { Finding } from '../detectors/url_findings.ts';
import { MASK } from '../mask.ts';
import { type Policy, policy } from '../policy/policy.ts';
import { maskEncoded, mayBeEncoded } from './encoded.ts';
import { namedObjectStep } from './named_objects.ts';
import { pathStep, windowsPathStep } from './paths.ts';
import { isPlainText } from './plain_text.ts';
import { readable, withAssignedQuotes, withoutColours, withoutNothing, withPlainQuotes } from './readable.ts';
import { stepFinder } from './step_finder.ts';
import { mayHaveSecret } from './suspicion.ts';
import { relativeUrlStep, urlStep } from './urls_in_text.ts';

/** Longest text, in characters, that is looked at; what comes after is cut off, since it cannot be vouched for. */
export const MAX_SCANNED_LENGTH = 16_384;

const CUT_MARK = '[cut]';
const LONGEST_WORD = 1024;
const SPACE = /\s/;

// Texts of telemetry repeat: outcomes, hosts, names. Bounded, and of short texts only.
const MAX_REMEMBERED = 2000;
const MAX_REMEMBERED_LENGTH = 128;
let remembered = new Map<string, string>();
let rememberedOfRoutes = new Map<string, string>();
let rememberedOf: Policy | undefined;

/**
 * Takes out of a text whatever looks like a secret or like somebody: cookies, credentials, tokens, signed URLs,
 * folders, addresses, video ids. What explains a failure stays. Linear in the length of the text; the same text gives
 * the same answer, and an answer given back as text stays as it is.
 *
 * @param options `paths: false` leaves file paths alone, for texts that name routes
 */
export function redactText(text: string, options?: { paths?: boolean }): string {
  const inForce = policy();
  const isLong = text.length > MAX_REMEMBERED_LENGTH;
  if (inForce.ownSteps.length === 0 && !isLong && (!mayHaveSecret(text) || isPlainText(text))) return text;
  const paths = options?.paths ?? true;
  if (isLong) {
    const looked = cut(text);
    return isWorthALook(looked, inForce) ? scan(looked, paths, inForce) : looked;
  }
  if (rememberedOf !== inForce || remembered.size + rememberedOfRoutes.size >= MAX_REMEMBERED) {
    rememberedOf = inForce;
    remembered = new Map();
    rememberedOfRoutes = new Map();
  }
  const answers = paths ? remembered : rememberedOfRoutes;
  let known = answers.get(text);
  if (known === undefined) {
    known = scan(text, paths, inForce);
    answers.set(text, known);
  }
  return known;
}

function isWorthALook(text: string, { ownSteps }: Policy): boolean {
  return ownSteps.length > 0 || mayHaveSecret(text);
}

// Half a secret is no longer known by its shape: the word that the cut goes through goes as well.
function cut(text: string): string {
  if (text.length <= MAX_SCANNED_LENGTH) return text;
  let end = MAX_SCANNED_LENGTH;
  while (end > MAX_SCANNED_LENGTH - LONGEST_WORD && !SPACE.test(text.charAt(end - 1))) end -= 1;
  // Nor does the cut go through a letter of two halves.
  if (isFirstHalf(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end) + CUT_MARK;
}

function isFirstHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

const STEPS: readonly Step[] = [
  namedObjectStep,
  urlStep,
  relativeUrlStep,
  ...detectorSteps,
  windowsPathStep,
  pathStep,
];
const stepsNeeded = stepFinder(STEPS);
const LISTED = detectorSteps.filter(({ name }) => listedDetectors.some((detector) => detector.name === name));

// How deep what is encoded in what is encoded is looked at.
const MOST_LAYERS = 3;

function scan(text: string, paths: boolean, inForce: Policy, layer = 0, findings?: Finding[]): string {
  if (inForce.allowedValues?.has(text)) return text;
  const plain = withoutColours(withoutNothing(text));
  // Colours of a terminal stand between a name and its value, and so do letters of nothing. Where there is something to
  // take out, they go with it.
  if (plain !== text) {
    const redacted = scan(plain, paths, inForce, layer, findings);
    return redacted === plain ? text : redacted;
  }
  const read = readable(text);
  if (read === text) return scannedWithQuotes(text, paths, inForce, layer, findings);
  // Where nothing hides behind such signs they stay: they are of a title.
  const found: Finding[] = [];
  const foundRead: Finding[] = [];
  const redacted = scannedWithQuotes(text, paths, inForce, layer, found);
  const redactedRead = scannedWithQuotes(read, paths, inForce, layer, foundRead);
  const nothingHides = readable(redacted) === redactedRead;
  findings?.push(...(nothingHides ? found : foundRead));
  return nothingHides ? redacted : redactedRead;
}

// What stands in quotes as printers set them is looked for in what is left, since they may stand in JSON, or be no quotes.
// Behind a sign they tell where a value ends.
function scannedWithQuotes(...[given, ...more]: Parameters<typeof scanned>): string {
  const assigned = withAssignedQuotes(given);
  const ofAssigned = assigned === given ? given : scanned(assigned, ...more);
  const text = ofAssigned === assigned ? given : ofAssigned;
  const redacted = scanned(text, ...more);
  const plain = withPlainQuotes(redacted);
  if (plain === redacted) return redacted;
  const again = scanned(plain, ...more);
  return again === plain ? redacted : again;
}

function scanned(text: string, paths: boolean, inForce: Policy, layer: number, findings?: Finding[]): string {
  const { allowedValues } = inForce;
  let result = text;
  const run = (step: Step) => {
    const before = result;
    result = step.apply(before, allowedValues);
    if (findings === undefined || result === before) return;
    findings.push(
      ...(step.explain?.(before, allowedValues) ?? [finding(step.name, step.family, before, result)]),
    );
  };
  if (layer < MOST_LAYERS && mayBeEncoded(text)) {
    // Once it is decoded, what stands in quotes in a list is a text of its own, of which nothing tells that it is one value.
    if (text.includes('\\')) for (const step of LISTED) run(step);
    const before = result;
    const inside: Finding[] | undefined = findings && [];
    const redacted = (part: string, deeper: number) =>
      isWorthALook(part, inForce) ? scan(part, paths, inForce, deeper, inside) : part;
    result = maskEncoded(
      before,
      (decoded) => redacted(decoded, layer + 1),
      (part) => redacted(part, MOST_LAYERS),
      MASK,
    );
    if (result !== before)
      findings?.push(finding('encoded', inside?.[0]?.family ?? 'credential', before, result));
  }
  for (const step of inForce.ownSteps) run(step);
  for (const at of stepsNeeded(result)) {
    const step = STEPS[at];
    if (step !== undefined && (paths || step !== pathStep)) run(step);
  }
  return result;
}

function finding(detector: string, family: Family, before: string, after: string): Finding {
  return { detector, family, count: Math.max(1, marks(after) - marks(before)) };
}

// A mask, or the end of an id that was shortened.
function marks(text: string): number {
  return text.match(/\*{4}|\.{3}/g)?.length ?? 0;
}

/**
 * The same as {@link redactText}, and which detectors found something, in the order they did: for showing people what
 * the policy does.
 */
export function explainText(text: string): { readonly text: string; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  return { text: scan(cut(text), true, policy(), 0, findings), findings };
}
