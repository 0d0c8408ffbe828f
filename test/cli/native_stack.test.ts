import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StackStatus } from '../../src/cli/stack/status.ts';
import { identify, isRunning } from '../../src/process_identity.ts';
import { otelMedia } from './command_line.ts';
import { type FakeMode, fakePrograms, temporaryFolder } from './workspace.ts';

const NAMES = ['collector', 'prometheus', 'loki', 'tempo'];

function workspace(modes: Record<string, FakeMode> = {}) {
  const state = join(temporaryFolder(), 'state');
  const env = {
    OTEL_MEDIA_BIN_DIR: fakePrograms(modes),
    OTEL_MEDIA_STATE: state,
    SECRET_OF_THE_USER: 'hunter2',
  };
  onTestFinished(async () => {
    await otelMedia(['down'], env);
  });
  const run = (...args: string[]) => otelMedia(args, env);
  const status = async () => JSON.parse((await run('status', '--json')).stdout) as StackStatus;
  return { state, env, run, status };
}

/** What the fake programs wrote about themselves, ended ones included. */
function pidsInLogs(state: string): number[] {
  const logs = readdirSync(join(state, 'logs')).map((name) =>
    readFileSync(join(state, 'logs', name), 'utf8'),
  );
  return logs.flatMap((log) => [...log.matchAll(/pid=(\d+)/g)].map((match) => Number(match[1])));
}

function stillRunning(pids: readonly number[]): number[] {
  return pids.filter((pid) => isRunning(identify(pid)));
}

