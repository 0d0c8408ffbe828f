import { MASK } from './mask.ts';
import { PATTERNS } from './patterns.ts';
import { truncateIpAddress, truncateVideoId } from './truncate.ts';
import { looksLikeId, redactUrl } from './url.ts';

/** Longest text, in characters, that is looked at; what comes after is cut off, since it cannot be vouched for. */
export const MAX_SCANNED_LENGTH = 16_384;

const CUT_MARK = '[cut]';

const compiled = PATTERNS.map(({ source, replacement, needs }) => ({
  expression: new RegExp(source, 'gi'),
  replacement,
  needs,
}));

// A text with none of these has nothing that any detector looks for.
const SUSPICIOUS = /[/\\@=:\t[]|\d\.\d|bearer|eyj|--/i;

const URL_IN_TEXT = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>`]+/gi;

// An absolute path of two parts or more, at the start of a word.
const UNIX_PATH = /(^|[\s"'=([,:`])(~?(?:\/[^\s/"'<>|:,;()`\]]+){2,})/g;
const WINDOWS_PATH = /\b[a-z]:\\(?:[^\s\\"'<>|:]+\\)*([^\s\\"'<>|:]*)/gi;

// `[youtube] dQw4w9WgXcQ: …` and `Title [dQw4w9WgXcQ].mp4`, as yt-dlp writes them.
const ID_AFTER_TAG = /(\[[\w:+. -]{2,40}\] )([\w-]{6,64})(?=:)/g;
const ID_IN_BRACKETS = /\[([\w-]{11})\]/g;

const IPV4 = /\b(?:\d{1,3}\.){3}\d{1,3}\b/g;
const LOCAL_IPV4 = /^(?:127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./;

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

function scan(text: string, paths: boolean): string {
  let result = text;
  if (result.includes('://')) result = result.replace(URL_IN_TEXT, redactUrl);
  const lower = result.toLowerCase();
  for (const { expression, replacement, needs } of compiled) {
    if (needs.some((need) => lower.includes(need))) result = result.replace(expression, replacement);
  }
  if (paths && result.includes('/')) result = result.replace(UNIX_PATH, concealFolders);
  if (result.includes(':\\')) result = result.replace(WINDOWS_PATH, `${MASK}/$1`);
  if (result.includes('[')) {
    result = result
      .replace(ID_AFTER_TAG, (all, tag: string, id: string) =>
        looksLikeId(id) ? tag + truncateVideoId(id) : all,
      )
      .replace(ID_IN_BRACKETS, (all, id: string) => (looksLikeId(id) ? `[${truncateVideoId(id)}]` : all));
  }
  return result.replace(IPV4, (address) => (LOCAL_IPV4.test(address) ? address : truncateIpAddress(address)));
}

// Which package a stack passes through helps, and is public.
function concealFolders(_all: string, before: string, path: string): string {
  const packages = path.lastIndexOf('/node_modules/');
  const kept = packages < 0 ? path.slice(path.lastIndexOf('/')) : path.slice(packages);
  return `${before}${MASK}${kept}`;
}
