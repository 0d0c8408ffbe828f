import type { ErrorType } from '../registry/error_types.ts';
import { curlType } from './curl_codes.ts';

/** How a program's name maps to what its exit codes and its output mean. */
export type ProgramFamily = 'ytdlp' | 'ffmpeg' | 'curl' | 'other';

/** https://github.com/yt-dlp/yt-dlp#exit-codes: 1 any error, 2 in the options, 100 must restart, 101 told to stop. */
const YTDLP: ReadonlyMap<number, ErrorType> = new Map([
  [2, 'bad_argument'],
  [100, 'tool_outdated'],
  [101, 'cancelled'],
]);

/** ffmpeg from 5 on exits with the low byte of the negative errno; 255 is an interruption by a signal. */
const FFMPEG: ReadonlyMap<number, ErrorType> = new Map([
  [254, 'file_not_found'],
  [251, 'read_write_error'],
  [244, 'out_of_memory'],
  [243, 'permission_denied'],
  [234, 'bad_argument'],
  [228, 'disk_full'],
  [224, 'connection_reset'],
  [183, 'invalid_media'],
  [152, 'connection_reset'],
  [146, 'timeout'],
  [145, 'connection_refused'],
]);

/** Of shells: found but not executable, and not found. */
const SHELL: ReadonlyMap<number, ErrorType> = new Map([
  [126, 'permission_denied'],
  [127, 'program_missing'],
]);

const SIGNALS_BY_NUMBER: ReadonlyMap<number, string> = new Map([
  [1, 'SIGHUP'],
  [2, 'SIGINT'],
  [3, 'SIGQUIT'],
  [6, 'SIGABRT'],
  [9, 'SIGKILL'],
  [11, 'SIGSEGV'],
  [15, 'SIGTERM'],
  [25, 'SIGXFSZ'],
]);

const BY_SIGNAL: ReadonlyMap<string, ErrorType> = new Map([
  ['SIGKILL', 'killed'],
  ['SIGTERM', 'interrupted'],
  ['SIGINT', 'interrupted'],
  ['SIGHUP', 'interrupted'],
  ['SIGQUIT', 'interrupted'],
  // The limit of file size was reached, which is a quota.
  ['SIGXFSZ', 'disk_full'],
]);

/** The family of a program, by the base name of its path, with or without `.exe`. */
export function familyOf(program: string): ProgramFamily {
  const name = (program.split(/[\\/]/).at(-1) ?? '').toLowerCase();
  if (/^(?:yt-dlp|youtube-dl|yt_dlp|youtube_dl)/.test(name)) return 'ytdlp';
  if (/^(?:ffmpeg|ffprobe|ffplay)/.test(name)) return 'ffmpeg';
  return /^curl/.test(name) ? 'curl' : 'other';
}

/** The signal behind an exit code above 128, as shells report it; undefined if it is none of the usual ones. */
export function signalOfExitCode(code: number): string | undefined {
  return code > 128 ? SIGNALS_BY_NUMBER.get(code - 128) : undefined;
}

/** What the end by a signal means. Those of a crash are `program_failed`. */
export function signalType(signal: string): ErrorType {
  return BY_SIGNAL.get(signal) ?? 'program_failed';
}

/** What an exit code means by itself, where the program gives it a meaning. */
export function exitCodeType(family: ProgramFamily, code: number): ErrorType | undefined {
  if (family === 'ytdlp') return YTDLP.get(code) ?? SHELL.get(code);
  if (family === 'ffmpeg') return FFMPEG.get(code) ?? SHELL.get(code);
  if (family === 'curl') return curlType(code);
  return SHELL.get(code);
}
