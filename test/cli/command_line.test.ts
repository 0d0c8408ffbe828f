import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { suggest } from '../../src/options/suggest.ts';
import { otelMedia } from './command_line.ts';
import { temporaryFolder } from './workspace.ts';

const KEY =
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n-----END PRIVATE KEY-----';
const SECRET = /MIIE|ghp_abc|hunter|Ahgh7oox|alice/;

describe('the command line', () => {
  it.each([
    { args: ['sttus'], message: 'there is no command sttus', hint: 'did you mean status?' },
    { args: ['frobnicate'], message: 'there is no command frobnicate', hint: 'see `otel-media --help`' },
    { args: ['toString'], message: 'there is no command toString', hint: 'see `otel-media --help`' },
    {
      args: ['--json', 'status'],
      message: 'there is no option --json',
      hint: 'options stand behind a command; see `otel-media --help`',
    },
    {
      args: ['explain', 'unable', 'to', '--cookies'],
      message: '`otel-media explain` has no option --cookies',
      hint: 'a text with dashes stands in quotes, behind `--`; see `otel-media explain --help`',
    },
    { args: ['--vrsion'], message: 'there is no option --vrsion', hint: 'did you mean --version?' },
    {
      args: ['up', '--fre-ports'],
      message: '`otel-media up` has no option --fre-ports',
      hint: 'did you mean --free-ports?',
    },
    {
      args: ['up', '--toString'],
      message: '`otel-media up` has no option --toString',
      hint: 'see `otel-media up --help`',
    },
    { args: ['up', '-x'], message: '`otel-media up` has no option -x', hint: 'see `otel-media up --help`' },
    { args: ['up', '--state'], message: '--state needs a value: DIR', hint: 'see `otel-media up --help`' },
    {
      args: ['up', '--state', '--json'],
      message: '--state needs a value: DIR',
      hint: 'see `otel-media up --help`',
    },
    {
      args: ['status', '--json=yes'],
      message: '--json takes no value',
      hint: 'see `otel-media status --help`',
    },
    {
      args: ['down', 'now'],
      message: '`otel-media down` takes no "now"',
      hint: 'see `otel-media down --help`',
    },
  ])('does not understand $args', async ({ args, message, hint }) => {
    expect(await otelMedia(args)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `otel-media: ${message}\nhint: ${hint}\n`,
    });
  });

  it.each([
    { args: ['up', '--loki-port', '70000'], message: '--loki-port is a port from 1 to 65535, not "70000"' },
    { args: ['up', '--engine', 'vm'], message: '--engine is auto, compose or native, not "vm"' },
    {
      args: ['up', '--timeout', 'soon'],
      message: '--timeout is a number of seconds, more than 0 and up to 86400, not "soon"',
    },
  ])('names the wrong value of $args', async ({ args, message }) => {
    expect(await otelMedia(args)).toMatchObject({ exitCode: 2, stderr: `otel-media: ${message}\n` });
  });

  it.each(
    [
      KEY,
      'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
      'hunter22 hunter22',
      'http://alice:Ahgh7oox@host.example/',
    ].flatMap((secret) => [
      [secret],
      [`--${secret}`],
      ['help', secret],
      ['up', secret],
      ['up', `--${secret}`],
      ['up', `--json=${secret}`],
      ['up', '--engine', secret],
      ['up', '--timeout', secret],
      ['up', '--loki-port', secret],
      ['up', `--settings=/nowhere/${secret}`],
      ['alerts', `--settings=/nowhere/${secret}.json`],
      ['down', secret],
      ['logs', secret],
      ['logs', '-n', secret],
      ['redact', `--show-original=${secret}`],
      ['explain', `--failures=${secret}`],
    ]),
  )('repeats nothing that may be a secret: %j %j %j', async (...args) => {
    const state = join(temporaryFolder(), 'none');
    const { exitCode, stdout, stderr } = await otelMedia(args, {
      OTEL_MEDIA_STATE: state,
      OTEL_MEDIA_DEBUG: '1',
    });
    expect(exitCode).toBeGreaterThan(0);
    expect(stderr).toMatch(/^otel-media: /);
    // A path is shown as it was given, unless there is something in it that is known for a secret.
    const known = args.some((one) => one.includes('/nowhere/')) ? /MIIE|ghp_abc|Ahgh7oox/ : SECRET;
    expect(stdout + stderr.replaceAll(/^ +at .*$/gm, '')).not.toMatch(known);
  });

  it.each([
    { args: ['logs'], exitCode: 1, message: 'there are no logs: no stack was started yet' },
    {
      args: ['logs', '-n', 'x'],
      exitCode: 2,
      message: '--lines is a whole number of lines from 0 to 999999, not "x"',
    },
    { args: ['logs', 'lokki'], exitCode: 2, message: 'the stack has no service "lokki"' },
  ])(
    'says of $args that no stack was started, if nothing else is wrong',
    async ({ args, exitCode, message }) => {
      const { stdout, stderr, ...ran } = await otelMedia([...args, '--state', temporaryFolder()]);
      expect({ ...ran, stdout }).toEqual({ exitCode, stdout: '' });
      expect(stderr.split('\n')[0]).toBe(`otel-media: ${message}`);
    },
  );

  it('takes a value from the environment, too', async () => {
    const env = { OTEL_MEDIA_LOKI_PORT: 'x' };
    expect(await otelMedia(['up'], env)).toMatchObject({
      exitCode: 2,
      stderr: 'otel-media: OTEL_MEDIA_LOKI_PORT is a port from 1 to 65535, not "x"\n',
    });
    expect((await otelMedia(['up', '--loki-port', 'y'], env)).stderr).toContain('--loki-port is a port');
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await otelMedia(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [['--help']],
    [['help']],
    ...Object.keys(COMMANDS).flatMap((name) => [[[name, '--help']], [['help', name]]]),
  ])('fits the help of %j into 80 columns', async (args) => {
    const { exitCode, stdout } = await otelMedia(args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Usage: otel-media /);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('shows its help when it is told nothing', async () => {
    expect(await otelMedia([])).toEqual(await otelMedia(['--help']));
  });

  it('shows where an error comes from only when asked', async () => {
    expect((await otelMedia(['up', '--timeout', 'x'])).stderr).not.toContain('    at ');
    expect((await otelMedia(['up', '--timeout', 'x'], { OTEL_MEDIA_DEBUG: '1' })).stderr).toContain(
      '    at ',
    );
  });
});

describe('suggest', () => {
  it.each([
    ['statsu', 'status'],
    ['stat', 'status'],
    ['pu', 'up'],
    ['log', 'logs'],
    ['x', undefined],
    ['restart', undefined],
    ['status'.repeat(20), undefined],
  ])('takes %s for %s', (given, meant) => {
    expect(suggest(given, ['up', 'status', 'logs', 'down'])).toBe(meant);
  });
});
