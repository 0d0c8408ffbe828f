import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { errorName, type HealthCheck, type HealthFinding } from '../finding.ts';

/** Storage behind HTTP: a bucket, a media server, a site. */
export interface HttpStorageOptions {
  /** What to ask for with HEAD. Never shown. */
  readonly url: string | URL;
  /** Headers, such as credentials. Never shown. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses that are as they should be, beside those below 400 and 405 (a server without HEAD). */
  readonly expect?: readonly number[];
}

/** Storage that is a folder. */
export interface FolderStorageOptions {
  readonly folder: string;
}

/** Asks a storage over HTTP with HEAD. A refusal is `degraded`, since it does answer; a server error is `critical`. */
export function httpStorageCheck({ url, headers, expect = [] }: HttpStorageOptions): HealthCheck {
  return async (signal): Promise<HealthFinding> => {
    const started = performance.now();
    try {
      // A redirection is followed by nobody: credentials would go along.
      const response = await fetch(url, {
        method: 'HEAD',
        redirect: 'manual',
        signal,
        ...(headers && { headers }),
      });
      await response.body?.cancel();
      const { status } = response;
      const facts = { http_status: status, latency_ms: Math.round(performance.now() - started) };
      if (status < 400 || status === 405 || expect.includes(status)) return { status: 'ok', facts };
      return { status: status >= 500 ? 'critical' : 'degraded', message: `storage answers ${status}`, facts };
    } catch (error) {
      return { status: 'critical', message: `storage cannot be reached: ${errorName(error)}` };
    }
  };
}

/** Writes a small file into a folder, reads it again and takes it away. */
export function folderStorageCheck({ folder }: FolderStorageOptions): HealthCheck {
  return async (signal): Promise<HealthFinding> => {
    const text = randomUUID();
    const path = join(folder, `.otel-media-health-${text}`);
    let doing = 'written';
    try {
      await writeFile(path, text, { flag: 'wx', mode: 0o600, signal });
      doing = 'read';
      const found = await readFile(path, { encoding: 'utf8', signal });
      if (found !== text) return { status: 'critical', message: 'storage gives back something else' };
      doing = 'deleted from';
      await rm(path);
      return { status: 'ok' };
    } catch (error) {
      await rm(path, { force: true }).catch(() => {});
      return { status: 'critical', message: `storage cannot be ${doing}: ${errorName(error)}` };
    }
  };
}
