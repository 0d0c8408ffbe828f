// Media processing: clips arrive, are analysed, prepared, merged, compressed, stored and cleaned up after, each as a stage
// of one session. Every step is a real ffmpeg. Of two sessions one fails, to see what that looks like.
//
//   OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 node examples/pipeline/main.ts --once

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { init, isOtelMediaError } from 'otel-media';
import { type Finished, processClips } from './pipeline.ts';

const PAUSE_MS = 5000;

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
const telemetry = init({ serviceName: 'pipeline' });

do {
  await oneRound();
  if (!values.once) await wait(PAUSE_MS);
} while (!values.once);
await telemetry.shutdown();

/** A session that goes well, and one whose second clip is lost on the way. */
async function oneRound(): Promise<void> {
  for (const losesClip of [false, true]) {
    const folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
    try {
      report(await processClips({ folder, losesClip, user: 'anna' }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function report({ trace, bytes, error }: Finished): void {
  const result = error === undefined ? `stored ${bytes} bytes` : `failed: ${reasonOf(error)}`;
  console.log(`pipeline: ${result}; trace ${trace ?? 'none'}`);
}

// The message of a program's error holds what the program printed: for a log of ours the advice is enough.
function reasonOf(error: unknown): string {
  if (isOtelMediaError(error)) return error.hint ?? error.code;
  return error instanceof Error ? error.name : typeof error;
}
