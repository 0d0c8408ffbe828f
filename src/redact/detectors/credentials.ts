import { MASK } from '../mask.ts';
import { type Detector, IS, WORD } from './detector.ts';

/** Names and passwords, wherever they stand. */
export const credentialDetectors: readonly Detector[] = [
  {
    name: 'authorization_header',
    family: 'credential',
    source: `${WORD}((?:proxy-|x-)?authorization${IS})[^\\s"'*](?:=\\\\{0,3}["'][^"'\\r\\n]*["']|[^\\r\\n"'\\\\]|\\\\[^nr"'\\\\])*`,
    replacement: `$1${MASK}`,
    needs: ['authorization'],
  },
  {
    name: 'credential_header',
    family: 'credential',
    source: `${WORD}((?:x-(?:api-key|auth-token|access-token|csrf-token|amz-security-token|goog-api-key|goog-authuser|youtube-identity-token)|x-goog-pageid|icy-password)${IS})[^\\s"'*][^\\r\\n"'\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['x-', 'icy-'],
  },
  {
    name: 'url_password',
    family: 'credential',
    source: '\\b([a-z][a-z0-9+.-]{1,20}(?:://|%3a%2f%2f))[^/\\s:@"*]*(?::|%3a)[^/\\s@"*]*(?:@|%40)',
    replacement: `$1${MASK}@`,
    needs: ['@', '%40'],
  },
  {
    name: 'url_user',
    family: 'credential',
    only: 'collector',
    source: '\\b([a-z][a-z0-9+.-]{1,20}://)[^/\\s:@"*?#]+@',
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
    name: 'password',
    family: 'credential',
    source: `${WORD}((?:[a-z]{1,20}[_-])?(?:password|passwd|passphrase|pwd|secret|client_?secret|private_?key|secret_?(?:access_?)?key)${IS})[^\\s"'*;&,\\\\][^\\s"';&,\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['pass', 'pwd', 'secret', 'private'],
  },
];
