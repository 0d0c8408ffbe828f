import { SESSION_COOKIE_NAMES, SHORT_COOKIE_NAMES } from './detectors/cookies.ts';
import { isPassName } from './detectors/passes.ts';

/** What the name alone tells of a value that the registry does not know. */
export type KeyMeaning = 'secret' | 'address' | 'user_agent' | 'media_id' | 'cookie' | 'pass' | 'plain';

/** Without capitals, dashes and underscores: as headers, as bindings of a logger, as fields of a body. */
export const SECRETS: ReadonlySet<string> = new Set(
  (
    'pwd,jwt,forwarded,potoken,visitordata,visitorid,xgoogvisitorid,datasyncid,sapisid,apisid,hsid,ssid,sid,sidcc,loginfo,' +
    'psid,logininfo,visitorinfo1live,phpsessid,jsessionid,sessdata,bilijct,ct0,cuser,dsuserid,mstoken,spdc,auth,bearer,streamname,' +
    'setcookie2,awsaccesskeyid,xamzcredential,hdnts,hdnea,hdntl,sig,lsig,pot,webhookurl,webhook,pemkey,cookiejar,netrc'
  ).split(','),
);
/** What a name ends with: `dbPassword`, `x-auth-token`, `youtube_cookies`. */
export const SECRET_ENDING: RegExp =
  /(?:authorization|cookies?2?|pwd|passwords?|passwd|passphrase|secrets?|token|apikey|accesskey|accesskeyid|secretkey|secretkeybase|hashkey|encryptionkey|privatekey|authkey|streamkey|streamingkey|credentials?|signature|connectionstring|passwort|kennwort|contrase[ñn]a|motdepasse|senha|has[łl]o|wachtwoord|[şs]ifre|пароль|密码|密碼|パスワード|비밀번호)$/;
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

/** A name without what differs between spellings of it: capitals, dashes, underscores, spaces. */
export function bareName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/**
 * Tells by its name what a value of somebody else's is: a header `x-forwarded-for`, a binding `remoteAddress`, a field
 * `req.headers.cookie`. Only the part after the last dot counts.
 */
export function meaningOfKey(key: string): KeyMeaning {
  const found = remembered.get(key);
  if (found !== undefined) return found;
  const last = key.slice(key.lastIndexOf('.') + 1).slice(-MAX_LENGTH);
  const bare = bareName(last);
  const meaning =
    SECRETS.has(bare) || SECRET_ENDING.test(bare) || isSessionCookie(last) || isSessionCookie(key)
      ? 'secret'
      : ADDRESSES.has(bare)
        ? 'address'
        : AGENTS.has(bare)
          ? 'user_agent'
          : MEDIA_IDS.has(bare)
            ? 'media_id'
            : SHORT_COOKIES.has(last.toLowerCase())
              ? 'cookie'
              : isPassName(last)
                ? 'pass'
                : 'plain';
  if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
  remembered.set(key, meaning);
  return meaning;
}

const SHORT_COOKIES = new Set(
  `${SHORT_COOKIE_NAMES}|session|sess|persistent|session_id|session-id|sessionid`.toLowerCase().split('|'),
);
let sessionCookie: RegExp | undefined;

// An application has sessions of its own, and calls their ids so.
function isSessionCookie(name: string): boolean {
  sessionCookie ??= new RegExp(`^(?:${SESSION_COOKIE_NAMES})$`, 'i');
  return !/^session[_-]?id$/i.test(name) && sessionCookie.test(name);
}
