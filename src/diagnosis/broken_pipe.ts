import type { ErrorType } from '../registry/error_types.ts';

/** What a broken pipe means where nothing tells who was reading: ffmpeg says the same of a server and of a player. */
export const BROKEN_PIPE = {
  meaning: 'whoever read what was written has closed: a player, a program, or a server',
  fix: 'See why the reader ended: a player or program that was closed is no fault; a server says why in its log.',
} as const;

const TYPES: ReadonlySet<ErrorType> = new Set<ErrorType>([
  'stream_push_failed',
  'connection_reset',
  'read_write_error',
]);

const SAYS_SO = /\bbroken pipe\b|\bepipe\b|brokenpipe/i;
// A URL, a protocol or a muxer for streams, the words of a library that knows only hosts: then it is a server.
const NAMES_SERVER =
  /:\/\/|\bhost\b|\b(?:tls|ssl|tcp|rtmps?|rtsp|srt|icecast|shoutcast|http)\b|\[(?:out#\d{1,3}\/)?(?:flv|tee|rtsp)\b|->|connection/i;

/** Whether a line says that its reader has gone, and not that this was a server. */
export function isBrokenPipe(type: ErrorType, message: string): boolean {
  return TYPES.has(type) && SAYS_SO.test(message) && !NAMES_SERVER.test(message);
}
