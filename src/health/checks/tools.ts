import { threshold } from '../../emit/thresholds.ts';
import type { HealthCheck, HealthFinding } from '../finding.ts';
import { ffmpegLook, type ToolFacts, ytDlpLook } from '../tools.ts';

/** Which ffmpeg. */
export interface FfmpegCheckOptions {
  /** Name or path. Default `ffmpeg`. */
  readonly program?: string;
}

/** Which yt-dlp, and how old it may be. */
export interface YtDlpCheckOptions {
  /** Name or path. Default `yt-dlp`. */
  readonly program?: string;
  /** Age of a release in days from which it counts as degraded. Default 60. */
  readonly maxAgeDays?: number;
}

const DAY_MS = 86_400_000;
// `2026.10.01`, `2026.10.01.232703` of nightly builds.
const RELEASE_DATE = /^(\d{4})\.(\d{1,2})\.(\d{1,2})(?:\.|$)/;

/** Runs `ffmpeg -version`. */
export function ffmpegCheck({ program = 'ffmpeg' }: FfmpegCheckOptions = {}): HealthCheck {
  return async (): Promise<HealthFinding> => {
    const isThere = await ffmpegLook(program);
    return isThere
      ? { status: 'ok' }
      : { status: 'critical', message: 'ffmpeg is not there, or does not run' };
  };
}

/** Runs `yt-dlp --version`, which prints the date of the release: an old one fails where sites have changed. */
export function ytDlpCheck(options: YtDlpCheckOptions = {}): HealthCheck {
  const { program = 'yt-dlp', maxAgeDays = threshold('healthYtDlpAgeDays') } = options;
  return async () => ytDlpFinding(await ytDlpLook(program), maxAgeDays, Date.now());
}

/** What a version of yt-dlp says about itself. Pure. */
export function ytDlpFinding(
  version: ToolFacts['ytDlpVersion'],
  maxAgeDays: number,
  nowMs: number,
): HealthFinding {
  if (version === null) return { status: 'critical', message: 'yt-dlp is not there, or does not run' };
  const ageDays = releaseAgeDays(version, nowMs);
  const facts = { version, age_days: ageDays ?? null };
  if (ageDays === undefined) return { status: 'ok', message: 'yt-dlp runs; its version is no date', facts };
  if (ageDays >= maxAgeDays) {
    return { status: 'degraded', message: `yt-dlp is ${ageDays} days old: update it`, facts };
  }
  return { status: 'ok', message: `yt-dlp is ${ageDays} days old`, facts };
}

function releaseAgeDays(version: string, nowMs: number): number | undefined {
  const [, year, month, day] = RELEASE_DATE.exec(version) ?? [];
  if (year === undefined) return undefined;
  const released = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Math.max(0, Math.floor((nowMs - released) / DAY_MS));
}
