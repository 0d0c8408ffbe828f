import { execFile } from 'node:child_process';
import { asOwn } from '../media/exec/own_spawn.ts';

/** The programs that a downloader leans on, as far as they could be run. */
export interface ToolFacts {
  /** What `yt-dlp --version` printed; null when it is not installed, fails or hangs. */
  readonly ytDlpVersion: string | null;
  readonly ffmpegAvailable: boolean;
}

/** Which programs to look at, by name or path. */
export interface ToolPrograms {
  /** Default `yt-dlp`. */
  readonly ytDlp?: string;
  /** Default `ffmpeg`. */
  readonly ffmpeg?: string;
}

const LIMIT_MS = 5_000;
const KEEP_MS = 60_000;
// A version and nothing else: whatever a wrapper script prints instead must not get out by way of the health endpoint.
const VERSION = /^[\w.@+-]{1,40}$/;

/**
 * Makes a function that finds out about the programs by running them. What it found is kept for a minute, and callers at
 * the same time share one look. It never rejects, and takes 5 s at most.
 *
 * @param now clock in milliseconds, for tests
 */
export function toolFinder(
  programs: ToolPrograms = {},
  now: () => number = Date.now,
): () => Promise<ToolFacts> {
  const { ytDlp = 'yt-dlp', ffmpeg = 'ffmpeg' } = programs;
  let found: Promise<ToolFacts> | undefined;
  let foundAt = 0;
  return () => {
    if (found === undefined || now() - foundAt >= KEEP_MS) {
      foundAt = now();
      found = look(ytDlp, ffmpeg);
    }
    return found;
  };
}

async function look(ytDlp: string, ffmpeg: string): Promise<ToolFacts> {
  const [ytDlpVersion, ffmpegAvailable] = await Promise.all([ytDlpLook(ytDlp), ffmpegLook(ffmpeg)]);
  return { ytDlpVersion, ffmpegAvailable };
}

/** What `yt-dlp --version` prints; null when it is not installed, fails or hangs. */
export async function ytDlpLook(program: string): Promise<string | null> {
  const version = await firstLine(program, '--version');
  return version !== undefined && VERSION.test(version) ? version : null;
}

/** Whether ffmpeg can be run. */
export async function ffmpegLook(program: string): Promise<boolean> {
  return (await firstLine(program, '-version')) !== undefined;
}

/** The first line that a program prints; undefined when it cannot be started, fails, or does not end in time. */
function firstLine(program: string, argument: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    try {
      const options = { timeout: LIMIT_MS, killSignal: 'SIGKILL', windowsHide: true } as const;
      const child = asOwn(() =>
        execFile(program, [argument], options, (error, stdout) => {
          resolve(error === null ? (stdout.split('\n', 1)[0] ?? '').trim() : undefined);
        }),
      );
      // A program that asks something gets no answer, rather than five seconds.
      child.stdin?.end();
    } catch {
      // An empty name or one with a NUL in it is refused at once.
      resolve(undefined);
    }
  });
}
