import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 15_000;
const POLL_MS = 100;
const ANSWER_MS = 2000;

/** How the last time went that a Prometheus read its settings. */
interface Reload {
  /** Unix time in seconds. */
  readonly succeeded: number;
  readonly failed: boolean;
}

/** When a Prometheus has last read its settings, by its own word. */
export async function reloads(url: string): Promise<Reload> {
  const response = await fetch(new URL('/metrics', url), { signal: AbortSignal.timeout(ANSWER_MS) });
  const text = await response.text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    succeeded: value('prometheus_config_last_reload_success_timestamp_seconds'),
    failed: value('prometheus_config_last_reload_successful') === 0,
  };
}

/** Waits until it has read them once more than it had. Whether it has; not, where it finds them wrong. */
export async function waitForReload(url: string, before: Reload): Promise<boolean> {
  const started = performance.now();
  while (performance.now() - started < TIMEOUT_MS) {
    const now = await reloads(url).catch(() => before);
    if (now.failed && !before.failed) return false;
    if (!now.failed && now.succeeded > before.succeeded) return true;
    await sleep(POLL_MS);
  }
  return false;
}
