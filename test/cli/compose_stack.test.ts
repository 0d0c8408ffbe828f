import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePorts, PORTS, portsOf } from '../../src/cli/stack/ports.ts';
import { otelMedia } from './command_line.ts';
import { fakePrograms, script, temporaryFolder } from './workspace.ts';

interface FakeDocker {
  readonly info?: string;
  readonly plugin?: string;
  readonly up?: string;
  readonly mode?: string;
}

async function workspace({ info = 'exit 0', plugin = 'exit 0', up, mode = 'ready' }: FakeDocker = {}) {
  const folder = temporaryFolder();
  const containers = fileURLToPath(new URL('./fake_compose.ts', import.meta.url));
  const start = `"${process.execPath}" "${containers}" ${mode} > /dev/null 2>&1 & echo $! > "${folder}/pid"`;
  script(
    join(folder, 'path'),
    'docker',
    `PATH=/usr/bin:/bin
echo "$@" >> "${folder}/calls"
case "$*" in
  info) ${info};;
  "compose version") ${plugin};;
  *" up "*) echo " Container collector Starting" >&2; ${up ?? start};;
  *" down "*) [ -f "${folder}/pid" ] && kill $(cat "${folder}/pid") && rm "${folder}/pid"; exit 0;;
  *" logs "*) echo "grafana | cannot open its database";;
esac`,
  );
  const ports = await freePorts();
  const variables = portsOf('compose').map((name) => [PORTS[name].variable, String(ports[name])]);
  const state = join(folder, 'state');
  const env = { ...Object.fromEntries(variables), PATH: join(folder, 'path'), OTEL_MEDIA_STATE: state };
  onTestFinished(async () => {
    await otelMedia(['down'], env);
  });
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
  return { env, ports, state, run: (...args: string[]) => otelMedia(args, env), calls };
}

describe('a stack in containers', { timeout: 30_000 }, () => {
  it('starts, tells its addresses, and stops; the volumes stay unless they are to go', async () => {
    const { ports, run, calls } = await workspace();
    const up = await run('up');
    expect(up).toMatchObject({ exitCode: 0 });
    expect(up.stdout).toContain('(containers)');
    expect(up.stdout).toContain(`Look at it: http://127.0.0.1:${ports.grafana}\n`);
    expect((await run('status')).exitCode).toBe(0);
    expect((await run('down')).exitCode).toBe(0);
    expect((await run('status')).exitCode).toBe(3);
    await run('down', '--volumes');
    const project =
      /^compose -p (otel-media-[0-9a-f]{8}) -f \S+\/docker-compose\.yml up --detach --remove-orphans$/;
    const name = calls()
      .map((call) => project.exec(call)?.[1])
      .find((found) => found !== undefined);
    expect(name).toBeDefined();
    expect(
      calls()
        .filter((call) => call.includes(' down '))
        .map((call) => call.split('.yml ')[1]),
    ).toEqual(['down --remove-orphans', 'down --remove-orphans --volumes']);
  });

  it('says that new thresholds wait until it is started anew', async () => {
    const { run, calls } = await workspace();
    await run('up');
    const before = calls().filter((call) => call.includes(' up ')).length;
    const file = join(temporaryFolder(), 'settings.json');
    writeFileSync(file, '{"thresholds":{"jobQueueLongCount":500}}');
    const { exitCode, stdout } = await run('up', '--settings', file);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /\nNew thresholds wait until it is started anew:\n {2}jobQueueLongCount: 100 -> 500\n {2}otel-media down .* && otel-media up .* --settings \S+\n/,
    );
    expect(calls().filter((call) => call.includes(' up '))).toHaveLength(before);
    await run('down');
    expect((await run('up', '--settings', file)).stdout).toContain(
      'Its alerts go by thresholds of your own:\n  jobQueueLongCount 500\n',
    );
  });

  it('says which variables have no effect on containers that run, and never their values', async () => {
    const { env, run } = await workspace();
    await otelMedia(['up'], { ...env, OTEL_MEDIA_SMTP_HOST: 'mail:25' });
    const again = {
      ...env,
      OTEL_MEDIA_SMTP_HOST: 'mail:26',
      OTEL_MEDIA_ALERT_DISCORD_URL: 'https://planted1',
    };
    const { stdout } = await otelMedia(['up'], again);
    expect(stdout).toMatch(
      /\nVariables that have no effect before it is started anew:\n {2}OTEL_MEDIA_ALERT_DISCORD_URL\n {2}otel-media down .* && otel-media up .*\n\n/,
    );
    expect(stdout).not.toContain('planted1');
    expect((await run('up')).stdout).not.toContain('no effect');
  });

  it('is taken down again, with the last words of the part that is not ready', async () => {
    const { run, calls } = await workspace({ mode: 'never-ready' });
    const { exitCode, stderr } = await run('up', '--timeout', '2');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'otel-media: grafana was not ready within 2.0 s\ngrafana | cannot open its database\n',
    );
    expect(stderr).toMatch(/hint: the logs: \S+\/state\/logs\n$/);
    expect(calls().at(-1)).toContain(' down ');
  });

  it('shows what compose says when it fails', async () => {
    const { run } = await workspace({ up: 'echo "no such image" >&2; exit 17' });
    const { stderr } = await run('up');
    expect(stderr).toContain('compose failed with exit code 17\n');
    expect(stderr).toContain('no such image');
  });

  it.each([
    {
      what: 'daemon',
      docker: { info: 'exit 1' },
      why: 'docker is installed, but its engine does not answer',
    },
    { what: 'compose plugin', docker: { plugin: 'exit 1' }, why: 'docker has no compose plugin' },
  ])('is not tried without a $what', async ({ docker, why }) => {
    const { run, env } = await workspace(docker);
    expect((await run('up', '--engine', 'compose')).stderr).toContain(
      `no container engine can be used: ${why}`,
    );
    const native = { ...env, OTEL_MEDIA_BIN_DIR: fakePrograms({ loki: 'ends' }) };
    const { stderr } = await otelMedia(['up', '--free-ports'], native);
    expect(stderr.split('\n')[0]).toBe(`native programs, since ${why}`);
    expect(stderr.split('\n')[0]?.length).toBeLessThanOrEqual(80);
  });
});
