import { MASK } from '../mask.ts';
import { namesInTexts, stepNames } from '../secret_name_rules.ts';
import { SECRET_HEADERS } from '../secret_names.ts';
import { type Detector, HEADER_VALUE, IS, PART, QUOTE, WORD } from './detector.ts';

// Letters of a name or a password in a URL, and those that are percent-encoded, but for a colon or a slash.
const NAME = '[^/\\s:@"*%]*';
const NAME_IN_URL = `${NAME}(?:%(?:[^3/\\s:@"*%]|3[^a/\\s:@"*%])${NAME})*%*`;
const ENCODED_NAME = `${NAME}(?:%(?:[^23/\\s:@"*%]|2[^f/\\s:@"*%]|3[^a/\\s:@"*%])${NAME})*%*`;
const ENCODED_PASSWORD = '[^/\\s@"*%]*(?:%(?:[^2/\\s@"*%]|2[^f/\\s@"*%])[^/\\s@"*%]*)*%*';

const PASSWORDS = namesInTexts('password');
const NEEDS_OF_PASSWORDS = ['pass', 'pwd', 'secret', 'key', 'webhook', 'magic'];
const HEADERS = `x-(?:[a-z0-9]{1,20}-){0,3}(?:${[PASSWORDS, namesInTexts('key'), namesInTexts('token')].join('|')})|${SECRET_HEADERS.join('|')}`;

/** Names and passwords, wherever they stand. */
export const credentialDetectors: readonly Detector[] = [
  {
    name: 'authorization_header',
    family: 'credential',
    source: `(?:${PART}|-H)((?:proxy-|x-)?authorization${IS})${HEADER_VALUE}`,
    replacement: `$1${MASK}`,
    needs: ['authorization'],
  },
  {
    name: 'credential_header',
    family: 'credential',
    source: `(?:${WORD}|-H)((?:${HEADERS})${IS})${HEADER_VALUE}`,
    replacement: `$1${MASK}`,
    needs: ['x-', 'icy-', 'private-token', 'sec-websocket'],
  },
  {
    // With a blank for its colon: only where the value is long, and has digits among its letters.
    name: 'header_and_value',
    family: 'credential',
    source:
      '((?:\\b|\\\\[nrt])(?:x-(?:[a-z]{1,12}-){0,3}[a-z]{0,12}?(?:key|token|secret|auth)|(?:proxy-|x-)?authorization|private-token|api-key)[ ]{1,2}["\']?)(?:[a-z_.+/-]{1,40}[0-9][a-z0-9_.+/=-]{4,}|[0-9]{1,12}[a-z_+/-][a-z0-9_.+/=-]{4,}|[0-9]{12,}[a-z0-9_.+/=-]*)',
    replacement: `$1${MASK}`,
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
    // `host:port:user:password`, as others have it.
    name: 'bare_proxy_turned',
    family: 'credential',
    source: '([a-z0-9]:[0-9]{4,5}:)[a-z][^\\s"\'/:@*,]{0,99}:[^\\s"\'/:@*,]{4,100}',
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
    name: 'secret_element',
    family: 'credential',
    source: `(<(?:[a-z0-9:_-]{0,30}(?:${PASSWORDS}|${namesInTexts('key')}|token|cookie|authorization)|(?:[a-z0-9:_-]{0,30}[:_-])?(?:${stepNames('any', 'no_state')}))>)[^<*][^<]*`,
    replacement: `$1${MASK}`,
    // `AUTH <password> called without …`: a place for one, in a sentence.
    replace: (found, name = '') =>
      /^ [a-z]{1,20} [a-z]{1,20} [a-z]/i.test(found.slice(name.length)) ? found : name + MASK,
    needs: ['<'],
  },
  {
    name: 'netrc',
    family: 'credential',
    source: `(\\b(?:machine[ \\t]+[^\\s"'*]{1,200}|default)\\s+login\\s+)[^\\s"'*]+(?:\\s+(?:password|account)\\s+[^\\s"']+){0,2}`,
    replacement: `$1${MASK}`,
    needs: ['login'],
  },
  {
    // In quotes it may have spaces.
    name: 'quoted_password',
    family: 'credential',
    source: `((?:${PASSWORDS})${QUOTE}?[ ]?[:=][ ]?)${QUOTE}[^"'*\\\\][^"'\\\\]*${QUOTE}?`,
    replacement: `$1${MASK}`,
    needs: NEEDS_OF_PASSWORDS,
  },
  {
    name: 'password',
    family: 'credential',
    source: `((?:${PASSWORDS})${IS})[^\\s"'*;&,=>\\\\][^\\s"';&,\\\\]*`,
    replacement: `$1${MASK}`,
    needs: NEEDS_OF_PASSWORDS,
  },
];
