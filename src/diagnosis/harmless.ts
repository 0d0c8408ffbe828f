import type { ErrorType } from '../registry/error_types.ts';
import { claimsFailure } from './claim.ts';
import type { PreparedLine } from './line.ts';
import { statusInText } from './rules/http.ts';

/**
 * What yt-dlp warns of and then does without, all the time: extra metadata, a second page, a better container. A
 * warning of these types tells nothing about the download.
 */
const HARMLESS_AS_WARNING: ReadonlySet<ErrorType> = new Set<ErrorType>([
  'bad_argument',
  'extractor_error',
  'file_not_found',
  'http_client_error',
  'invalid_media',
  'login_required',
  'not_found',
  'post_processing',
  'program_failed',
  'read_write_error',
  'tool_outdated',
  'unauthorized',
]);

export const YTDLP_WARNING = /^(?:\S{1,40} ){0,3}WARNING: /;

/** Of these a warning counts if it is the site that says so, and not if only an HTTP status does. */
const HARMLESS_AS_STATUS: ReadonlySet<ErrorType> = new Set<ErrorType>(['removed', 'video_unavailable']);

// What programs say in the course of things, also where whoever logs it calls all that is on stderr an error.
export const ORDINARY =
  /more than \d{1,6} frames duplicated|^< http\/|^> (?:get|post|head|put) |has not been used for any stream|^\[bilibili\] format\(s\) .{1,120} are missing|\d#\d+: \*\d{1,9} (?:client connected|connect:|createstream|publish:|play:|disconnect|deletestream)|using software (?:en|de)cod|^crit supervisor running as root|running without any http authentication|the following ffmpeg logs include|(?:^|\berror *: *)frame= *\d+ fps=|non-monoton(?:ous|ic) dts|failed to update header with correct|ended: mad\.end_of_stream|unavailable videos? (?:is|are) hidden|^\* {1,2}(?:ssl connection using|ssl certificate verify ok|old ssl session)|age-restricted; some formats may be missing|eoi missing, emulating|^warning: .{0,60}could not send head request|^skipp(?:ing|ed):? (?:\w{1,12} (?:is )?)?(?:private|unavailable|deleted|members)|^["']?(?:title|description|artist|album|caption|uploader)["']?: ?["']|^now (?:playing|streaming): |^error: run again (?:and|with) /i;

/** Whether a warning of a type tells nothing about the download. */
export function isHarmless(type: ErrorType, { text, plain }: PreparedLine): boolean {
  if (!YTDLP_WARNING.test(plain) && claimsFailure(text)) return false;
  return HARMLESS_AS_WARNING.has(type) || (HARMLESS_AS_STATUS.has(type) && statusInText(text) !== undefined);
}
