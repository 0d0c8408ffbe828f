import { parseArgs } from 'node:util';
import { soakOperations } from './operations.ts';
import { type Soaked, soak } from './soak.ts';

// `npm run soak`: whether memory stays flat over a million runs of each helper with the Collector down. Exit code 1 if it
// does not.

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write('npm run soak -- [--operations N] [--only NAME] [--json]\n');
  process.exit();
}
const operations = Number(values.operations);
if (!Number.isSafeInteger(operations) || operations < 100) {
  process.stderr.write(`--operations must be a whole number of at least 100, not "${values.operations}"\n`);
  process.exit(2);
}

const results: Soaked[] = [];
for (const { name, weight = 1 } of soakOperations('.').filter(
  (one) => (values.only ?? one.name) === one.name,
)) {
  const count = Math.max(100, Math.round(operations / weight));
  const result = await soak(name, count, ({ done, heapBytes }) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${row(name, done, heapBytes)}\x1b[K`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  results.push(result);
  if (!values.json) process.stdout.write(`${verdict(result)}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
process.exitCode = results.every(({ flat }) => flat) ? 0 : 1;

function verdict({ name, checkpoints, growthBytes, flat, operations: count }: Soaked): string {
  const last = checkpoints.at(-1);
  const growth = `${growthBytes < 0 ? '' : '+'}${mib(growthBytes)}`;
  return `${row(name, count, last?.heapBytes ?? 0)} ${growth.padStart(9)}  ${flat ? 'flat' : 'GROWS'}`;
}

function row(name: string, done: number, heapBytes: number): string {
  return `${name.padEnd(24)}${done.toLocaleString('en-US').padStart(10)} runs, heap ${mib(heapBytes).padStart(9)}`;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
