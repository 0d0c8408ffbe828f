import { CALL_FOR_REPORT, ERROR_CLASS, type LineLevel, levelOf } from './line_level.ts';
import { withoutPrefix } from './line_prefix.ts';

/** Longest part of a line that is looked at, in characters: a tool says first what matters. */
export const MAX_LINE_LENGTH = 4096;

/** A line of output, made ready for the rules. */
export interface PreparedLine {
  /** Lower case, straight apostrophes, no colours, no addresses, none of the advice that yt-dlp adds. */
  readonly text: string;
  /** The line without colours and prefixes, in its own capitals. */
  readonly plain: string;
  readonly level: LineLevel;
  /** yt-dlp asks to report it: it did not expect this itself. */
  readonly unexpected: boolean;
}

/** How much a program may put before a line of ffmpeg. */
const MAX_WRAPPER = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what begins a colour.
const COLOURS = /\u001b\[[0-9;]{0,20}[A-Za-z]/g;
/** What JSON and printed objects put before quotes, and behind the last of them. */
const ESCAPES = /\\(?=['"])/g;
const END_OF_FIELD = /(?:\\n)?["'][,}\]\s]{1,8}$/;
const APOSTROPHES = /[\u2018\u2019\u02bc]/g;
// Only the scheme tells anything; the rest is a place where any word may stand.
const ADDRESS = /\b(https?|ftp|rtmp[a-z]{0,2}|rtsp|srt|icecast|tcp|udp):\/\/[^\s'"]*/gi;
// Names formats, cookies and the latest version, whatever it was that failed.
const ADVICE = /(?:please report this issue|use --list-formats|see {1,3}https?:).*$/i;

/** `[mov,mp4,m4a,3gp,3g2,mj2 @ 0x55d0c8f0b2c0] …`: a component of ffmpeg that names itself and its address. */
const COMPONENT = /\[(?!in#|out#)(?:[\w,/.#: -]{1,80} @ (?:0x)?[0-9a-f]{6,16}|[\w,]{2,12} {2,12})\] /i;

/** Whether a component of ffmpeg speaks in a prepared line. */
export function isComponent(text: string): boolean {
  return text.startsWith('[') && COMPONENT.exec(text)?.index === 0;
}

/** The words of a component of ffmpeg without what a program around ffmpeg put before them. */
function fromComponent(line: string): string {
  const at = line.search(COMPONENT);
  return at > 0 && at < MAX_WRAPPER && !/process/i.test(line.slice(0, at)) ? line.slice(at) : line;
}

/** Continuation lines: frames of a stack, metadata, details. Only those that name a cause are looked at. */
const INDENTED = /^(?:\t| {2})/;
const NAMED_CAUSE =
  /^(?:.{0,60}curl: \(\d|["']?(?:\[?cause\]?|code|errno|err|error|message|msg|reason|stderr|statuscode)["']?:|->|caused by\b|[✖✗❌]|this video is (?:private|unavailable)\b|(?:ERROR|FATAL|WARNING)\b)/i;

/**
 * Makes a raw line ready for the rules. Takes time linear in {@link MAX_LINE_LENGTH}.
 *
 * @returns undefined for a line that is ordinary by its form
 */
export function prepareLine(raw: string): PreparedLine | undefined {
  const cleaned = raw
    .slice(0, MAX_LINE_LENGTH)
    .replace(COLOURS, '')
    .replace(APOSTROPHES, "'")
    .replace(ESCAPES, '');
  const unwrapped = withoutPrefix(cleaned);
  const line = fromError(unwrapped.trim());
  if (line === '' || (INDENTED.test(unwrapped) && !NAMED_CAUSE.test(line) && !ERROR_CLASS.test(line))) {
    return undefined;
  }
  const level = levelOf(line);
  if (level === undefined) return undefined;
  const plain = fromComponent(line).replace(ADVICE, '').replace(ADDRESS, '$1://');
  return {
    text: plain.toLowerCase().replace(END_OF_FIELD, ''),
    plain,
    level,
    unexpected: CALL_FOR_REPORT.test(line),
  };
}

/** How far from its start an error of yt-dlp is looked for in a line. */
const MAX_BEFORE_ERROR = 1500;
/** `[download] Destination: …`: a title follows. */
const TITLE_FOLLOWS =
  /^\[(?:download|info|debug|Metadata|Merger|ExtractAudio|Fixup\w*|Move\w*|Embed\w*|Thumbnails\w*|ffmpeg)\] (?!ERROR: )|^(?:Input|Output) #\d/;

/** An error of yt-dlp without what another program, or its own warnings on the same line, put before it. */
function fromError(line: string): string {
  const at = line.indexOf('ERROR: ');
  if (at <= 0 || at > MAX_BEFORE_ERROR || TITLE_FOLLOWS.test(line)) return line;
  return /[\w-]$/.test(line.slice(0, at)) ? line : line.slice(at);
}
