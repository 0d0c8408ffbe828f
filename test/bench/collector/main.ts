import { ensurePrograms } from '../../../src/cli/stack/programs/build.ts';
import { median } from '../median.ts';
import { startMeasured } from './measured_collector.ts';
import { type Processors, pipelines } from './processors.ts';
import { send, WORKLOADS, type Workload } from './workloads.ts';

// `npm run bench:collector`: CPU time that the Collector takes for a span, without redaction, with the redaction
// processor as people set it up, and with ours; and for its start. Linux only, since it reads /proc. Takes four minutes; prints, and never
// fails on a number. `--json` is for programs.

const ROUNDS = 3;
const WARM_UP_SPANS = 2000;

interface Row {
  readonly workload: string;
  readonly pipeline: string;
  readonly microseconds: number;
  readonly ratio: number;
}

const { collector, telemetrygen } = await ensurePrograms(['collector', 'telemetrygen'], {
  onProgress: (text, transient) => {
    if (!transient) process.stderr.write(`${text}\n`);
  },
});

const started = new Map<string, number[]>();

async function measure(name: string, processors: Processors, workload: Workload): Promise<number> {
  const measured = await startMeasured(collector, processors);
  try {
    started.set(name, [...(started.get(name) ?? []), measured.cpuTime()]);
    await send(telemetrygen, measured.endpoint, workload, WARM_UP_SPANS);
    const before = measured.cpuTime();
    await send(telemetrygen, measured.endpoint, workload, workload.spans);
    const spent = measured.cpuTime() - before;
    const missing = WARM_UP_SPANS + workload.spans - measured.spans();
    if (missing !== 0) throw new Error(`${missing} spans did not come through`);
    return spent / workload.spans;
  } finally {
    await measured.stop();
  }
}

const rows: Row[] = [];
for (const workload of WORKLOADS) {
  const taken = new Map<string, number[]>();
  // Round by round, so that a busy moment of the machine does not fall on one of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, processors] of pipelines()) {
      taken.set(name, [...(taken.get(name) ?? []), await measure(name, processors, workload)]);
    }
  }
  const bare = median(taken.get('bare') ?? []);
  for (const [pipeline, times] of taken) {
    const microseconds = median(times);
    rows.push({ workload: workload.title, pipeline, microseconds, ratio: microseconds / bare });
  }
}

function table(): string {
  const lines = rows.map(
    ({ workload, pipeline, microseconds, ratio }) =>
      `${workload.padEnd(32)}${pipeline.padEnd(32)}${microseconds.toFixed(2).padStart(8)}${ratio.toFixed(2).padStart(8)}`,
  );
  return [
    `${'spans with'.padEnd(32)}${'pipeline'.padEnd(32)}${'µs/span'.padStart(8)}${'ratio'.padStart(8)}`,
    ...lines,
    '',
    `${'start'.padEnd(32)}${'pipeline of spans'.padEnd(32)}${'ms'.padStart(8)}`,
    ...[...started].map(
      ([name, times]) => `${''.padEnd(32)}${name.padEnd(32)}${(median(times) / 1000).toFixed(0).padStart(8)}`,
    ),
  ].join('\n');
}

process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(rows) : table()}\n`);
