import type { ErrorType } from '../../registry/error_types.ts';
import { statusType } from '../statuses.ts';

/** The ways in which tools write an HTTP status; the number is the first group. */
const STATUS_PATTERNS: readonly RegExp[] = [
  // Of an access log, `"GET / HTTP/1.1" 404`, the status is what a server answered, not what we were answered.
  /\bhttp\/\d(?:\.\d)? ([1-5]\d\d)\b/,
  /\bhttp(?:[ _]?(?:error|status|response))?(?:[ _]?code)?['" :=#(]{1,4}([1-5]\d\d)\b/,
  /\b(?:status|response|error)[ _]?code['" :=#(]{1,4}([1-5]\d\d)\b/,
  /\bserver (?:returned|responded|response|replied)(?: with)?:?(?: a)?(?: status)?(?: of)? ([45]\d\d)\b/,
  /\burl returned error: ([45]\d\d)\b/,
  /\b([45]\d\d)[:,]? (?:client error|server error|forbidden|not found|too many requests|unauthorized|bad request|bad gateway|service (?:temporarily )?unavailable|internal server error|gateway time-?out|gone\b|file not found|(?:proxy )?authentication required|authorization required|access denied|method not allowed|not acceptable|request time-?out|conflict|precondition|payload too large|request entity too large|unsupported media|unprocessable|range not|unavailable for legal|not implemented|unknown error)/,
  /\bsuccess: ([45]\d\d)\b/,
  /error: ([45]\d\d), message=/,
  /[ :]([45]\d\d)\.[a-z]{6,30}\b/,
  /\b(?:denied|refused|rejected|failed|forbidden): ?([45]\d\d)\b/,
  /\b(?:returned|status|received|got|fetch|failed with|bad answer|error|responded|replied|answered|response)['" :=(]{1,3}(?:with )?(?:status |http |an? )?([45]\d\d)\b/,
];

/** ffmpeg's words for an answer of RTSP, whose statuses are those of HTTP but for these. */
const RTSP_STATUS = /\bmethod [a-z_]{4,20} failed: ([45]\d\d)\b/;
const RTSP_OWN: ReadonlySet<string> = new Set([
  '451',
  '452',
  '453',
  '454',
  '455',
  '456',
  '457',
  '458',
  '459',
]);

/** A status in words alone, as an answer's `statusText` is printed. In a longer line the words may mean anything. */
const REASONS: ReadonlyMap<string, number> = new Map([
  ['bad request', 400],
  ['unauthorized', 401],
  ['forbidden', 403],
  ['not found', 404],
  ['method not allowed', 405],
  ['gone', 410],
  ['too many requests', 429],
  ['gateway timeout', 504],
]);

/** The error type of an HTTP status that is named in a prepared line, if one is. */
export function statusInText(text: string): ErrorType | undefined {
  const rtsp = RTSP_STATUS.exec(text)?.[1];
  if (rtsp !== undefined) return RTSP_OWN.has(rtsp) ? 'http_client_error' : statusType(Number(rtsp));
  for (const pattern of STATUS_PATTERNS) {
    const status = pattern.exec(text)?.[1];
    if (status !== undefined) return statusType(Number(status));
  }
  const reason = REASONS.get(text.replace(/[.!]$/, ''));
  return reason === undefined ? undefined : statusType(reason);
}
