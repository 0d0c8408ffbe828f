import { detectorSteps, type Step } from './detectors/compiled.ts';
import type { Family } from './detectors/detector.ts';
import { MASK } from './mask.ts';
import { redactUrl } from './url.ts';

/** Longest text, in characters, that is looked at; what comes after is cut off, since it cannot be vouched for. */
export const MAX_SCANNED_LENGTH = 16_384;

const CUT_MARK = '[cut]';

// A text with none of these has nothing that any detector looks for.
// The names are those of keys that have nothing else in them.
const SUSPICIOUS =
  /[/\\@=:\t[%]|\d\.\d|--|bearer|basic |digest |oauth|eyj|cgt|cgs|a(?:kia|sia|bia|cca|roa|ida)|aiza|ya29|gocspx|gh[pousr]_|github_pat|gl[a-z]{2,4}-|npm_|pypi-|xox|k_live|k_test|whsec|sk-|hf_|sg\.|(?:ac|sk)[0-9a-f]{20}|do[opr]_v1|gl(?:sa|c)_|[mno][\w-]{22,27}\.|live_|-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}|fb-\d| -/i;

const URL_IN_TEXT = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>`]+/gi;

// An absolute path of two parts or more, at the start of a word.
const UNIX_PATH = /(^|[\s"'=([,:`])(~?(?:\/[^\s/"'<>|:,;()`\]]+){2,})/g;
const WINDOWS_PATH = /\b[a-z]:\\(?:[^\s\\"'<>|:]+\\)*([^\s\\"'<>|:]*)/gi;

// Texts of telemetry repeat: outcomes, hosts, names. Bounded, and of short texts only.
const MAX_REMEMBERED = 2000;
const MAX_REMEMBERED_LENGTH = 128;
let remembered = new Map<string, string>();

/**
 * Takes out of a text whatever looks like a secret or like somebody: cookies, credentials, tokens, signed URLs,
 * folders, addresses, video ids. What explains a failure stays. Linear in the length of the text; the same text gives
 * the same answer, and an answer given back as text stays as it is.
 *
 * @param options `paths: false` leaves file paths alone, for texts that name routes
 */
export function redactText(text: string, options: { paths?: boolean } = {}): string {
  if (!SUSPICIOUS.test(text)) return text.length > MAX_SCANNED_LENGTH ? cut(text) : text;
  const paths = options.paths ?? true;
  if (text.length > MAX_REMEMBERED_LENGTH) return scan(cut(text), paths);
  const key = paths ? text : `\0${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const result = scan(text, paths);
  if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
  remembered.set(key, result);
  return result;
}

function cut(text: string): string {
  return text.length > MAX_SCANNED_LENGTH ? text.slice(0, MAX_SCANNED_LENGTH) + CUT_MARK : text;
}

// What is read by code, since an expression cannot.
const urls: Step = {
  name: 'url',
  family: 'signed_url',
  needs: ['://'],
  apply: (text) => text.replace(URL_IN_TEXT, redactUrl),
};
const paths: readonly Step[] = [
  {
    name: 'unix_path',
    family: 'path',
    needs: ['/'],
    apply: (text) => text.replace(UNIX_PATH, concealFolders),
  },
];
const windowsPath: Step = {
  name: 'windows_path',
  family: 'path',
  needs: [':\\'],
  apply: (text) => text.replace(WINDOWS_PATH, `${MASK}/$1`),
};

const withoutPaths: readonly Step[] = [urls, ...detectorSteps, windowsPath];
const all: readonly Step[] = [...withoutPaths, ...paths];

function scan(text: string, filePaths: boolean): string {
  const lower = text.toLowerCase();
  let result = text;
  for (const { needs, apply } of filePaths ? all : withoutPaths) {
    if (needs.some((need) => lower.includes(need))) result = apply(result);
  }
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
  let result = cut(text);
  const findings: Finding[] = [];
  for (const { name, family, apply } of all) {
    const before = result;
    result = apply(result);
    if (result !== before) findings.push({ detector: name, family });
  }
  return { text: result, findings };
}

// Which package a stack passes through helps, and is public.
function concealFolders(_all: string, before: string, path: string): string {
  const packages = path.lastIndexOf('/node_modules/');
  const kept = packages < 0 ? path.slice(path.lastIndexOf('/')) : path.slice(packages);
  return `${before}${MASK}${kept}`;
}