describe('a native stack', { timeout: 30_000 }, () => {
  it('starts, is found again, loses a program, is cleaned up and stops', async () => {
    const { state, env, run, status } = workspace();
    const up = await run('up', '--free-ports');
    expect(up).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Tempo ready after ') });
    expect(up.stderr).toMatch(/^native programs, since neither docker nor podman is installed\n/);
    expect(up.stdout).toMatch(/^The stack is ready after \d+\.\d s \(native programs\)\.\n/);
    expect(up.stdout).toContain('export OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:');
    expect(up.stdout.split('\n').filter((line) => line.length > 80 && !line.includes('Data:'))).toEqual([]);
    const first = await status();
    expect(first).toMatchObject({ state: 'running', engine: 'native', stateDir: state });
    expect(first.components.map(({ name }) => name)).toEqual(NAMES);

    expect(up.stdout).toContain('Stop it: otel-media down --state ');
    const byNpx = await otelMedia(['up', '--free-ports'], { ...env, npm_command: 'exec' });
    expect(byNpx.stdout).toContain('Stop it: npx otel-media down --state ');

    const again = await run('up', '--free-ports', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ alreadyRunning: true, endpoints: first.endpoints });

    const tempo = first.components.find(({ name }) => name === 'tempo')?.pid ?? 0;
    process.kill(tempo, 'SIGKILL');
    await expect.poll(() => stillRunning([tempo])).toEqual([]);
    const degraded = await run('status');
    expect(degraded).toMatchObject({
      exitCode: 3,
      stdout: expect.stringMatching(/Part of the stack[^$]*Tempo +dead/),
    });

    const anew = await run('up', '--free-ports');
    expect(anew.stderr).toContain('cleaning up after the last start (tempo not running)');
    expect((await status()).state).toBe('running');
    expect(stillRunning(first.components.map(({ pid }) => pid ?? 0))).toEqual([]);

    expect((await run('down')).stdout).toContain('The stack is stopped; its data stays in ');
    expect(pidsInLogs(state).length).toBeGreaterThanOrEqual(8);
    expect(stillRunning(pidsInLogs(state))).toEqual([]);
    expect(await run('down')).toEqual({ exitCode: 0, stdout: 'No stack is running.\n', stderr: '' });
    expect(await run('status')).toMatchObject({
      exitCode: 3,
      stdout: expect.stringContaining('No stack is running.'),
    });
    expect(readFileSync(join(state, 'logs', 'loki.log'), 'utf8')).toContain('secret=none');
  });

  it('takes up new thresholds while it runs, and says which; without a settings file it keeps them', async () => {
    const { state, run } = workspace();
    const file = join(temporaryFolder(), 'settings.json');
    const settings = (thresholds: object) => writeFileSync(file, JSON.stringify({ thresholds }));
    settings({ jobQueueLongCount: 300 });
    const first = await run('up', '--free-ports', '--settings', file);
    expect(first.stdout).toContain('\nIts alerts go by thresholds of your own:\n  jobQueueLongCount 300\n');
    const pid = pidsInLogs(state);

    settings({ jobQueueLongCount: 500, healthTimeoutSeconds: 9, deadAirSeconds: 10 });
    const second = await run('up', '--settings', file);
    expect(second.stdout).toContain(
      '\nIts alerts go by new thresholds from now on:\n  jobQueueLongCount: 300 -> 500\n\n',
    );
    expect(readFileSync(join(state, 'config/prometheus/rules/alerts.yaml'), 'utf8')).toContain('> 500');
    expect(pidsInLogs(state)).toEqual(pid);

    const third = JSON.parse((await run('up', '--settings', file, '--json')).stdout);
    expect(third).toMatchObject({ thresholds: { jobQueueLongCount: 500 }, applied: [], waiting: [] });
    const without = await run('up');
    expect(without.stdout).toContain('\nIts alerts go by thresholds of your own:\n  jobQueueLongCount 500\n');

    settings({});
    const back = JSON.parse((await run('up', '--settings', file, '--json')).stdout);
    expect(back).toMatchObject({
      thresholds: {},
      applied: [{ name: 'jobQueueLongCount', from: 500, to: 100 }],
    });
    expect((await run('up')).stdout).not.toContain('thresholds');
  });

  it('says after down that the default thresholds are in force again, where no settings file is named', async () => {
    const { run, state } = workspace();
    const file = join(temporaryFolder(), 'settings.json');
    writeFileSync(file, '{"thresholds":{"jobQueueLongCount":300}}');
    expect((await run('up', '--free-ports', '--settings', file)).stdout).not.toContain('default');
    await run('down');
    const { stdout } = await run('up', '--free-ports');
    expect(stdout).toContain(
      `\nNo settings file was named: these thresholds are the default again.\n  jobQueueLongCount: 300 -> 100\n  otel-media up --state ${state} --settings FILE\n\n`,
    );
    await run('down');
    const again = JSON.parse((await run('up', '--free-ports', '--json')).stdout);
    expect(again).toMatchObject({ thresholds: {}, reverted: [] });
  });

  it('says of thresholds that cannot be, though it runs', async () => {
    const { run } = workspace();
    const file = join(temporaryFolder(), 'settings.json');
    await run('up', '--free-ports');
    writeFileSync(file, '{"thresholds":{"jobQueueLongCount":-5}, "sevriceName":"x"}');
    const { exitCode, stdout, stderr } = await run('up', '--settings', file);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('is -5; allowed is a whole number from 0 to 1000000\n');
    expect(stderr).toContain('did you mean "serviceName"?\n');
  });

  it('says of a misspelt variable that it has no effect', async () => {
    const { env } = workspace();
    const { stderr } = await otelMedia(['up', '--free-ports'], { ...env, OTEL_MEDIA_PROMETEUS_PORT: '9091' });
    expect(stderr).toContain(
      'otel-media: unknown variable OTEL_MEDIA_PROMETEUS_PORT; did you mean OTEL_MEDIA_PROMETHEUS_PORT?\n',
    );
  });

  it('says when Prometheus does not take them', async () => {
    const { run } = workspace({ prometheus: 'picky' });
    const file = join(temporaryFolder(), 'settings.json');
    await run('up', '--free-ports');
    writeFileSync(file, '{"thresholds":{"jobQueueLongCount":500}}');
    const { exitCode, stderr } = await run('up', '--settings', file);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^otel-media: Prometheus did not take the new thresholds\nhint: run `otel-media down`/,
    );
    expect(stderr).toContain('prometheus.log');
  });

  it('says that it is of another version, or of another engine than the one asked for', async () => {
    const { state, run } = workspace();
    await run('up', '--free-ports');
    const written = join(state, 'stack.json');
    writeFileSync(
      written,
      JSON.stringify({ ...JSON.parse(readFileSync(written, 'utf8')), version: '0.0.1' }),
    );
    const { stdout } = await run('up');
    expect(stdout).toMatch(
      /It was started by otel-media 0\.0\.1; for it to be as of \S+:\n {2}otel-media down .* && otel-media up --state/,
    );
    const { exitCode, stderr } = await run('up', '--engine', 'compose');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr:
        'otel-media: the stack already runs, by engine native, not compose\nhint: run `otel-media down` first\n',
    });
  });

  it('stops all when one ends while it starts, and shows its last words', async () => {
    const { state, run, status } = workspace({ loki: 'ends' });
    const { exitCode, stdout, stderr } = await run('up', '--free-ports');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(
      'otel-media: Loki ended while it started (exit code 7)\n  level=error msg="bad settings"',
    );
    expect(stderr).toMatch(/hint: the whole log: .*loki\.log/);
    expect(stillRunning(pidsInLogs(state))).toEqual([]);
    expect((await status()).state).toBe('stopped');
  });

  it('stops all when one does not become ready in time', async () => {
    const { state, run } = workspace({ tempo: 'never ready' });
    const { exitCode, stderr } = await run('up', '--free-ports', '--timeout', '1.5');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Tempo was not ready within 1.5 s');
    expect(stillRunning(pidsInLogs(state))).toEqual([]);
  });

  it('leaves no folder of logs in one that was there before, where nothing was started', async () => {
    const { state, run, env } = workspace();
    mkdirSync(state);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect((await otelMedia(['up', '--tempo-port', String(port)], env)).exitCode).toBe(1);
    server.close();
    expect(readdirSync(state)).toEqual([]);
    expect((await run('logs')).stderr).toContain('there are no logs: no stack was started yet');
  });

  it('says who has a port', async () => {
    const { state, env } = workspace();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { exitCode, stderr } = await otelMedia(['up', '--loki-port', String(port)], env);
    server.close();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(new RegExp(`port ${port} \\(Loki\\) is taken by \\S+ \\(pid ${process.pid}\\)`));
    expect(stderr).toContain('--free-ports');
    // Nothing was started, so nothing is left.
    expect(existsSync(state)).toBe(false);
  });

  it('is recognised when nothing of it is left, e.g. after a restart of the machine', async () => {
    const { state, run, status } = workspace();
    await run('up', '--free-ports');
    for (const { pid } of (await status()).components) process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await status()).state).toBe('stale');
    expect((await run('down')).stdout).toContain('The stack is stopped');
    expect(stillRunning(pidsInLogs(state))).toEqual([]);
  });

  it('never touches a process that was given the number of one of its own', async () => {
    const { state, env, run, status } = workspace();
    await run('up', '--free-ports');
    await run('down');
    const stranger = spawn('/bin/sh', ['-c', 'exec sleep 60'], { stdio: 'ignore' });
    await once(stranger, 'spawn');
    const file = join(state, 'stack.json');
    const found = JSON.parse(readFileSync(file, 'utf8')) as object;
    const processes = { loki: { pid: stranger.pid, started: 'boot-of-yesterday:1' } };
    writeFileSync(file, JSON.stringify({ ...found, phase: 'running', processes }));
    expect((await status()).state).toBe('stale');
    await otelMedia(['down'], env);
    expect(stillRunning([stranger.pid ?? 0])).toHaveLength(1);
    stranger.kill('SIGKILL');
  });

  it('is cleaned up after an `up` that was killed, and busy before', async () => {
    const { state, env, run, status } = workspace({ loki: 'never ready' });
    const up = spawn(process.execPath, ['src/cli/main.ts', 'up', '--free-ports'], { env, stdio: 'ignore' });
    await expect
      .poll(() => existsSync(join(state, 'logs')) && pidsInLogs(state).length, { timeout: 10_000 })
      .toBe(4);
    expect((await status()).state).toBe('starting');
    const busy = await run('up', '--free-ports');
    expect(busy).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`process ${up.pid} is starting or stopping`),
    });
    up.kill('SIGKILL');
    await once(up, 'exit');
    expect(stillRunning(pidsInLogs(state))).toHaveLength(4);
    expect((await status()).state).toBe('degraded');
    await run('down');
    expect(stillRunning(pidsInLogs(state))).toEqual([]);
  });

  it('stops what it has started on Ctrl-C', async () => {
    const { state, env, status } = workspace({ loki: 'never ready' });
    const up = spawn(process.execPath, ['src/cli/main.ts', 'up', '--free-ports'], { env });
    await expect
      .poll(() => existsSync(join(state, 'logs')) && pidsInLogs(state).length, { timeout: 10_000 })
      .toBe(4);
    up.kill('SIGINT');
    const [exitCode] = await once(up, 'exit');
    expect(exitCode).toBe(130);
    expect(stillRunning(pidsInLogs(state))).toEqual([]);
    expect((await status()).state).toBe('stopped');
  });

  it('deletes its data on request, and nothing else', async () => {
    const { state, run } = workspace();
    await run('up', '--free-ports');
    writeFileSync(join(state, 'hash.key'), 'not of the stack');
    const purged = await run('down', '--purge');
    expect(purged.stdout).toContain('its data and logs are deleted');
    expect(purged.stdout).toMatch(
      /^Of others, and so still in .*: hash\.key\n\(applications hash by hash\.key; /m,
    );
    expect(readdirSync(state)).toEqual(['hash.key']);
    const again = await run('down', '--purge');
    expect(again.stdout).toMatch(
      /^No stack was running; nothing is left of one\.\nOf others, and so still in .*: hash\.key\n/,
    );
    rmSync(join(state, 'hash.key'));
    expect((await run('down', '--purge')).stdout).toBe('No stack was running; nothing is left of one.\n');
    const foreign = temporaryFolder();
    writeFileSync(join(foreign, 'data'), 'somebody else’s');
    await run('down', '--purge', '--state', foreign);
    expect(readdirSync(foreign)).toEqual(['data']);
  });

  it('does not guess when its state is unreadable', async () => {
    const state = temporaryFolder();
    writeFileSync(join(state, 'stack.json'), '{"half":');
    const { exitCode, stderr } = await otelMedia(['down', '--state', state]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('is not the state of a stack'),
    });
  });

  it('says what is missing when there is neither an engine nor Go', async () => {
    const env = {
      OTEL_MEDIA_STATE: temporaryFolder(),
      OTEL_MEDIA_CACHE: temporaryFolder(),
      PATH: temporaryFolder(),
    };
    const { exitCode, stderr } = await otelMedia(['up'], env);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'nothing to run the stack with: docker is not installed; podman is not installed; there is no Go on PATH',
    );
    expect(stderr).toMatch(/hint: install Go 1\.\d+.* or newer, or a container engine/);
    expect((await otelMedia(['up', '--engine', 'native'], env)).stderr).toMatch(
      /^otel-media: there is no Go on PATH/,
    );
    expect((await otelMedia(['up', '--engine', 'compose'], env)).stderr).toContain(
      'no container engine can be used',
    );
    expect(readdirSync(env.OTEL_MEDIA_STATE)).toEqual([]);
  });
});

