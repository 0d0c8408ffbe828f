import { spawn, spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { otelMedia, type Ran } from './command_line.ts';

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

function piped(...chunks: string[]): Readable {
  return Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
}

describe('otel-media explain', () => {
  it('says what a message means and what to do', async () => {
    expect(await otelMedia(['explain', FORBIDDEN, PROGRESS])).toEqual({
      exitCode: 0,
      stdout: [
        FORBIDDEN,
        '  Failure: the site refuses (HTTP 403).',
        '  Code: forbidden, category: blocked, fault: site; trying again will not help.',
        '  Fix: Update yt-dlp, then try fresh cookies, another client or another',
        '    address; signed links expire.',
        PROGRESS,
        '  Ordinary: nothing failed.',
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
      lines.map(() => ['code', 'category', 'retryable', 'fault', 'fix']),
    );
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        code: 'forbidden',
        category: 'blocked',
        retryable: false,
        fault: 'site',
        fix: expect.stringMatching(/\.$/),
      },
      { code: null, category: null, retryable: null, fault: null, fix: null },
      {
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

  it('tells a warning from a failure', async () => {
    const { stdout } = await otelMedia(['explain', 'WARNING: unable to download subtitles: HTTP Error 429']);
    expect(stdout).toContain('\n  Warning: ');
  });

  it('fits into 80 columns whatever the line, and gives a terminal no commands', async () => {
    const hostile = `ERROR: \u001b]0;title\u0007\u001b[31m${'🎵 long '.repeat(500)}\u009b2J\ttimed out\u0000`;
    const { stdout } = await otelMedia([
      'explain',
      hostile,
      FORBIDDEN,
      'ERROR: Requested format is not available',
    ]);
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be gone.
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
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

  it('takes a message that starts with a dash behind --', async () => {
    expect((await otelMedia(['explain', '--json', '--', '-5: timed out'])).exitCode).toBe(0);
  });
});

describe('otel-media explain as a process', () => {
  it('explains arguments', () => {
    const { exitCode, stdout, stderr } = asProcess([FORBIDDEN]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^ERROR: .*\n {2}Failure: .*\n {2}Code: forbidden, category: blocked,/);
  });

  it('explains stdin, and is done at once where that is empty', () => {
    expect(asProcess(['--json'], `${PROGRESS}\n${FORBIDDEN}`).stdout).toMatch(
      /^\{"code":null,.*\n\{"code":"forbidden",.*\n$/,
    );
    expect(asProcess([])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
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
    const script = `
      process.argv.splice(1, process.argv.length, 'otel-media', 'explain', '--json');
      process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));
      await import('./src/cli/main.ts');`;
    const run = async (blocks: number) => {
      const child = spawn(process.execPath, ['--max-semi-space-size=1', '--input-type=module', '-e', script]);
      let lines = 0;
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => {
        lines += chunk.toString('latin1').split('\n').length - 1;
      });
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      const exited = new Promise<number | null>((resolve) => {
        child.once('close', resolve);
      });
      Readable.from(Array.from({ length: blocks }, () => block)).pipe(child.stdin);
      expect(await exited).toBe(0);
      return { lines, kilobytes: Number(stderr) };
    };
    const small = await run(2);
    const large = await run(80);
    expect(small.lines).toBe(500);
    expect(large.lines).toBe(20_000);
    // 80 MB went through.
    expect(large.kilobytes - small.kilobytes).toBeLessThan(40_000);
  }, 60_000);
});
