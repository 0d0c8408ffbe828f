import { Worker } from 'node:worker_threads';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { ownFile } from '../own_file.ts';
import type { HostSample } from './sample.ts';

// A process that is over sooner pays nothing for being looked at.
const START_AFTER_MS = 1000;
// The thread needs a few megabytes. Its own bound keeps a fault in it from becoming the application's.
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };
/** From this age on, in intervals, a sample says nothing of the present. */
const STALE_INTERVALS = 4;

let latest: HostSample | undefined;
let staleAfterMs = 0;

/** What the host looked like last; `undefined` where nobody looks, or not lately. */
export function latestSample(): HostSample | undefined {
  return latest !== undefined && Date.now() - latest.takenMs <= staleAfterMs ? latest : undefined;
}

/**
 * Has a thread look at the host, at an interval. Never throws, never keeps the process from ending.
 *
 * @param intervalSeconds time between two looks
 * @returns stops it
 */
export function startSampler(intervalSeconds: number): () => void {
  const intervalMs = intervalSeconds * 1000;
  staleAfterMs = STALE_INTERVALS * intervalMs + 30_000;
  let worker: Worker | undefined;
  const timer = setTimeout(
    () => {
      worker = startWorker(intervalMs);
    },
    Math.min(START_AFTER_MS, intervalMs),
  );
  timer.unref();
  return () => {
    clearTimeout(timer);
    latest = undefined;
    void worker?.terminate().catch(() => {});
    worker = undefined;
  };
}

function startWorker(intervalMs: number): Worker | undefined {
  try {
    const { NODE_OPTIONS: _options, ...env } = process.env;
    const worker = new Worker(ownFile('host/worker'), {
      name: 'otel-media host metrics',
      workerData: { intervalMs },
      // `--import otel-media/register` is for the application's own thread: here it would start all of this again.
      execArgv: [],
      env,
      resourceLimits: LIMITS,
    });
    worker.on('message', (sample: HostSample) => {
      latest = sample;
    });
    worker.on('error', (error) => reportTelemetryFailure('looking at the host', error));
    // Only now: listening for messages makes the process wait for them.
    worker.unref();
    return worker;
  } catch (error) {
    reportTelemetryFailure('looking at the host', error);
    return undefined;
  }
}
