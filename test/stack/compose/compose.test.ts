import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/cli/stack/paths.ts';
import { ensurePrograms } from '../../../src/cli/stack/programs/build.ts';
import { findGo } from '../../../src/cli/stack/programs/go_toolchain.ts';
import { findOnPath, isExecutable, runProgram } from '../../../src/cli/stack/run_program.ts';
import { type RunningStack, stackStatus, startStack } from '../../../src/cli/stack/stack.ts';
import { eventually, getJson, nowSeconds } from '../live.ts';
import { type Sent, sendRaw } from '../redaction/raw_sender.ts';
import { composePlugin, goVersion } from './compose_plugin.ts';
import { TestEngine } from './engine.ts';

// docker-compose.yml, in a real container engine of the test's own: the images are stand-ins (collector/standin), as
// none can be pulled. It starts a daemon as root and takes half a minute, and two more the first time, so it has to be
// asked for: .ci/run sets OTEL_MEDIA_TEST_COMPOSE=1, and installs docker.io and busybox-static.
const BUSYBOX = '/bin/busybox';
const why = await whyNot();
if (why !== undefined && process.env.OTEL_MEDIA_TEST_COMPOSE === '1') {
  throw new Error(`docker-compose.yml was to be tried in a container engine, and cannot be: ${why}`);
}
if (why !== undefined) console.warn(`SKIPPED: docker-compose.yml in a container engine: ${why}`);

async function whyNot(): Promise<string | undefined> {
  if (process.env.OTEL_MEDIA_TEST_COMPOSE !== '1') return 'OTEL_MEDIA_TEST_COMPOSE=1 is not set';
  if (process.platform !== 'linux') return 'it is for Linux';
  if (process.getuid?.() !== 0) return 'only root can start an engine';
  const missing = ['dockerd', 'docker', 'containerd', 'runc', 'iptables'].filter((name) => !findOnPath(name));
  if (missing.length > 0) return `not installed: ${missing.join(', ')} (Debian: docker.io)`;
  if (!isExecutable(BUSYBOX)) return `there is no ${BUSYBOX} (Debian: busybox-static)`;
  // Two of them would quarrel about the default bridge: ours deletes it.
  const { exitCode } = await runProgram('docker', ['info'], { env: { PATH: process.env.PATH } });
  if (exitCode === 0) return 'a container engine runs here already';
  try {
    await findGo(goVersion());
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// On a new machine two minutes and more of downloading and compiling.
const BUILD_MS = 900_000;
const UP_MS = 120_000;
const TEST_MS = 180_000;

describe.skipIf(why !== undefined)('docker-compose.yml in a container engine', () => {
  let folder: string;
  let engine: TestEngine | undefined;
  let stack: RunningStack | undefined;
  let sent: Sent;

  beforeAll(async () => {
    // Short: there will be sockets below it.
    folder = mkdtempSync(join(tmpdir(), 'otel-media-engine-'));
    const plugin = await composePlugin(BUILD_MS);
    engine = await TestEngine.start(join(folder, 'engine'), plugin);
    await buildImages(theEngine());
  }, BUILD_MS + UP_MS);

  afterAll(async () => {
    // Only what a failed test has left.
    try {
      await stack?.stop({ purge: true });
    } finally {
      await engine?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, TEST_MS);

  function theEngine(): TestEngine {
    if (engine === undefined) throw new Error('there is no engine');
    return engine;
  }

  function theStack(): RunningStack {
    if (stack === undefined) throw new Error('there is no stack');
    return stack;
  }

  async function buildImages({ env }: TestEngine): Promise<void> {
    const programs = await ensurePrograms(['collector', 'prometheus', 'promtool', 'loki', 'tempo']);
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    for (const [name, path] of Object.entries(programs)) symlinkSync(path, join(bin, name));
    const script = join(packageRoot(), 'collector', 'standin', 'build.sh');
    const built = await runProgram('sh', [script, bin, BUSYBOX], { env, timeoutMs: UP_MS });
    expect(built.exitCode, built.output).toBe(0);

    const context = join(folder, 'grafana');
    mkdirSync(join(context, 'www', 'api'), { recursive: true });
    copyFileSync(BUSYBOX, join(context, 'busybox'));
    writeFileSync(join(context, 'www', 'api', 'health'), '{}');
    const compose = readFileSync(join(packageRoot(), 'docker-compose.yml'), 'utf8');
    const image = /image: (grafana\/grafana:\S+)/.exec(compose)?.[1] ?? '';
    const file = join(import.meta.dirname, 'grafana.Dockerfile');
    await theEngine().docker('build', '--quiet', '--file', file, '--tag', image, context);
  }

  it('is brought up by the command line', { timeout: TEST_MS }, async () => {
    stack = await startStack({
      engine: 'compose',
      ports: 'free',
      stateDir: join(folder, 'state'),
      env: theEngine().env,
      signal: AbortSignal.timeout(UP_MS),
    });
    expect(stack).toMatchObject({ engine: 'compose', alreadyRunning: false });
    expect(await stackStatus(stack.stateDir)).toMatchObject({ state: 'running', engine: 'compose' });
    const lines = await theEngine().docker(
      ...['ps', '--all', '--format', '{{.Label "com.docker.compose.service"}} {{.Status}}'],
    );
    // One is there to have run, and the others to run.
    const states = lines.split('\n').sort();
    expect(states).toEqual([
      expect.stringMatching(/^collector Up /),
      expect.stringMatching(/^grafana Up /),
      expect.stringMatching(/^loki Up /),
      expect.stringMatching(/^prepare Exited \(0\)/),
      expect.stringMatching(/^prometheus Up /),
      expect.stringMatching(/^tempo Up /),
    ]);
  });

  it('takes each signal to its store', { timeout: TEST_MS }, async () => {
    const { otlpHttp, tempo, loki, prometheus } = theStack().endpoints;
    sent = await sendRaw(otlpHttp, 'composed', [(marker) => marker]);
    await arrive('tempo', () => getJson(tempo, `/api/v2/traces/${sent.traceIds[0]}`));
    await arrive('loki', () => {
      const range = { start: `${nowSeconds() - 600}000000000`, end: `${nowSeconds() + 60}000000000` };
      return getJson(loki, '/loki/api/v1/query_range', { query: '{service_name="composed"}', ...range });
    });
    await arrive('prometheus', () =>
      getJson(prometheus, '/api/v1/series', { 'match[]': '{__name__=~".+"}' }),
    );
  });

  async function arrive(store: keyof Sent['markers'], ask: () => Promise<unknown>): Promise<void> {
    const missing = async () => {
      const text = JSON.stringify(await ask());
      return sent.markers[store].filter((marker) => !text.includes(marker));
    };
    await eventually(`all words are in ${store}`, missing, (words) => words.length === 0);
  }

  it('leaves nothing behind', { timeout: TEST_MS }, async () => {
    const { stateDir, endpoints } = theStack();
    await theStack().stop({ purge: true });
    stack = undefined;
    expect(await stackStatus(stateDir)).toMatchObject({ state: 'stopped' });
    await expect(fetch(endpoints.collectorHealth)).rejects.toThrow();
    expect(await theEngine().docker('ps', '--all', '--quiet')).toBe('');
    expect(await theEngine().docker('volume', 'ls', '--quiet')).toBe('');
    expect(await theEngine().docker('network', 'ls', '--quiet', '--filter', 'type=custom')).toBe('');
    const forced = await theEngine().stop();
    engine = undefined;
    expect(forced).toEqual([]);
  });
});
