import { tmpdir } from 'node:os';
import { isInstalled } from './installed.ts';

/** What fetches a link first: yt-dlp, or Node's own `fetch` for links that lead straight to a file. */
export type Way = 'yt-dlp' | 'fetch';

/** All that can be set, read from the environment once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly way: Way;
  /** Whether ffmpeg is there to make audio files of what was downloaded. */
  readonly transcodes: boolean;
  readonly audioFormat: 'mp3' | 'ogg';
  /** A Netscape `cookies.txt`, for the second try. */
  readonly cookiesFile: string | undefined;
  /** URL of a proxy for yt-dlp. It may hold a password: it goes nowhere but to yt-dlp. */
  readonly proxy: string | undefined;
  /** Where files are put, each request in a folder of its own. */
  readonly folder: string;
  /** Whether files stay there once the request was answered. */
  readonly keepFiles: boolean;
  /** How long nothing may arrive before a download is given up. */
  readonly stallSeconds: number;
  /** Whether `X-Forwarded-For` is believed: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
  /** Whether `/healthz` says how downloads went. */
  readonly diagnostics: boolean;
}

/**
 * Reads the settings.
 *
 * @throws {Error} naming the variable, what it is, and what it may be
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const way = oneOf('DOWNLOADER', env.DOWNLOADER, ['auto', 'yt-dlp', 'fetch']);
  return {
    host: env.HOST || '127.0.0.1',
    port: number('PORT', env.PORT, 8080, 0, 65_535),
    way: way === 'auto' ? (isInstalled('yt-dlp') ? 'yt-dlp' : 'fetch') : way,
    transcodes: isInstalled('ffmpeg'),
    audioFormat: oneOf('AUDIO_FORMAT', env.AUDIO_FORMAT, ['mp3', 'ogg']),
    cookiesFile: env.COOKIES_FILE || undefined,
    proxy: env.PROXY || undefined,
    folder: env.DOWNLOAD_FOLDER || tmpdir(),
    keepFiles: Boolean(env.DOWNLOAD_FOLDER),
    stallSeconds: number('STALL_SECONDS', env.STALL_SECONDS, 20, 1, 600),
    trustProxy: flag('TRUST_PROXY', env.TRUST_PROXY),
    diagnostics: flag('HEALTH_DETAILS', env.HEALTH_DETAILS),
  };
}

function number(
  name: string,
  text: string | undefined,
  fallback: number,
  least: number,
  most: number,
): number {
  if (!text) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} is a whole number from ${least} to ${most}, not "${text}"`);
}

function oneOf<const T extends string>(
  name: string,
  text: string | undefined,
  choices: readonly [T, ...T[]],
): T {
  const found = choices.find((choice) => choice === (text || choices[0]));
  if (found !== undefined) return found;
  throw new Error(`${name} is one of ${choices.join(', ')}, not "${text}"`);
}

function flag(name: string, text: string | undefined): boolean {
  return oneOf(name, text, ['0', '1']) === '1';
}
