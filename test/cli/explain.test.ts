import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { otelMedia, type Ran } from './command_line.ts';
import { piped, streamed } from './stdin.ts';

const FORBIDDEN = 'ERROR: unable to download video data: HTTP Error 403: Forbidden';
const PROGRESS = '[download]  42.3% of ~ 10.00MiB at    1.20MiB/s ETA 00:05';
const MAIN = ['src/cli/main.ts', 'explain'];

function asProcess(args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...MAIN, ...args], {
    input,
    encoding: 'utf8',
  });
  return { exitCode: status ?? -1, stdout, stderr };
}

describe('otel-media explain', () => {
  it('says what a message means and what to do', async () => {
    expect(await otelMedia(['explain', FORBIDDEN, PROGRESS])).toEqual({
      exitCode: 0,
      stdout: [
        FORBIDDEN,
        '  Failure: the site refuses (as with HTTP 403).',
        '  Code: forbidden, category: blocked, fault: site; trying again will not help.',
        '  Fix: Update yt-dlp, then try fresh cookies, another client or another address; signed links expire.',
        PROGRESS,
        '  Ordinary: it tells of no failure.',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('repeats no secret, and means the same', async () => {
    const secrets = [
      '--password plantedword1',
      'https://u:plantedword2@x.example/?sig=plantedword3',
      'in /home/plantedword4/x',
    ];
    for (const secret of secrets) {
      const { stdout } = await otelMedia(['explain', `${FORBIDDEN} ${secret}`]);
      expect(stdout).not.toContain('planted');
      expect(stdout.split('\n').slice(1)).toEqual(
        (await otelMedia(['explain', FORBIDDEN])).stdout.split('\n').slice(1),
      );
    }
  });

  it('reads the lines of stdin, however they are cut', async () => {
    const stdin = piped(
      'ERROR: unable to download video data: HTTP Err',
      'or 403: Forbidden\r\n\r\n',
      PROGRESS,
    );
    const { stdout } = await otelMedia(['explain'], {}, stdin);
    expect(stdout).toBe((await otelMedia(['explain', FORBIDDEN, PROGRESS])).stdout);
  });

  it('prints one object a line with --json, its fields always in the same order', async () => {
    const { stdout } = await otelMedia([
      'explain',
      '--json',
      FORBIDDEN,
      PROGRESS,
      'ERROR: the flux capacitor wobbles',
    ]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(
      lines.map(() => ['line', 'code', 'category', 'retryable', 'fault', 'fix']),
    );
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        line: 1,
        code: 'forbidden',
        category: 'blocked',
        retryable: false,
        fault: 'site',
        fix: expect.stringMatching(/\.$/),
      },
      { line: 2, code: null, category: null, retryable: null, fault: null, fix: null },
      {
        line: 3,
        code: 'unknown',
        category: 'unknown',
        retryable: false,
        fault: 'us',
        fix: expect.stringMatching(/\.$/),
      },
    ]);
  });

  it('leaves ordinary lines out with --failures', async () => {
    const { stdout } = await otelMedia(['explain', '--json', '--failures', PROGRESS, FORBIDDEN, PROGRESS]);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(await otelMedia(['explain', '--failures', PROGRESS])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('does not say that a certificate may be accepted the next time, nor what nobody can know', async () => {
    const told = async (message: string) => (await otelMedia(['explain', message])).stdout;
    expect(await told('certificate has expired')).toMatch(
      /a certificate is not accepted: expired.*\n {2}Code: certificate_error, .*; trying again will not help\./,
    );
    expect(await told('duplicate key value violates unique constraint "x"')).toContain('will not help');
    expect(await told('Error')).toContain('whether trying again helps, it does not tell');
    expect(await told('Error')).not.toContain('Ordinary');
  });

  it.each(['', '  ', '\n'])('takes no message at all for a mistake: %j', async (message) => {
    expect(await otelMedia(['explain', message])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^otel-media: no message to explain\nhint: /),
    });
  });

  it('tells a warning from a failure', async () => {
    const { stdout } = await otelMedia(['explain', 'WARNING: unable to download subtitles: HTTP Error 429']);
    expect(stdout).toContain('\n  Warning: ');
  });

  it('numbers lines as an editor does, whatever is left out', async () => {
    const log = `\n${PROGRESS}\r${PROGRESS}\r\n\n${FORBIDDEN}\r\n${PROGRESS}\n\n${FORBIDDEN}`;
    const numbers = async (...chunks: string[]) => {
      const { stdout } = await otelMedia(['explain', '--json', '--failures'], {}, piped(...chunks));
      return stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).line);
    };
    expect(await numbers(log)).toEqual([4, 7]);
    expect(await numbers(...log)).toEqual([4, 7]);
  });

  it.each([80, 50])(
    'fits into a terminal of %i columns whatever the line, and gives it no commands',
    async (columns) => {
      const hostile = `ERROR: \u001b]0;title\u0007\u001b[31m${'🎵 long '.repeat(500)}\u009b2J\ttimed out\u0000`;
      const args = ['explain', hostile, FORBIDDEN, 'ERROR: Requested format is not available'];
      const { stdout } = await otelMedia(args, {}, undefined, { isTTY: true, columns });
      expect(stdout.split('\n').filter((line) => [...line].length > columns)).toEqual([]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be gone.
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    },
  );

  it('cuts and wraps nothing that is piped', async () => {
    const long = `ERROR: ${'word '.repeat(40)}timed out`;
    const { stdout } = await otelMedia(['explain', long]);
    expect(stdout.split('\n').map((line) => line.slice(0, 8))).toEqual([
      'ERROR: w',
      '  Failur',
      '  Code: ',
      '  Fix: T',
      '',
    ]);
    expect(stdout).toContain(`${long}\n`);
  });

  it.each([
    ['av_interleaved_write_frame(): Broken pipe', false],
    ['Error: write EPIPE', false],
    ['Error writing trailer of pipe:1: Broken pipe', false],
    ['BrokenPipeError: [Errno 32] Broken pipe', false],
    ['rtmp://a.rtmp.youtube.com/live2/x: Broken pipe', true],
    ['[out#0/flv @ 0x55d0c8f0b2c0] Error writing trailer: Broken pipe', true],
    ['Error while sending data: could not write data to host: Broken pipe in write()!', true],
    ['write tcp 127.0.0.1:8554->127.0.0.1:44808: write: broken pipe', true],
  ])('blames a server for a broken pipe only where one is named: %s', async (message, server) => {
    const { stdout } = await otelMedia(['explain', message]);
    expect(
      stdout.includes('whoever read what was written has closed: a player, a program, or a server'),
    ).toBe(!server);
    expect(stdout.includes('a player or program that was closed is no fault')).toBe(!server);
  });

  it.each([[[]], [['\n\r\n\n']]])('says that there was nothing where stdin is empty: %j', async (chunks) => {
    expect(await otelMedia(['explain', '--json'], {}, piped(...chunks))).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'otel-media: stdin was empty: there was nothing to explain\n',
    });
  });

  it.each([
    ['none', undefined],
    ['a terminal', Object.assign(piped(), { isTTY: true })],
  ])('asks for a message where stdin is %s', async (_name, stdin) => {
    expect(await otelMedia(['explain'], {}, stdin)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'otel-media: no message to explain\n' +
        'hint: give messages as arguments, or a log on stdin: see `otel-media explain --help`\n',
    });
  });

  it('has no other options', async () => {
    expect(await otelMedia(['explain', '--jsn', 'x'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean --json?'),
    });
  });

  it('takes words that nobody put in quotes for one message', async () => {
    expect(await otelMedia(['explain', ...FORBIDDEN.split(' ')])).toEqual(
      await otelMedia(['explain', FORBIDDEN]),
    );
    expect((await otelMedia(['explain', FORBIDDEN, 'Killed'])).stdout).toContain('\nKilled\n');
  });

  it('takes a message that starts with a dash behind --', async () => {
    expect((await otelMedia(['explain', '--json', '--', '-5: timed out'])).exitCode).toBe(0);
    expect((await otelMedia(['explain', '--', '-h'])).stdout).toMatch(/^-h\n/);
  });
});

describe('otel-media explain as a process', { timeout: 30_000 }, () => {
  it('explains arguments', () => {
    const { exitCode, stdout, stderr } = asProcess([FORBIDDEN]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^ERROR: .*\n {2}Failure: .*\n {2}Code: forbidden, category: blocked,/);
  });

  it('explains stdin, and is done at once where that is empty', () => {
    expect(asProcess(['--json'], `${PROGRESS}\n${FORBIDDEN}`).stdout).toMatch(
      /^\{"line":1,"code":null,.*\n\{"line":2,"code":"forbidden",.*\n$/,
    );
    expect(asProcess([])).toMatchObject({ exitCode: 1, stdout: '' });
  });

  it('shows its help', () => {
    const { exitCode, stdout } = asProcess(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Usage: otel-media explain/);
  });

  it('ends quietly when its reader does', async () => {
    const child = spawn(process.execPath, [...MAIN], { stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    const exited = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
    });
    const feeding = setInterval(() => child.stdin.write(`${FORBIDDEN}\n`.repeat(100)), 5);
    const exitCode = await exited;
    clearInterval(feeding);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('streams a log of any size, and holds little of it', async () => {
    const block = `${PROGRESS} ${'x'.repeat(4000)}\n`.repeat(250);
    const run = (times: number) => streamed(['explain', '--json'], block, times);
    const small = await run(2);
    const large = await run(80);
    expect(small).toMatchObject({ exitCode: 0, lines: 500 });
    expect(large).toMatchObject({ exitCode: 0, lines: 20_000 });
    // 80 MB went through.
    expect(large.kilobytes - small.kilobytes).toBeLessThan(40_000);
  }, 60_000);
});
