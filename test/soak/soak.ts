import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median } from '../bench/median.ts';

const CHILD = fileURLToPath(new URL('one_operation.ts', import.meta.url));

/** Memory at one moment, after garbage collection. */
export interface Checkpoint {
  readonly done: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
}

/** What became of one operation. */
export interface Soaked {
  readonly name: string;
  readonly operations: number;
  readonly checkpoints: readonly Checkpoint[];
  /** How much more heap there is at the last three checkpoints than at the first three: medians, as one is noisy. */
  readonly growthBytes: number;
  readonly flat: boolean;
}

// Room for what is not ours: compiled code, inline caches, batches that are just being tried again.
const ALLOWED_GROWTH_BYTES = 8 * 1024 * 1024;

/**
 * Runs an operation over and over in a process whose Collector is down.
 *
 * @param onProgress told after the warm-up, and at each tenth
 */
export async function soak(
  name: string,
  operations: number,
  onProgress: (at: Checkpoint) => void = () => {},
): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-soak-'));
  try {
    const checkpoints = await run(name, operations, folder, onProgress);
    const last = checkpoints.at(-1);
    if (last?.done !== operations)
      throw new Error(`${name} ended after ${last?.done ?? 0} of ${operations} operations`);
    const growthBytes = medianHeap(checkpoints.slice(-3)) - medianHeap(checkpoints.slice(0, 3));
    return { name, operations, checkpoints, growthBytes, flat: growthBytes <= ALLOWED_GROWTH_BYTES };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function medianHeap(checkpoints: readonly Checkpoint[]): number {
  return median(checkpoints.map(({ heapBytes }) => heapBytes));
}

async function run(
  name: string,
  operations: number,
  folder: string,
  onProgress: (at: Checkpoint) => void,
): Promise<Checkpoint[]> {
  const child = spawn(process.execPath, ['--expose-gc', CHILD, name, `${operations}`, folder], {
    // The discard port, on which nothing listens.
    env: {
      PATH: process.env.PATH,
      OTEL_MEDIA_STATE: folder,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-4000);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const checkpoints: Checkpoint[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const at = JSON.parse(line) as Checkpoint;
    checkpoints.push(at);
    onProgress(at);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`${name} ended with code ${code}: ${errors}`);
  return checkpoints;
}
