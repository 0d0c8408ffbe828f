import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '../../../src/cli/stack/lock.ts';
import { cacheFolder } from '../../../src/cli/stack/paths.ts';
import { findGo } from '../../../src/cli/stack/programs/go_toolchain.ts';
import { isExecutable, runProgram } from '../../../src/cli/stack/run_program.ts';

// `go install …@version` refuses docker compose, as its go.mod excludes versions: so there is a module around it.
const MODULE = join(import.meta.dirname, 'plugin');
const PACKAGE = 'github.com/docker/compose/v2/cmd';
const FLAGS = ['-mod=readonly', '-buildvcs=false', '-trimpath', '-ldflags', '-s -w'];

/**
 * The full path of the `docker-compose` plugin, built from its Go module the first time (85 s on two cores).
 *
 * @throws {Error} with the compiler's last words
 */
export async function composePlugin(timeoutMs: number): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([FLAGS, process.arch]));
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(MODULE, file)));
  const name = `compose-${hash.digest('hex').slice(0, 12)}`;
  const plugin = join(cacheFolder(), 'test', name, 'docker-compose');
  if (isExecutable(plugin)) return plugin;
  const until = Date.now() + timeoutMs;
  const lock = await takeLock(`${dirname(plugin)}.lock`, { waitMs: timeoutMs });
  const draft = `${plugin}.partial`;
  try {
    if (isExecutable(plugin)) return plugin;
    mkdirSync(dirname(plugin), { recursive: true });
    const go = await findGo(goVersion());
    const { exitCode, output } = await runProgram(go.path, ['build', ...FLAGS, '-o', draft, PACKAGE], {
      cwd: MODULE,
      env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
      timeoutMs: Math.max(1, until - Date.now()),
    });
    if (exitCode !== 0) throw new Error(`docker compose was not built:\n${output.trim().slice(-2000)}`);
    renameSync(draft, plugin);
    return plugin;
  } finally {
    rmSync(draft, { force: true });
    lock.release();
  }
}

/** The Go that the plugin needs. */
export function goVersion(): string {
  const text = readFileSync(join(MODULE, 'go.mod'), 'utf8');
  return /^go (\S+)/m.exec(text)?.[1] ?? '1.0';
}
