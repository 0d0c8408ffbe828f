import { MASK } from '../mask.ts';
import { namesInTexts, namesOfSecrets, stepNames } from '../names/secret_name_rules.ts';
import { SECRET_HEADERS } from '../names/secret_names.ts';
import { ASSIGNED, type Detector, PART, QUOTE, SPACE, WORD } from './detector.ts';
import {
  ARGUMENT,
  bareThat,
  HEADER_VALUE,
  KEY,
  masked,
  quotedThat,
  VALUE,
  VALUE_IN_PROCESS,
} from './values.ts';

// Letters of a name or a password in a URL, and those that are percent-encoded, but for a colon or a slash.
const NAME = '[^/\\s:@"*%]*';
const NAME_IN_URL = `${NAME}(?:%(?:[^3/\\s:@"*%]|3[^a/\\s:@"*%])${NAME})*%*`;
const ENCODED_NAME = `${NAME}(?:%(?:[^23/\\s:@"*%]|2[^f/\\s:@"*%]|3[^a/\\s:@"*%])${NAME})*%*`;
const ENCODED_PASSWORD = '[^/\\s@"*%]*(?:%(?:[^2/\\s@"*%]|2[^f/\\s@"*%])[^/\\s@"*%]*)*%*';

const PASSWORDS = namesInTexts('password');
const NEEDS_OF_PASSWORDS = ['pass', 'pwd', 'secret', 'key', 'webhook', 'magic'];
const NAMES = namesOfSecrets();
const HEADERS = `x-(?:[a-z0-9]{1,20}-){0,3}(?:${NAMES}|auth|jwt)|${SECRET_HEADERS.join('|')}`;

/** What stands before the name of the folder in which a shell is, up to where that name begins. */
export const BEFORE_FOLDER = '(^|[^a-z0-9_&?;])(?:old)?';
/** What a folder is, and few passwords are. */
export const FOLDER = '(?:/|[a-z]:[\\\\/])[\\w.@+/\\\\-]*';
/** What is left of one where nobody has given it a name that a password may be, as expressions. */
export const FOLDERS_LEFT: readonly string[] = [
  '/(?:app|(?:mnt|opt|root|srv|usr|var|workspace)(?:/[\\w.@+-]*)*)?',
  '\\*\\*\\*\\*/(?:\\*{4}|[\\w.@+-]+)',
];
const BEFORE_PWD = new RegExp(`${BEFORE_FOLDER}$`, 'i');
const IS_FOLDER = new RegExp(`^${FOLDER}$`, 'i');

