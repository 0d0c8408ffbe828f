import { withoutPrefix } from './line_prefix.ts';

/**
 * How loudly a line speaks. `retry` is a failure that is being tried again; `bare` what may be an error whose
 * `ERROR:` was cut off; `none` says nothing of itself.
 */
export type LineLevel = 'error' | 'warning' | 'retry' | 'bare' | 'none';

/** yt-dlp asks to report what it did not expect. */
export const CALL_FOR_REPORT = /please report this issue|yt-dl\.org\/bug/i;

/**
 * `[youtube] …`, `[download] …`: yt-dlp telling what it does. Two that look alike are none: levels of loggers, and
 * Liquidsoap's `[source:2]`, whose number is the level.
 */
const TAG = /^\[(?!(?:error|warn|warning|fatal|critical|err)\]|[^\]]{1,60}:[12]\])[a-z][\w.:+-]*\] /i;
/** `[PLAY] …`: a label that no extractor of yt-dlp has. */
const LOGGER_TAG = /^\[[A-Z0-9_ -]{2,30}\] /;
/** What follows a tag where something that is no download of yt-dlp complains: `[net] Error: …`, `[db] code = Busy`. */
const COMPLAINT =
  /^(?:(?:this|the|your|you|sorry,?) (?!following|.{0,160}(?:trying|redirect|instead)).{0,80}\b(?:drm|private|unavailable|not available|no longer|removed|deleted|members?|premium|sign(?:ed)? in|log(?:ged)? in|region|country|blocked|does not exist|doesn't exist|age|offline|not live|expired)\b|'nonetype'|\[[\w,]{2,60} @ 0x|unknown (?:encoder|decoder)\b|unrecognized |conversion failed|\S{1,40} exited with (?:code|status) [1-9]|(?:read|write|connect|getaddrinfo|spawn|listen) E[A-Z]{3,}|status code:? [45]\d\d|unsupported |request failed|av_\w{2,40}\(\)|no such |E[A-Z]{3,9}: )|^(?:\S{1,80}: )?(?:error|unhandled\b|errorcode ?=|failed\b|failure|fatal|exception|cannot|can't|could not|couldn't|unable to|invalid|code ?[=:]|timed? ?out|connection (?:refused|reset|closed|lost|failed|timed)|non-?existent|[\w.]{0,60}(?:error|exception)\b|(?:\w{1,20} ){1,4}error: |(?:yt-?dlp?|youtube-dl|ff(?:mpeg|probe))\S{0,10} (?:failed|crashed)\b|(?:download|conversion|extraction|upload|playback|transcoding|encoding) (?:has )?failed\b)/i;
/** Liquidsoap's `[source:3]`; below 3 a line counts anyway. */
const NUMBERED_TAG = /^\[[^\]]{1,60}:[34]\] /;
const DEBUG_TAG = /^\[[^\]]{1,60}:[5-9]\] /;
const NUMBERED_COMPLAINT =
  /^(?:[\w. -]{1,60} )?(?:failed|failure|could not|couldn't|cannot|error|aborts with|crashed|nonexistent|non-existent|returned [45]\d\d)\b(?!.{0,200}(?:disabling|dynamic module|preferred|instead|ignor|fallback))/i;
/** What yt-dlp tells of these may begin with any word, since titles follow. */
const TITLED_TAG =
  /^\[(?:(?:download|info|debug|metadata|merger|extractaudio|fixup\w*|move\w*|embed\w*|thumbnails\w*)\b|ffmpeg\] (?:[A-Z][a-z]{2,20}ing\b|Destination|Not |There ))/i;
/** The level of a logger not far behind its name: `[Nest] 7  - 07/16/2026, 11:50:47 AM   ERROR […] …`. */
const LOGGED_ERROR = /^[^"']{0,60}(?:^|[\s|\]])(?:ERROR|FATAL|CRITICAL|ERR)\b/;
/** A line that was printed onto progress: `[Cookies] Loading cookie 0/ 474WARNING: failed to …`. */
const GLUED = /(?:[\d)]|ETA) {0,40}(?:ERROR|WARNING): /;
/** `[youtube] dQw4w9WgXcQ: Video unavailable`: an error whose `ERROR:` was cut off. */
const TAGGED_MESSAGE =
  /^\[(?!download|info|debug)[a-z][\w.:+-]*\] (?!Destination|Extracting)\S{1,80}: (?![A-Z][a-z]{2,20}ing\b)\S/i;
/** Liquidsoap's tags, whatever their number. */
const NUMBERED = /^\[[^\]]{1,60}:\d\] /;
/** What yt-dlp and loggers tell that a program does or did: titles may follow, and a failure is not meant. */
const DOING =
  /^(?:\S{1,80}: )?(?:[A-Z][a-z]{2,20}(?:ing|ed)\b|Total |Destination|Now |There |Found |Using |Got |Playlist |\[)|["“]|\b(?:[A-Z][a-z]{3,20}ing|waiting|trying|retrying|following|refreshing)\b|\d%|\bOK\b/;
const RETRY =
  /\[download\] (?:got error: |skipping fragment|fragment not found|.{0,20}throttle)|\. retrying (?:\(|fragment)/i;
const GAVE_UP = /giving up after \d+ (?:fragment )?retries/i;

const ERROR_WORD =
  /(?:^|[\s\]|:>[</])(?:ERROR|FATAL|CRITICAL|SEVERE|ERR|(?:ERRO|FATA|PANI)(?=\[))\b(?!_|<)|\.ERR(?:OR)?[-:]/;
/** Levels as structured logs, streamlink and web servers write them. */
const ERROR_FIELD =
  /\[-?(?:error|fatal|critical|crit|emerg)-?\]|"?(?:level|severity)"?[=:] ?"?(?:error|fatal|critical)\b|^\[[ef]\]\[|"error": ?(?:\{|"[^"])|^\|?(?:error|fatal)(?:\[| ?\|)/i;
const ERROR_START = /^(?:[✖✗❌]|🗙)|^E: |^\[?(?:fatal error|fatal|error|uncaught \w{1,40})\]? ?[:\s]/i;
/** `OSError: …`, `yt_dlp.utils.DownloadError: …`, `MinigetError: …`: the last line of a stack that was printed. */
export const ERROR_CLASS =
  /^(?:uncaught |\{ |\[?cause\]?: |\w{1,20} [-|] )?(?:(?:\w{1,40}\.){0,6}\w{0,60}(?:Error|Exception)(?: \[\w{1,60}\])?|(?:[a-z_]\w{0,40}\.){1,6}(?:errors?|exceptions?)(?:\.\w{1,40}){0,3}): \S|^(?:[a-z_]\w{0,40}\.){1,6}[A-Z]\w{1,60}(?:Error|Exception|Timeout|Exceeded|Disconnected)(?:\(\))?$/i;
/** Nothing but that: `Error`, `TypeError`, `Fatal error!`. */
const ERROR_ALONE =
  /^(?:(?:fatal|unknown|unexpected) )?(?:error|exception|[A-Z]\w{0,60}(?:Error|Exception))[.!]?$/i;
const WARNING_WORD = /(?:^|[\s\]|:>[])(?:WARN(?:ING)?|WRN)\b(?!\/)|^\[?[Ww]arn(?:ing)?\]?[:\s]/;
const QUIET_WORD =
  /^(?:\S{1,40}[ |]{1,3}){0,3}\[?(?:INFO?|DEBUG|DBG|TRACE|VERBOSE|NOTICE|LOG|INF|[vdti]\]\[\w{1,30})\b(?!\s{0,6}\|? ?error|:? {0,3}ERROR\b|\s{1,6}ERROR:|.{0,200}\[ERROR\])/;

/** Failures that their programs log as information: a supervisor's, a watchdog's, a wrapper's. */
const QUIET_FAILURE =
  /^["']?playability\w{0,8}["']?: ?["']?(?:login_required|unplayable|error)|\bexited: \S{1,80} \((?:exit status \d{1,3}|terminated by \w{1,12}); not expected\)|\bgave up: \S{1,80} entered fatal|\bno frames (?:have been )?received from \S{1,80} in \d|\bff(?:mpeg|probe) exited with (?:code|status) [1-9]|\bdue to (?:socket )?time-?out\b|\bexpected\?=false|\{ error: [a-z]{3,12} e[a-z]{4,}|(?:transcoding|download|conversion|encoding|merging) failed!/i;

/** Lines that tell and never complain, whatever a title or a file name in them says. */
const TELLING = [
  /^(?:input|output|stream) #\d|^(?:stream mapping|metadata|duration|side data|configuration|usage):/i,
  /^(?:ffmpeg|ffprobe) version [\dn]|^built with|^lib(?:av|sw|postproc)\w* |^press \[q\]/i,
  /^frame= *\d|^l?size= *\S+ time=|^(?:\[out#\S{1,40} @ \w{1,20}\] )?video: *\d+ ?k|^last message repeated/i,
  /^(?:\[[\w,]{1,60} @ \w{1,20}\] )?opening '|^"?errors?"?(?: count)?: ?(?:null|none|0|undefined|false)["',\s]{0,4}$|^deleting original file|^extract(?:ed \d+|ing) cookies|^deprecated feature:|^\(node:\d{1,9}\) (?:\[\w{1,20}\] )?(?!unhandled)\w{0,40}warning: /i,
];
/** A property of an object that was printed. What is left out of them may tell: a status, a code. */
const PLAIN_PROPERTY =
  /^["']?(?!(?:status|code|errno|error)\w{0,4}["']?:)[\w.$-]{1,60}["']?: ?(?:true|false|null|undefined|-?\d[\d.]{0,20}|\{|\[\w{0,30}\]?|'',?|"",?)[,\s]{0,4}$/i;
/** How loudly a line speaks; `undefined`: it is ordinary by its form. */
export function levelOf(line: string): LineLevel | undefined {
  if (TAG.test(line) && !LOGGER_TAG.test(line)) return levelOfTagged(line);
  if (QUIET_FAILURE.test(line)) return 'error';
  if (QUIET_WORD.test(line) || PLAIN_PROPERTY.test(line) || TELLING.some((pattern) => pattern.test(line)))
    return undefined;
  const error = line.search(ERROR_WORD);
  const warning = line.search(WARNING_WORD);
  if (warning >= 0 && (error < 0 || warning < error)) return 'warning';
  if (CALL_FOR_REPORT.test(line)) return 'error';
  if (RETRY.test(line) && !GAVE_UP.test(line)) return 'retry';
  const isError =
    error >= 0 ||
    ERROR_FIELD.test(line) ||
    ERROR_START.test(line) ||
    ERROR_CLASS.test(line) ||
    ERROR_ALONE.test(line) ||
    GAVE_UP.test(line);
  return isError ? 'error' : 'none';
}

function levelOfTagged(line: string): LineLevel | undefined {
  if (RETRY.test(line)) return GAVE_UP.test(line) ? 'error' : 'retry';
  const rest = line.slice(line.indexOf('] ') + 2).trimStart();
  if (QUIET_WORD.test(rest)) return undefined;
  if (rest.startsWith('WARNING: ')) return 'warning';
  if (GLUED.test(line)) return line.includes('ERROR: ') ? 'error' : 'warning';
  if (!TITLED_TAG.test(line) && LOGGED_ERROR.test(rest)) return 'error';
  if (DEBUG_TAG.test(line)) return undefined;
  if (NUMBERED_TAG.test(line) && NUMBERED_COMPLAINT.test(rest)) return 'bare';
  if (TAGGED_MESSAGE.test(line)) return 'bare';
  if (TITLED_TAG.test(line)) return undefined;
  if (ERROR_CLASS.test(rest)) return 'error';
  if (COMPLAINT.test(rest)) return 'bare';
  // `[bot] TypeError: …`: a label of a logger, and a line that calls itself an error.
  const inner = levelOf(withoutPrefix(rest));
  if (inner === 'error' || (inner === 'bare' && rest.startsWith('['))) return inner;
  return NUMBERED.test(line) || DOING.test(rest) ? undefined : 'none';
}
