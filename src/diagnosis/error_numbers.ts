import type { ErrorType } from '../registry/error_types.ts';
import { codeType } from './error_codes.ts';

/**
 * Names of the numbers that programs print instead of words. Linux; macOS, where it differs and Linux has nothing
 * of the kind; and Windows, 138 and sockets.
 */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'EPERM'],
  [2, 'ENOENT'],
  [5, 'EIO'],
  [9, 'EBADF'],
  [11, 'EAGAIN'],
  [12, 'ENOMEM'],
  [13, 'EACCES'],
  [16, 'EBUSY'],
  [17, 'EEXIST'],
  [20, 'ENOTDIR'],
  [21, 'EISDIR'],
  [22, 'EINVAL'],
  [23, 'ENFILE'],
  [24, 'EMFILE'],
  [27, 'EFBIG'],
  [28, 'ENOSPC'],
  [30, 'EROFS'],
  [32, 'EPIPE'],
  [36, 'ENAMETOOLONG'],
  [54, 'ECONNRESET'],
  [60, 'ETIMEDOUT'],
  [61, 'ECONNREFUSED'],
  [63, 'ENAMETOOLONG'],
  [64, 'EHOSTDOWN'],
  [65, 'EHOSTUNREACH'],
  [98, 'EADDRINUSE'],
  [99, 'EADDRNOTAVAIL'],
  [101, 'ENETUNREACH'],
  [103, 'ECONNABORTED'],
  [104, 'ECONNRESET'],
  [107, 'ENOTCONN'],
  [110, 'ETIMEDOUT'],
  [111, 'ECONNREFUSED'],
  [112, 'EHOSTDOWN'],
  [113, 'EHOSTUNREACH'],
  [116, 'ESTALE'],
  [122, 'EDQUOT'],
  [138, 'ETIMEDOUT'],
  [10053, 'ECONNABORTED'],
  [10054, 'ECONNRESET'],
  [10060, 'ETIMEDOUT'],
  [10061, 'ECONNREFUSED'],
  [10065, 'EHOSTUNREACH'],
]);

/** ffmpeg's own: four characters in a number, https://ffmpeg.org/doxygen/trunk/error_8h_source.html */
const FFMPEG_TAGS: Readonly<Record<string, ErrorType>> = {
  '\xF8DEC': 'codec_missing',
  '\xF8ENC': 'codec_missing',
  '\xF8DEM': 'codec_missing',
  '\xF8MUX': 'codec_missing',
  '\xF8FIL': 'codec_missing',
  '\xF8BSF': 'codec_missing',
  '\xF8PRO': 'codec_missing',
  '\xF8OPT': 'bad_argument',
  '\xF8STR': 'invalid_media',
  INDA: 'invalid_media',
  '\xF8400': 'http_client_error',
  '\xF8401': 'unauthorized',
  '\xF8403': 'forbidden',
  '\xF8404': 'not_found',
  '\xF8429': 'rate_limited',
  '\xF84XX': 'http_client_error',
  '\xF85XX': 'server_error',
};

const FFMPEG: ReadonlyMap<number, ErrorType> = new Map(
  Object.entries(FFMPEG_TAGS).map(([tag, type]) => [tagNumber(tag), type] as const),
);

function tagNumber(tag: string): number {
  return [...tag].reduce((sum, character, at) => sum + character.charCodeAt(0) * 256 ** at, 0);
}

/** Where a number stands for an error: Python, Node, Rust, Windows, and return values of C, which are negative. */
const NUMBER_PATTERNS: readonly RegExp[] = [
  /\berrno:? {0,2}-?(\d{1,10})\b/,
  /\b(?:os error|winerror|error number|send error) -?(\d{1,10})\b/,
  /\b(?:error|code|ret|returned|status|failed)[ :=(]{1,3}-(\d{1,10})\b/,
];

/** The error type of an error's number that is named in a prepared line, if one is. */
export function numberInText(text: string): ErrorType | undefined {
  for (const pattern of NUMBER_PATTERNS) {
    const digits = pattern.exec(text)?.[1];
    if (digits === undefined) continue;
    const name = NAMES.get(Number(digits));
    const type = name === undefined ? FFMPEG.get(Number(digits)) : codeType(name);
    if (type !== undefined) return type;
  }
  return undefined;
}
