import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HELP = `npm run fuzz [-- <options of vitest>]

Runs every property of the tests with a fresh seed, and prints it.

  npm run fuzz -- --project unit            leaves out the stack
  OTEL_MEDIA_FUZZ_SEED=<seed> npm run fuzz  repeats a seed
`;

const given = process.argv.slice(2);
if (given.some((argument) => argument === '--help' || argument === '-h')) {
  process.stdout.write(HELP);
  process.exit();
}

const seed = Number(process.env.OTEL_MEDIA_FUZZ_SEED) || randomInt(2 ** 31);
const root = join(import.meta.dirname, '..', '..');
const files = globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
  readFileSync(join(root, file), 'utf8').includes('/seeds.ts'),
);

const repeat = [
  `OTEL_MEDIA_FUZZ_SEED=${seed} npm run fuzz`,
  ...(given.length > 0 ? ['--', ...given.map((one) => (/\s/.test(one) ? JSON.stringify(one) : one))] : []),
].join(' ');
process.stdout.write(`seed ${seed}: repeat with ${repeat}\n`);
const { status, error } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', ...files, ...given],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, OTEL_MEDIA_FUZZ_SEED: String(seed) },
  },
);
if (error) process.stderr.write(`vitest could not be run: ${error.message}\n`);
if (status !== 0) process.stdout.write(`repeat with ${repeat}\n`);
process.exitCode = status ?? 1;
