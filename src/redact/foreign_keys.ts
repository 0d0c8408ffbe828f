/** What the name alone tells of a value that the registry does not know. */
export type KeyMeaning = 'secret' | 'address' | 'user_agent' | 'plain';

// Without capitals, dashes and underscores: as headers, as bindings of a logger, as fields of a body.
const SECRETS = new Set(
  (
    'authorization,proxyauthorization,cookie,cookies,setcookie,password,passwd,passphrase,pwd,secret,clientsecret,token,accesstoken,' +
    'refreshtoken,idtoken,authtoken,bearertoken,csrftoken,xcsrftoken,apikey,xapikey,xauthtoken,apisecret,privatekey,secretkey,' +
    'signature,credential,credentials,jwt,sessiontoken,potoken,visitordata,xgoogvisitorid,streamkey,forwarded'
  ).split(','),
);
const ADDRESSES = new Set(
  (
    'ip,ips,ipaddress,ipaddr,clientip,clientaddress,remoteip,remoteaddress,remoteaddr,peeraddress,userip,sourceip,' +
    'xforwardedfor,xrealip,xclientip,cfconnectingip,trueclientip,fastlyclientip'
  ).split(','),
);
const USER_AGENTS = new Set(['useragent', 'httpuseragent', 'ua']);

// Names repeat: an application has its few hundred. Bounded all the same.
const MAX_REMEMBERED = 2000;
let remembered = new Map<string, KeyMeaning>();

/**
 * Tells by its name what a value of somebody else's is: a header `x-forwarded-for`, a binding `remoteAddress`, a field
 * `req.headers.cookie`. Only the part after the last dot counts.
 */
export function meaningOfKey(key: string): KeyMeaning {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const last = key.slice(key.lastIndexOf('.') + 1, key.length).slice(-64);
  const bare = last.toLowerCase().replaceAll(/[-_\s]/g, '');
  const meaning = SECRETS.has(bare)
    ? 'secret'
    : ADDRESSES.has(bare)
      ? 'address'
      : USER_AGENTS.has(bare)
        ? 'user_agent'
        : 'plain';
  if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
  remembered.set(key, meaning);
  return meaning;
}
