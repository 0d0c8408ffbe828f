import { stat } from 'node:fs/promises';
import { threshold } from '../../emit/thresholds.ts';
import type { HealthCheck } from '../finding.ts';

/** Which log files, and how they must be. */
export interface LogFilesCheckOptions {
  readonly files: readonly string[];
  /** How long a file may go without a line, in seconds. Default 3,600. */
  readonly maxSilenceSeconds?: number;
  /** How large a file may become, in bytes: one that grows beyond is not rotated. Default 200 MiB. */
  readonly maxBytes?: number;
}

const MAX_FILES = 100;

/** Looks whether log files are there, are written, and are rotated. */
export function logFilesCheck(options: LogFilesCheckOptions): HealthCheck {
  const maxSilence = options.maxSilenceSeconds ?? threshold('healthLogSilenceSeconds');
  const maxBytes = options.maxBytes ?? threshold('healthLogBytes');
  const files = options.files.slice(0, MAX_FILES);
  return async () => {
    const now = Date.now();
    const found = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
    const there = found.filter((one) => one?.isFile());
    const missing = files.length - there.length;
    const silent = there.filter((one) => one && (now - one.mtimeMs) / 1000 > maxSilence).length;
    const large = there.filter((one) => one && one.size > maxBytes).length;
    const wrong = [
      missing > 0 && `${missing} missing`,
      silent > 0 && `${silent} silent for more than ${maxSilence} s`,
      large > 0 && `${large} larger than ${maxBytes} bytes`,
    ].filter((one) => one !== false);
    return {
      status: wrong.length > 0 ? 'degraded' : 'ok',
      message: `of ${files.length} log files: ${wrong.length > 0 ? wrong.join(', ') : 'all as they should be'}`,
      facts: { files: files.length, missing, silent, large },
    };
  };
}
