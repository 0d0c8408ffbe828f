import { MASK } from '../mask.ts';
import { withoutPlayerLogin } from '../urls/player_logins.ts';
import type { Family } from './detector.ts';

/** What one detector took out of a text. */
export interface Finding {
  readonly detector: string;
  readonly family: Family;
  /** How many; of what was one mask before, at least one. */
  readonly count: number;
}

// By the name of a parameter; what is called otherwise is as good as a signature.
const FAMILIES_OF_PARAMETERS: readonly [expression: RegExp, family: Family][] = [
  [/pass(?:wd|word|phrase)?$|^pwd$|^secret$|client_?secret/i, 'credential'],
  [/token|^jwt$|^auth|^code$|session/i, 'token'],
  [/api_?key/i, 'api_key'],
  [/e-?mail/i, 'email'],
  [/^(?:client_?)?ip(?:_?addr(?:ess)?)?$/i, 'address'],
];

/**
 * What was taken out of a URL, part by part: user and password, ids, keys and folders of its path, values of parameters,
 * its fragment. Told by what it was and what is left of it, so that it is right whoever took it out.
 */
export function urlFindings(before: string, after: string): Finding[] {
  if (before === after) return [];
  if (/^file:/i.test(before)) return [{ detector: 'url_folder', family: 'path', count: 1 }];
  const left = partsOf(after);
  const was = partsOf(before, left);
  const found: Finding[] = [];
  const add = (detector: string, family: Family) => found.push({ detector, family, count: 1 });
  if (left.user === MASK && was.user !== MASK) add('url_credentials', 'credential');
  const withoutLogin = withoutPlayerLogin(was.path, /:\d+$/.test(left.host));
  for (const [at, segment] of was.path.entries()) {
    const now = left.path[at];
    if (now === segment) continue;
    if (withoutLogin[at] !== segment) add('url_credentials', 'credential');
    else if (now?.includes('...')) add('url_id', 'media_id');
    else if (/^rtmps?$/.test(left.scheme)) add('url_stream_key', 'stream_key');
    else if (was.path.slice(0, at).some((one) => /^webhooks?$/i.test(one))) add('url_webhook', 'api_key');
    else add('url_path', 'signed_url');
  }
  for (const [at, parameter] of was.query.entries()) {
    const now = left.query[at];
    if (now === parameter) continue;
    if (now?.endsWith('...')) add('url_id', 'media_id');
    else add('url_query', familyOfParameter(parameter.split('=', 1)[0] ?? ''));
  }
  if (left.fragment !== was.fragment) add('url_fragment', 'signed_url');
  return found.length > 0 ? counted(found) : [{ detector: 'url', family: 'signed_url', count: 1 }];
}

function familyOfParameter(name: string): Family {
  return FAMILIES_OF_PARAMETERS.find(([expression]) => expression.test(name))?.[1] ?? 'signed_url';
}

interface Parts {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly host: string;
  readonly path: readonly string[];
  readonly query: readonly string[];
  readonly fragment: string | undefined;
}

// A password may have in it what ends an authority; the host stays as it is, so where it stands is known from what is left.
function partsOf(url: string, left?: Parts): Parts {
  const [, scheme = '', rest = url] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(url) ?? [];
  const end = scheme === '' ? 0 : rest.search(/[/?#]|$/);
  const masked = left?.user === MASK ? rest.indexOf(`@${left.host}`) : -1;
  const authorityEnd = masked < 0 ? end : masked + 1 + (left?.host.length ?? 0);
  const authority = rest.slice(0, authorityEnd);
  const at = authority.lastIndexOf('@');
  const [bare = '', fragment] = split(rest.slice(authorityEnd), '#');
  const [path = '', query] = split(bare, '?');
  return {
    scheme: scheme.toLowerCase(),
    user: at < 0 ? undefined : authority.slice(0, at),
    host: authority.slice(at + 1),
    path: path.split('/'),
    query: query === undefined ? [] : query.split('&'),
    fragment,
  };
}

function split(text: string, sign: string): [before: string, after?: string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function counted(found: readonly Finding[]): Finding[] {
  const counts = new Map<string, Finding>();
  for (const one of found) {
    const key = `${one.detector} ${one.family}`;
    counts.set(key, { ...one, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
