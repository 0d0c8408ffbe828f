import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// `npm run fuzz`: every property of the tests with a seed that nobody tried before, or with the one it is given. What
// follows is handed on to vitest, as `--project unit`.

const seed = Number(process.env.OTEL_MEDIA_FUZZ_SEED) || randomInt(2 ** 31);
const root = join(import.meta.dirname, '..', '..');
const files = globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
  readFileSync(join(root, file), 'utf8').includes('/seeds.ts'),
);

process.stdout.write(`seed ${seed}: repeat with OTEL_MEDIA_FUZZ_SEED=${seed} npm run fuzz\n`);
const { status } = spawnSync('vitest', ['run', ...files, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, OTEL_MEDIA_FUZZ_SEED: String(seed) },
});
if (status !== 0) process.stdout.write(`repeat with OTEL_MEDIA_FUZZ_SEED=${seed} npm run fuzz\n`);
process.exitCode = status ?? 1;
