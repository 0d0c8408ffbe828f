import { MASK } from '../mask.ts';
import type { Detector } from './detector.ts';

// Options of yt-dlp, ffmpeg, curl, wget, streamlink and rclone whose value is a secret, or where one lies.
const LONG = [
  'cookies?(?:-from-browser|-jar)?|load-cookies|http-cookies?|username|user|proxy-user|password|video-password|twofactor|ap-(?:username|password|mso)|add-headers?|headers?|http-header',
  'proxy|preproxy|http-proxy|https-proxy|geo-verification-proxy|socks[45]a?(?:-hostname)?|client-certificate(?:-key|-password)?|netrc-(?:location|cmd|file)|oauth2-bearer|pass|cert|key|certificate|private-key',
  'http-user|http-password|proxy-password|ftp-(?:user|password)|api-key|auth|token|secret|passphrase|stream-key|twitch-api-header|hash-key',
].join('|');

// Of one dash, as ffmpeg and curl have them.
const SHORT =
  'headers|cookies|http_proxy|auth_type|authorization|password|passphrase|decryption_key|cenc_decryption_key|encryption_key|hls_enc_key|hls_key_info_file|rtmp_playpath|rtmp_conn|icy_password|user_agent_secret|key|cert_file|key_file';

/** Their names without dashes. */
export const SECRET_ARGUMENT = `${LONG}|${SHORT}`;

const VALUE = '(?:\\\\{0,3}"[^"]*"?|\'[^\']*\'?|[^\\s"\'*][^\\s"\']*)';

/** What programs are given on their command line. A value in quotes goes with its spaces. */
export const argumentDetectors: readonly Detector[] = [
  {
    name: 'secret_argument',
    family: 'argument',
    source: `((?:^|[\\s"'\\[(,=])--(?:${LONG})(?:[ ]+|=|\\\\?["'],[ ]?))${VALUE}`,
    replacement: `$1${MASK}`,
    needs: ['--'],
  },
  {
    name: 'short_argument',
    family: 'argument',
    source: `((?:^|[\\s"'\\[(,])-(?:${SHORT})(?:[ ]+|\\\\?["'],[ ]?))${VALUE}`,
    replacement: `$1${MASK}`,
    needs: ['-'],
  },
  {
    // `-u user:password`, `-b name=value`, `-H "Name: value"`: of curl, which takes one letter.
    name: 'letter_argument',
    family: 'argument',
    caseMatters: true,
    source:
      '((?:^|[\\s"\'\\[(,])-(?:[uU](?:[ ]+|\\\\?["\'],[ ]?)["\']?[^\\s"\':=*]{1,200}:|b(?:[ ]+|\\\\?["\'],[ ]?)["\']?[^\\s"\'=*]{1,200}=|H(?:[ ]+|\\\\?["\'],[ ]?)["\']?[A-Za-z0-9-]{1,60}:))[^\\r\\n"\'*]+',
    replacement: `$1${MASK}`,
    needs: ['-u', '-b', '-h'],
  },
];
