// A radio that tells of its tracks as AzuraCast does, fast: minutes become seconds. Needs `npm run build` and a Collector:
//
//   npx otel-media up
//   node examples/radio/main.ts --once

import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Programme } from './programme.ts';

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
const state = await mkdtemp(join(tmpdir(), 'otel-media-radio-'));
// The monitor ends by itself when this process is gone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(state, { recursive: true, force: true });
    process.kill(process.pid, signal);
  });
}
const programme = new Programme(state, (line) => console.log(line));
try {
  do {
    const aired = await programme.run();
    console.log(
      `aired ${aired.plays} plays, ${aired.seconds.toFixed(2)} seconds, with ${aired.silences} silences`,
    );
  } while (!values.once);
} catch (error) {
  console.error(`radio: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(state, { recursive: true, force: true });
}
