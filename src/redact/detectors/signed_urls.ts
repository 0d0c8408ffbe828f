import { MASK } from '../mask.ts';
import { type Detector, QUOTE } from './detector.ts';
import { masked, quotedThat } from './values.ts';

// Names in a URL, in its query or as /name/value in its path, that carry a signature, a token or a key.
const NAMES = [
  '(?:l|nauth)?sig|signature|x-(?:amz|goog|oss|cos)-(?:signature|credential|security-token)|awsaccesskeyid|googleaccessid|ossaccesskeyid|key-pair-id|policy',
  'hdnts|hdnea|hdntl|hmac|__token__|wssecret|txsecret|auth_key|skoid|sktid',
  '(?:access_|id_|refresh_|auth_|oauth_|session_|sas_|play_?)?token|tkn|jwt|pot|ei|ip|api_?key|key|secret|password|passwd|pwd|pass|sessionid|sid|code|auth|user(?:name)?|login|pass_?key|wmsauthsign|wowzatokenhash',
].join('|');

// A quote that a letter follows belongs to it: not all encode one.
const VALUE = '[^&;\\s"\'\\\\<>]*(?:["\']{1,4}[\\w$@#%][^&;\\s"\'\\\\<>]*)*';

// A hash, in hexadecimal digits or as base64 begins, where one letter in three is a capital.
const HEX = '[0-9a-f]{24,}';
const MIXED = '[a-z0-9_-]{0,12}[A-Z]';
const TIME = '1[5-9]\\d{8}';
// In hexadecimal digits: beside a hash in them, whatever else it is.
const SHORT_TIME = '[67]\\w{7}';

/** How something is signed, which is told where a signature stands as well. */
export const SIGNED_BY = /^(?:sha|md|[rheps]s|rsa|aws|ed|ecdsa|v)[-_]?\d/i;

/** Signed URLs: what gives access for a while to whoever has it. */
export const signedUrlDetectors: readonly Detector[] = [
  {
    name: 'url_secret',
    family: 'signed_url',
    source: `([?&;~]|%3f|%26|\\\\u0026|&amp;)((?:${NAMES})(?:=|%3d)|p(?:=|%3d)enc(?::|%3a))[^&;/\\s"'*\\\\<>]${VALUE}`,
    replacement: `$1$2${MASK}`,
    needs: ['=', '%3d'],
  },
  {
    name: 'signature',
    family: 'signed_url',
    source: `(^|[^a-z0-9_%-]|\\\\[nrt])((?:(?:oauth_|api_|request_)?sig(?:nature)?|lsig|pot|api_?key|access_?key(?:_?id)?|jwt|hdnts|hdnea|hdntl|_auth|plex_claim|wmsauthsign|wowzatokenhash|cloudfront-(?:policy|signature|key-pair-id)|x-(?:amz|goog)-(?:signature|credential|security-token))="?)[^&;\\s"'*\\\\]${VALUE}`,
    replacement: `$1$2${MASK}`,
    needs: ['sig', 'pot', 'key', 'jwt', 'hdn', 'x-', 'policy', '_auth=', 'claim=', 'wowza'],
  },
  {
    // `"signatureCipher":"…"`, as a player is told of them. A word tells how it went, and some the way of signing.
    name: 'quoted_signature',
    family: 'signed_url',
    source: `(${QUOTE}(?:[a-z_-]{0,20}signature|signature(?:cipher|provided)|l?sig|auth)${QUOTE}[ ]?(?:[:=]|=>)[ ]{0,2})${quotedThat(() => '(?:[a-z_.+/%~=-]{0,40}[0-9][a-z0-9_.+/%~=&-]{4}|[a-z+/]{20})')}`,
    replacement: masked(1),
    unless: (value) => SIGNED_BY.test(value),
    needs: ['sig', 'auth"', "auth'", 'auth\\'],
  },
  {
    // googlevideo and HLS carry parameters as /name/value.
    name: 'path_secret',
    family: 'signed_url',
    source:
      '(/(?:sig|lsig|signature|pot|hdnts|hdnea|hdntl|spc|vprv|sparams|lsparams|jwt|sessionid|x-amz-[a-z-]{1,30})[/=])[^/\\s"\'*?&\\\\][^/\\s"\'?&\\\\]*',
    replacement: `$1${MASK}`,
    needs: ['/'],
  },
  {
    // Words that folders are called, too: only before what looks like a key. `/sec(…)`, `/ks/…`, `/h=…` are of some
    // services.
    name: 'path_key',
    family: 'signed_url',
    source:
      '(/(?:(?:token|policy|key|api_?key|ei|ks|secret|password)[/=]|sec2?\\(|(?:h|st|md5|hash)=))[a-z_=~%-]{0,60}\\d[a-z0-9_=~%-]{5,}',
    replacement: `$1${MASK}`,
    needs: ['/'],
  },
  {
    // What opens a folder up to a time, beside that time: of the process's code, which asks how random any part of a path
    // looks, this is what is unmistakable. Besides, a part that is longer than any
    // name.
    name: 'path_hash',
    family: 'signed_url',
    only: 'collector',
    caseMatters: true,
    source: `([/?])(?:${HEX}([/,]${TIME}/|/${SHORT_TIME}/)|${MIXED}(?:[\\w-]{9,}((?:=|%3D)*[/,]${TIME}/)|[\\w-]{80,}))|(/${TIME}[/,])(?:${HEX}|${MIXED}[\\w-]{9,})|(/(?:${TIME}[_-](?:0x)?|(?:${SHORT_TIME}|20\\d{10})/))${HEX}`,
    replacement: `$1$4$5${MASK}$2$3`,
    needs: ['/'],
  },
  {
    // The value of any parameter that is long enough to be a key, and what is too long for a name of one: the process, which knows the harmless ones, masks
    // those of all others.
    name: 'url_parameter',
    family: 'signed_url',
    only: 'collector',
    source: '([?&])(?:([a-z0-9_.~%-]{1,64}=)[a-z0-9_.~%+/:,=|-]{20,}|[a-z0-9_-]{50,}=)',
    replacement: `$1$2${MASK}`,
    needs: ['?', '&'],
  },
  {
    name: 'url_fragment',
    family: 'signed_url',
    only: 'collector',
    source: '(/[^\\s"\'<>#/*]{0,200}#)[^\\s"\'<>*]+',
    replacement: `$1${MASK}`,
    needs: ['#'],
  },
];
