// One operation in a process of its own, with the Collector down. Arguments: its name, how often, a folder to write in.
import { init } from '../../src/index.ts';
import { soakOperations } from './operations.ts';

const CHECKPOINTS = 10;
const WARM_UP_RUNS = 10_000;

const [name = '', count = '0', folder = ''] = process.argv.slice(2);
const operation = soakOperations(folder).find((one) => one.name === name);
if (operation === undefined || gc === undefined) throw new Error(`no operation ${name}, or no --expose-gc`);

const telemetry = init({
  serviceName: 'soak',
  startupLine: false,
  shutdownTimeoutSeconds: 1,
  exportIntervalSeconds: 1,
});
const total = Number(count);
// By then every queue is full, and every instrument has as many series as it may.
const warmUp = Math.ceil(WARM_UP_RUNS / (operation.weight ?? 1));
for (let done = -warmUp; done < total; done += 1) {
  await operation.run(done + warmUp);
  // The event loop gets its turn, as in any application: exports are made, and fail.
  if (done % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
  if (done + 1 < 0) continue;
  if ((done + 1) % Math.ceil(total / CHECKPOINTS) === 0 || done + 1 === total) await checkpoint(done + 1);
}
process.exit();

async function checkpoint(done: number): Promise<void> {
  // Exports under way hold what they send; how many there are depends on the machine's mood.
  await telemetry.forceFlush();
  // Twice: what a finaliser lets go of is collected by the second.
  void gc?.();
  void gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.stdout.write(`${JSON.stringify({ done, heapBytes: heapUsed + external, rssBytes: rss })}\n`);
}
