import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../../../src/cli/stack/paths.ts';
import { findOnPath, runProgram } from '../../../src/cli/stack/run_program.ts';
import { stopProcess } from '../../../src/cli/stack/stop_process.ts';
import { lastLines } from '../../../src/cli/stack/tail.ts';
import { identify, isRunning, type ProcessIdentity } from '../../../src/process_identity.ts';

const READY_MS = 60_000;
const STOP_MS = 60_000;
const FIREWALLS = ['iptables', 'ip6tables'];

/** A container engine of a test's own, where none runs. */
export class TestEngine {
  /** What `docker` needs in its environment to use this engine, with the compose plugin. */
  readonly env: Environment;
  readonly #folder: string;
  readonly #daemon: ProcessIdentity;
  readonly #firewalls: ReadonlyMap<string, string>;

  private constructor(folder: string, daemon: ProcessIdentity, firewalls: ReadonlyMap<string, string>) {
    const { PATH, HOME } = process.env;
    const DOCKER_HOST = `unix://${join(folder, 'docker.sock')}`;
    // The old builder: the new one would be one more plugin.
    this.env = { PATH, HOME, DOCKER_HOST, DOCKER_CONFIG: join(folder, 'config'), DOCKER_BUILDKIT: '0' };
    this.#folder = folder;
    this.#daemon = daemon;
    this.#firewalls = firewalls;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param folder for all it has; a short path, as there will be sockets in it. `stop` deletes it
   * @param plugin the `docker-compose` plugin
   */
  static async start(folder: string, plugin: string): Promise<TestEngine> {
    mkdirSync(join(folder, 'config', 'cli-plugins'), { recursive: true });
    symlinkSync(plugin, join(folder, 'config', 'cli-plugins', 'docker-compose'));
    const firewalls = await readFirewalls();
    const log = join(folder, 'dockerd.log');
    const engine = new TestEngine(folder, startDaemon(folder, log), firewalls);
    const until = Date.now() + READY_MS;
    while ((await engine.#ask('info')).exitCode !== 0) {
      if (isRunning(engine.#daemon) && Date.now() < until) {
        await sleep(200);
        continue;
      }
      const last = lastLines(log, 10).join('\n');
      await engine.stop();
      throw new Error(`dockerd does not answer:\n${last}`);
    }
    return engine;
  }

  /** What `docker` says, which must end well. */
  async docker(...args: string[]): Promise<string> {
    const { exitCode, output, stdout } = await this.#ask(...args);
    if (exitCode !== 0) throw new Error(`docker ${args.join(' ')}: ${output}`);
    return stdout.trim();
  }

  /**
   * Ends it, and deletes all it had.
   *
   * @returns what did not end with it and had to be ended one by one: processes and mounts
   */
  async stop(): Promise<string[]> {
    await stopProcess(this.#daemon, STOP_MS);
    const processes = processesOf(this.#folder);
    for (const { identity } of processes) await stopProcess(identity, 5000);
    const mounts = mountsIn(this.#folder);
    for (const mount of mounts) await runProgram('umount', ['--lazy', mount]);
    await restoreFirewalls(this.#firewalls);
    rmSync(this.#folder, { recursive: true, force: true });
    return [...processes.map(({ line }) => line), ...mounts];
  }

  #ask(...args: string[]) {
    return runProgram('docker', args, { env: this.env, timeoutMs: 30_000 });
  }
}

function startDaemon(folder: string, log: string): ProcessIdentity {
  const options = {
    'data-root': join(folder, 'data'),
    'exec-root': join(folder, 'exec'),
    pidfile: join(folder, 'pid'),
    host: `unix://${join(folder, 'docker.sock')}`,
    // Compose makes a network of its own, and nothing leaves it but through published ports. This deletes `docker0`, so
    // there must be no other engine.
    bridge: 'none',
    'ip-forward': 'false',
  };
  const line = ['dockerd', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)];
  // So that it ends with this process, however that ends; it keeps its process number.
  if (findOnPath('setpriv') !== undefined) line.unshift('setpriv', '--pdeathsig', 'TERM');
  const [file = '', ...args] = line;
  const output = openSync(log, 'w');
  const child = spawn(file, args, { stdio: ['ignore', output, output] });
  closeSync(output);
  child.on('error', () => {}); // It has no process number then, and does not run.
  return child.pid === undefined ? { pid: 0, started: 'never' } : identify(child.pid);
}

/** The rules as they are, of the firewalls that have none of an engine yet; what is added to others ends with its network. */
async function readFirewalls(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of FIREWALLS) {
    const { exitCode, stdout } = await runProgram(`${name}-save`, []);
    if (exitCode === 0 && !stdout.includes('DOCKER')) found.set(name, stdout);
  }
  return found;
}

/** Takes away the chains that an engine leaves behind. */
async function restoreFirewalls(firewalls: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, before] of firewalls) {
    const { stdout: now } = await runProgram(`${name}-save`, []);
    for (const [table, lines] of tables(now)) {
      const had = new Set(tables(before).get(table));
      const added = lines.filter((line) => !had.has(line));
      const rules = added.filter((line) => line.startsWith('-A '));
      const chains = added.filter((line) => /^:\S+ - /.test(line)).map((line) => line.slice(1).split(' ')[0]);
      // Ours only: somebody else may have added rules of their own meanwhile.
      const ours = rules.filter((line) => line.includes('DOCKER'));
      const run = (args: string) => runProgram(name, ['-t', table, ...args.split(' ')]);
      for (const rule of ours) await run(rule.replace('-A ', '-D '));
      for (const chain of chains) if (chain?.startsWith('DOCKER')) await run(`-F ${chain}`);
      for (const chain of chains) if (chain?.startsWith('DOCKER')) await run(`-X ${chain}`);
    }
  }
}

/** The lines of each table of `iptables-save`. */
function tables(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) {
      lines = [];
      found.set(line.slice(1), lines);
    } else lines.push(line);
  }
  return found;
}

/** The processes that have this folder in their command line: containerd, and one for each container. */
function processesOf(folder: string): { identity: ProcessIdentity; line: string }[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return line.includes(`${folder}/`) ? [{ identity: identify(Number(pid)), line }] : [];
    } catch {
      return []; // It has just ended.
    }
  });
}

/** Innermost first. */
function mountsIn(folder: string): string[] {
  const points = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '');
  return points.filter((point) => point.startsWith(`${folder}/`)).reverse();
}