describe('logs', () => {
  it('shows the last lines of each, and follows', async () => {
    const { state, env, run } = workspace();
    expect((await run('logs')).stderr).toContain('there are no logs: no stack was started yet');
    await run('up', '--free-ports');
    const all = await run('logs');
    expect(all.stdout.split('\n').map((line) => line.slice(0, 13))).toEqual([
      'collector  | ',
      'prometheus | ',
      'loki       | ',
      'tempo      | ',
      '',
    ]);
    writeFileSync(join(state, 'logs', 'loki.log'), 'one\ntwo\n');
    expect((await run('logs', 'loki', '-n', '1')).stdout).toBe('two\n');
    expect((await run('logs', 'lokki')).stderr).toContain('hint: did you mean loki?');

    const follower = spawn(process.execPath, ['src/cli/main.ts', 'logs', 'loki', '-f', '-n1'], { env });
    let output = '';
    follower.stdout.on('data', (text) => {
      output += text;
    });
    await expect.poll(() => output, { timeout: 10_000 }).toBe('two\n');
    writeFileSync(join(state, 'logs', 'loki.log'), 'three\nfo', { flag: 'a' });
    await expect.poll(() => output, { timeout: 5000 }).toBe('two\nthree\n');
    writeFileSync(join(state, 'logs', 'loki.log'), 'ur\n', { flag: 'a' });
    await expect.poll(() => output, { timeout: 5000 }).toBe('two\nthree\nfour\n');
    follower.kill('SIGINT');
    await once(follower, 'exit');
    await sleep(0);
  });
});
