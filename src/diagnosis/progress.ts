/** What a progress line of yt-dlp or youtube-dl tells. */
export interface YtDlpProgress {
  /** Part done, 0 to 1. */
  readonly ratio?: number;
  /** Size of the whole; an estimate as long as yt-dlp prints `~`. */
  readonly totalBytes?: number;
  /** Bytes so far, printed instead of a ratio where the size of the whole is unknown. */
  readonly downloadedBytes?: number;
  readonly bytesPerSecond?: number;
  readonly etaSeconds?: number;
  readonly fragment?: number;
  readonly fragments?: number;
}

/** What a progress line of ffmpeg tells. A `-progress` line tells one of these only. */
export interface FfmpegProgress {
  readonly frame?: number;
  readonly fps?: number;
  /** Position in the output. */
  readonly timeSeconds?: number;
  /** Speed as a multiple of real time. */
  readonly speedRatio?: number;
  readonly bitrateBitsPerSecond?: number;
  readonly sizeBytes?: number;
  /** The last line of `-progress`. */
  readonly ended?: true;
}

const MAX_LENGTH = 1000;
const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KIB: 1024,
  MIB: 1024 ** 2,
  GIB: 1024 ** 3,
  TIB: 1024 ** 4,
  KB: 1000,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
};

/**
 * Reads a progress line of yt-dlp's default template, e.g. `[download]  42.3% of ~ 10.00MiB at 1.2MiB/s ETA 00:05`.
 *
 * @returns undefined for any other line; parts that the line does not know are left out
 */
export function parseYtDlpProgress(line: string): YtDlpProgress | undefined {
  const text = clip(line);
  const match = /^\s*\[download\] +(?:(\d{1,3}(?:\.\d+)?)% of|([\d.]+[KMGT]?i?B) at)/.exec(text);
  if (match === null) return undefined;
  const fragment = /\(frag (\d{1,9})\/(\d{1,9})\)/.exec(text);
  return known({
    ratio: scaled(match[1], 0.01),
    totalBytes: bytes(/% of +~? *([\d.]+[KMGT]?i?B)/.exec(text)?.[1]),
    downloadedBytes: bytes(match[2]),
    bytesPerSecond: bytes(/ at +~? *([\d.]+[KMGT]?i?B)\/s/.exec(text)?.[1]),
    etaSeconds: clock(/ ETA +([\d:]+)/.exec(text)?.[1]),
    fragment: scaled(fragment?.[1]),
    fragments: scaled(fragment?.[2]),
  });
}

/**
 * Reads a progress line of ffmpeg: a `key=value` line of `-progress`, or the line that it overwrites on stderr.
 *
 * @returns undefined for any other line, and for keys of `-progress` that are of no use here
 */
export function parseFfmpegProgress(line: string): FfmpegProgress | undefined {
  const text = clip(line).trim();
  if (!/^(?:frame|fps|l?size|bitrate|total_size|out_time|speed|progress) *=/i.test(text)) return undefined;
  const progress = known({
    frame: scaled(/\bframe= *(\d+)/.exec(text)?.[1]),
    fps: scaled(/\bfps= *([\d.]+)/.exec(text)?.[1]),
    timeSeconds: clock(/\b(?:out_)?time= *(-?[\d:.]+)/.exec(text)?.[1]),
    speedRatio: scaled(/\bspeed= *([\d.]+(?:e[+-]?\d+)?)x/.exec(text)?.[1]),
    bitrateBitsPerSecond: scaled(/\bbitrate= *([\d.]+)kbits\/s/.exec(text)?.[1], 1000),
    sizeBytes: scaled(/\btotal_size=(\d+)/.exec(text)?.[1]) ?? kibibytes(text),
    ended: /^progress=end$/.test(text) ? (true as const) : undefined,
  });
  return Object.keys(progress).length === 0 ? undefined : progress;
}

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function known<T extends object>(values: T): Known<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;
}

function clip(line: string): string {
  return typeof line === 'string' ? line.slice(0, MAX_LENGTH) : '';
}

function scaled(digits: string | undefined, factor = 1): number | undefined {
  const value = digits === undefined ? Number.NaN : Number(digits) * factor;
  return Number.isFinite(value) ? value : undefined;
}

function bytes(text: string | undefined): number | undefined {
  const match = /^([\d.]+)([KMGT]?i?B)$/.exec(text ?? '');
  const factor = UNITS[match?.[2]?.toUpperCase() ?? ''];
  return factor === undefined ? undefined : scaled(match?.[1], factor);
}

/** ffmpeg prints `kB` up to 6 and `KiB` from 7 on, and means 1,024 bytes by both. */
function kibibytes(text: string): number | undefined {
  return scaled(/\bL?size= *(\d+)(?:kB|KiB)/.exec(text)?.[1], 1024);
}

function clock(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?\d+(?::\d+){0,3}(?:\.\d+)?$/.test(text)) return undefined;
  const sign = text.startsWith('-') ? -1 : 1;
  const parts = text.replace('-', '').split(':').map(Number);
  const days = parts.length === 4 ? (parts.shift() ?? 0) : 0;
  return sign * (days * 86_400 + parts.reduce((seconds, part) => seconds * 60 + part, 0));
}
