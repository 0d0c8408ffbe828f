import { SESSION_COOKIE_NAMES, SHORT_COOKIE_NAMES } from '../detectors/cookies.ts';
import { isPassName } from '../detectors/passes.ts';
import { bareName, secretUnder } from '../names/secret_name_rules.ts';
import type { SecretValue } from '../names/secret_names.ts';

/** What the name alone tells of a value that the registry does not know. */
export type KeyMeaning =
  | 'secret'
  | 'address'
  | 'user_agent'
  | 'media_id'
  | 'cookie'
  | 'pass'
  | 'folder'
  | 'plain'
  | Exclude<SecretValue, 'any'>;

const ADDRESSES = new Set(
  (
    'ip,ips,ipaddress,ipaddr,ipv4,ipv6,clientip,clientaddress,remoteip,remoteaddress,remoteaddr,peeraddress,userip,sourceip,' +
    'xforwardedfor,xrealip,xclientip,cfconnectingip,trueclientip,fastlyclientip'
  ).split(','),
);
const MEDIA_IDS = new Set(['videoid', 'mediaid', 'encryptedvideoid', 'playlistid', 'channelid', 'displayid']);
const AGENTS = new Set(['useragent', 'httpuseragent', 'ua']);

// Names repeat: an application has its few hundred. Bounded all the same.
const MAX_REMEMBERED = 2000;
const MAX_LENGTH = 64;
let remembered = new Map<string, KeyMeaning>();

/**
 * Tells by its name what a value of somebody else's is: a header `x-forwarded-for`, a binding `remoteAddress`, a field
 * `req.headers.cookie`. Only the part after the last dot counts.
 */
export function meaningOfKey(key: string): KeyMeaning {
  const found = remembered.get(key);
  if (found !== undefined) return found;
  const last = key.slice(key.lastIndexOf('.') + 1).slice(-MAX_LENGTH);
  const bare = bareName(last);
  const under = secretUnder(last);
  const meaning =
    under === 'any' && WORKING_FOLDER.test(last)
      ? 'folder'
      : under === 'any' || isSessionCookie(last) || isSessionCookie(key)
        ? 'secret'
        : under !== undefined
          ? under
          : ADDRESSES.has(bare)
            ? 'address'
            : AGENTS.has(bare)
              ? 'user_agent'
              : MEDIA_IDS.has(bare)
                ? 'media_id'
                : SHORT_COOKIES.has(last.toLowerCase())
                  ? 'cookie'
                  : isPassName(last) && isPassName(key.slice(-MAX_LENGTH).replaceAll('.', '_'))
                    ? 'pass'
                    : 'plain';
  if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
  remembered.set(key, meaning);
  return meaning;
}

// Of a shell, in the environment of a process.
const WORKING_FOLDER = /^(?:old)?pwd$/i;

const SHORT_COOKIES = new Set(
  `${SHORT_COOKIE_NAMES}|session|sess|persistent|session_id|session-id|sessionid`.toLowerCase().split('|'),
);
let sessionCookie: RegExp | undefined;

// An application has sessions of its own, and calls their ids so.
function isSessionCookie(name: string): boolean {
  sessionCookie ??= new RegExp(`^(?:${SESSION_COOKIE_NAMES})$`, 'i');
  return !/^session[_-]?id$/i.test(name) && sessionCookie.test(name);
}
