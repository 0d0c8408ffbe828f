/** What the name alone tells of a value that the registry does not know. */
export type KeyMeaning = 'secret' | 'address' | 'user_agent' | 'plain';

/** Without capitals, dashes and underscores: as headers, as bindings of a logger, as fields of a body. */
export const SECRET_NAMES: readonly string[] = (
  'pwd,jwt,forwarded,potoken,visitordata,visitorid,xgoogvisitorid,datasyncid,sapisid,apisid,hsid,ssid,sid,sidcc,loginfo,' +
  'psid,logininfo,visitorinfo1live,phpsessid,jsessionid,sessdata,bilijct,ct0,cuser,dsuserid,mstoken,spdc,auth,bearer,streamname,' +
  'setcookie2,awsaccesskeyid,xamzcredential,hdnts,hdnea,hdntl,sig,lsig,pot,webhookurl,webhook,pemkey,cookiejar,netrc'
).split(',');
const SECRETS = new Set(SECRET_NAMES);
/** What a name ends with: `dbPassword`, `x-auth-token`, `youtube_cookies`. Each in the syntax that RE2 shares. */
export const SECRET_ENDINGS: readonly string[] = (
  'authorization,cookies?,passwords?,passwd,passphrase,secrets?,token,apikey,accesskey,accesskeyid,secretkey,privatekey,' +
  'authkey,streamkey,credentials?,signature,connectionstring'
).split(',');
const SECRET_ENDING = new RegExp(`(?:${SECRET_ENDINGS.join('|')})$`);
const ADDRESSES = new Set(
  (
    'ip,ips,ipaddress,ipaddr,ipv4,ipv6,clientip,clientaddress,remoteip,remoteaddress,remoteaddr,peeraddress,userip,sourceip,' +
    'xforwardedfor,xrealip,xclientip,cfconnectingip,trueclientip,fastlyclientip'
  ).split(','),
);
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
  const bare = bareName(key.slice(key.lastIndexOf('.') + 1).slice(-MAX_LENGTH));
  const meaning =
    SECRETS.has(bare) || SECRET_ENDING.test(bare)
      ? 'secret'
      : ADDRESSES.has(bare)
        ? 'address'
        : AGENTS.has(bare)
          ? 'user_agent'
          : 'plain';
  if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
  remembered.set(key, meaning);
  return meaning;
}