// `PWD=/app`
// What was masked behind it is none of it.
export const isFolder = (value: string): boolean => IS_FOLDER.test(value.replace(/["'`]+\*{4}.*$/s, ''));
const isWorkingFolder = (value: string, found: string, before: string): boolean =>
  /^pwd/i.test(found) && isFolder(value) && BEFORE_PWD.test(before);

// `'mypwd', '--password'`, `'htpasswd', '-nb'`: of arguments it is the next one.
const NO_OPTION = quotedThat(
  (quote, written) => `\\*{0,3}(?:[^${quote}\\\\*-]|-(?:[a-z]{5}|[a-z]{0,4}[^a-z${quote}\\\\*-])|${written})`,
);

/** Names and passwords, wherever they stand. */
export const credentialDetectors: readonly Detector[] = [
  {
    name: 'authorization_header',
    family: 'credential',
    source: `((?:${PART}|-H)(?:proxy-|x-)?authorization${ASSIGNED})${HEADER_VALUE}`,
    replacement: masked(1),
    needs: ['authorization'],
  },
  {
    name: 'credential_header',
    family: 'credential',
    source: `((?:${WORD}|-H)(?:${HEADERS})${ASSIGNED})${HEADER_VALUE}`,
    replacement: masked(1),
    // `#EXT-X-SESSION-KEY:` is a tag of a playlist.
    unless: (_value, _found, before) => /#EXT-$/i.test(before),
    needs: ['x-', 'icy-', 'private-token', 'sec-websocket', 'customdata', 'custom-data', 'nv-auth'],
  },
  {
    // With a blank for its colon: only before what looks like a key.
    name: 'header_and_value',
    family: 'credential',
    source: `((?:\\b|\\\\[nrt])(?:x-(?:[a-z]{1,12}-){0,3}[a-z]{0,12}?(?:key|token|secret|auth|jwt)|(?:proxy-|x-)?authorization|private-token|api-key)[ ]{1,2})(?:${quotedThat(() => KEY)}|${bareThat(KEY)})`,
    replacement: masked(1),
    needs: ['x-', 'authorization ', '-token ', 'api-key '],
  },
  {
    // From the slashes on: a scheme would be looked for at every word. What is encoded has no slash in it either, so
    // that no address is read twice; the first colon parts the name from the password.
    name: 'url_password',
    family: 'credential',
    source: `(://)(?:[^/\\s:@"*]*:|${NAME_IN_URL}%3a)[^/\\s@"*]*(?:@|%40)|(%3a%2f%2f)${ENCODED_NAME}(?::|%3a)${ENCODED_PASSWORD}(?:@|%40)`,
    replacement: `$1$2${MASK}@`,
    needs: ['@', '%40'],
  },
  {
    name: 'url_user',
    family: 'credential',
    only: 'collector',
    source: '(://)[^/\\s:@"*?#]+@',
    replacement: `$1${MASK}@`,
    needs: ['@'],
  },
  {
    name: 'bare_proxy',
    family: 'credential',
    // `user:password@host:port`, as lists of proxies have it.
    source: '(^|[\\s"\'=(,])[^\\s"\'/:@=*(,]{1,100}:[^\\s"\'/:@*]{1,100}@([a-z0-9.-]{1,200}:\\d{2,5})\\b',
    replacement: `$1${MASK}@$2`,
    needs: ['@'],
  },
  {
    // `host:port:user:password`, as others have it; and PostgreSQL, with a database before the user.
    name: 'bare_proxy_turned',
    family: 'credential',
    source: '([a-z0-9]:[0-9]{4,5}:)[a-z][^\\s"\'/:@*,]{0,99}:[^\\s"\'/:@*,]{4,100}(?::[^\\s"\'/@*,]{1,100})?',
    replacement: `$1${MASK}`,
    needs: [':'],
  },
  {
    name: 'connection_string',
    family: 'credential',
    source: '((?:\\b|_)(?:user[ _]?id|uid|user(?:name)?)[ ]?=[ ]?)[^;="\'*\\r\\n]+(;)',
    replacement: `$1${MASK}$2`,
    needs: ['user', 'uid'],
  },
  {
    // Names of several words stand only behind such a password. Their first word is a known one: any other may be of the
    // password.
    name: 'connection_password',
    family: 'credential',
    source:
      '(\\b(?:password|pwd)[ ]?=[ ]?)[^\\s"\'*;=][^\\s;="\']*={0,2}(;[ ]?(?:allow|application|asynchronous|attached|column|command|connect(?:ion)?|current|data|default|extended|failover|initial|integrated|load|max|min|multi(?:ple)?|network|packet|persist|replication|server|ssl|transaction|trust|type|user|workstation)(?:[ ][a-z]{1,30}){1,3}[ ]?=)',
    replacement: `$1${MASK}$2`,
    needs: ['password', 'pwd'],
  },
  {
    name: 'secret_element',
    family: 'credential',
    source: `(<(?:[a-z0-9:_-]{0,30}(?:${PASSWORDS}|${namesInTexts('key')}|token|cookie|authorization|signatureprovided)|(?:[a-z0-9:_-]{0,30}[:_-])?(?:${stepNames('any', 'no_state')}))(?:[ ][^<>*]{0,200})?>)[^<*][^<]*`,
    replacement: `$1${MASK}`,
    // `AUTH <password> called without …`: a place for one, in a sentence.
    replace: (found, name = '') =>
      /^ [a-z]{1,20} [a-z]{1,20} [a-z]/i.test(found.slice(name.length)) ? found : name + MASK,
    needs: ['<'],
  },
  {
    name: 'netrc',
    family: 'credential',
    source: `(\\b(?:machine[ \\t]+[^\\s"'*]{1,200}|default)\\s+login\\s+)(?:"[^"*\\r\\n][^"\\r\\n]*|${ARGUMENT})"?(?:\\s+(?:password|account)\\s+(?:"[^"\\r\\n]*|${ARGUMENT})"?){0,2}`,
    replacement: `$1${MASK}`,
    needs: ['login'],
  },
  {
    name: 'password',
    family: 'credential',
    source: `((?:${PASSWORDS})${ASSIGNED})${VALUE}`,
    inProcess: `((?:${PASSWORDS})${ASSIGNED})${VALUE_IN_PROCESS}`,
    replacement: masked(1),
    unless: isWorkingFolder,
    needs: NEEDS_OF_PASSWORDS,
  },
  {
    // A name with letters that JSON need not escape: `{"p\u0061ssword":"…"}`. The process reads them.
    name: 'escaped_name',
    family: 'credential',
    only: 'collector',
    source: `("[^"\\\\\\r\\n]{0,60}\\\\+u00(?:4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])[^"\\r\\n]{0,60}"${SPACE}:${SPACE})${VALUE}`,
    replacement: masked(1),
    needs: ['\\u004', '\\u005', '\\u006', '\\u007'],
  },
  {
    // `"password", "…"`: two of a list, as Node shows headers and arguments.
    name: 'listed_secret',
    family: 'credential',
    source: `((?:authorization|cookie2?|\\bx-(?:[a-z0-9]{1,20}-){0,3}(?:key|token|auth|authuser|pageid|visitor-id)|icy-password|${NAMES})${QUOTE}[ ]?,${SPACE})${NO_OPTION}`,
    replacement: masked(1),
    needs: ['authorization', 'cookie', 'token', 'x-', ...NEEDS_OF_PASSWORDS],
  },
];
