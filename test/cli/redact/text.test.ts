import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run_command_line.ts';
import { otelMedia } from '../command_line.ts';
import { piped } from '../stdin.ts';
import { ENV, KEY, LOGS, ORDINARY, PASSWORD } from './samples.ts';

describe('otel-media redact with text', () => {
  it('shows each line as it would leave, and what took something out of it', async () => {
    const { exitCode, stdout, stderr } = await otelMedia(['redact', PASSWORD, ORDINARY], ENV);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const [line, detectors, ordinary, summary] = stdout.split('\n');
    expect(line).toBe('yt-dlp --password **** https://youtu.be/dQw4w9Wg...');
    expect(detectors).toMatch(/^ {2}found by \w+ \(\w+\)(?:, \w+ \(\w+\))*$/);
    expect(detectors).toContain('(argument)');
    expect(ordinary).toBe(ORDINARY);
    expect(summary).toMatch(/^2 lines: 1 changed; /);
  });

  it('reads the lines of stdin, however they are cut, empty ones left out', async () => {
    const given = await otelMedia(['redact', PASSWORD, ORDINARY], ENV);
    const { stdout } = await otelMedia(
      ['redact'],
      ENV,
      piped('yt-dlp --pass', `${PASSWORD.slice(13)}\r\n\n`, ORDINARY),
    );
    expect(stdout).toBe(given.stdout);
  });

  it('reads a private key as a whole, from its begin to its end or to where it is cut off', async () => {
    const key = [
      '-----BEGIN RSA PRIVATE KEY-----',
      'Proc-Type: 4,ENCRYPTED',
      'planted1Planted'.repeat(4),
      'planted2==',
    ];
    const { stdout } = await otelMedia(
      ['redact', '--json'],
      ENV,
      piped(
        `first\n${key.join('\n')}\n-----END RSA PRIVATE KEY-----\n${ORDINARY}\n${key.join('\r\n')}\nlast, and ordinary`,
      ),
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ line, after }) => [line, after]).slice(0, -1)).toEqual([
      [1, 'first'],
      [2, '****'],
      [7, ORDINARY],
      [8, '****'],
      [12, 'last, and ordinary'],
    ]);
  });

  it.each(['utf16le', 'with its mark', 'big-endian'])(
    'reads UTF-16, as PowerShell writes it: %s',
    async (how) => {
      const text = `${how === 'utf16le' ? '' : '\ufeff'}${PASSWORD}\r\n${ORDINARY}\r\n`;
      const bytes = Buffer.from(text, 'utf16le');
      const given = await otelMedia(['redact', PASSWORD, ORDINARY], ENV);
      const stdin = Readable.from([how === 'big-endian' ? bytes.swap16() : bytes]);
      expect(await otelMedia(['redact'], ENV, stdin)).toEqual(given);
    },
  );

  it('takes what begins with a dash and is no option for text', async () => {
    for (const text of [KEY, '-headers', '--password planted1', '---']) {
      const { exitCode, stdout, stderr } = await otelMedia(['redact', text], ENV);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toMatch(/^1 line: /m);
      expect(stdout).not.toMatch(/planted1|MIIE/);
    }
    const behind = await otelMedia(['redact', '--', '--json', '--help'], ENV);
    expect(behind.stdout).toContain('--json --help\n1 line: 0 changed');
    expect(await otelMedia(['redact', '--password', 'x'], ENV)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('has no option --password\nhint: a text with dashes stands in quotes'),
    });
  });

  it('tells on a terminal how far it has come, where what it prints goes elsewhere', async () => {
    let progress = '';
    const write = (text: string) => {
      progress += text;
    };
    const stderr = { isTTY: true, columns: 80, write };
    const { signal } = new AbortController();
    async function* slow() {
      yield `${ORDINARY}\n`;
      await new Promise((resolve) => setTimeout(resolve, 250));
      yield `${'x'.repeat(1_500_000)}\n`;
    }
    const stdin = () => Readable.from(slow());
    await runCommandLine(['redact'], { env: ENV, stdin, stdout: { write() {} }, stderr, signal });
    expect(progress).toContain('MB read');
    expect(progress.endsWith('\r\u001b[2K')).toBe(true);
    progress = '';
    const stdout = { isTTY: true, columns: 80, write() {} };
    await runCommandLine(['redact'], { env: ENV, stdin, stdout, stderr, signal });
    expect(progress).toBe('');
  });

  it('takes words that nobody put in quotes for one text', async () => {
    const { stdout } = await otelMedia(['redact', 'password:', 'planted1'], ENV);
    expect(stdout).toMatch(/^password: \*{4}\n.*\n1 line: 1 changed/);
  });

  it('prints what was taken out only when asked', async () => {
    expect((await otelMedia(['redact', PASSWORD], ENV)).stdout).not.toContain('planted');
    expect((await otelMedia(['redact', '--json', PASSWORD], ENV)).stdout).not.toContain('planted');
    const { stdout } = await otelMedia(['redact', '--show-original', PASSWORD], ENV);
    expect(stdout).toContain(`- ${PASSWORD}\n+ yt-dlp --password ****`);
  });

  it('prints one object a line with --json, and a summary last', async () => {
    const { stdout } = await otelMedia(['redact', '--json', ORDINARY, PASSWORD], ENV);
    const [ordinary, password, summary] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ordinary).toEqual({ line: 1, after: ORDINARY, detectors: [] });
    expect(password).toMatchObject({ line: 2, after: 'yt-dlp --password **** https://youtu.be/dQw4w9Wg...' });
    expect(password.detectors).toContainEqual({ name: expect.any(String), family: 'argument', count: 1 });
    expect(summary).toMatchObject({ summary: { line: 2, changed: 1 } });
  });

  it('counts how often a detector found something', async () => {
    const { stdout } = await otelMedia(['redact', '--json', 'a@b.example and c@d.example'], ENV);
    expect(JSON.parse(stdout.split('\n')[0] ?? '').detectors).toEqual([
      { name: 'email', family: 'email', count: 2 },
    ]);
  });

  it.each([80, 60])(
    'fits into a terminal of %i columns, leaves nothing out, and gives it no commands',
    async (columns) => {
      const hostile = `\u001b]0;title\u0007\u001b[31m${'🎵 long '.repeat(100)}\u009b2J\tmail to a@b.example\u0000`;
      const args = ['redact', '--show-original', hostile, PASSWORD];
      const { stdout } = await otelMedia(args, ENV, undefined, { isTTY: true, columns });
      expect(stdout.split('\n').filter((line) => [...line].length > columns)).toEqual([]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be gone.
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      expect(stdout.match(/🎵/g)).toHaveLength(200);
    },
  );

  it('breaks at blanks only', async () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${at}`.repeat((at % 9) + 1));
    const { stdout } = await otelMedia(['redact', words.join(' ')], ENV, undefined, {
      isTTY: true,
      columns: 80,
    });
    const [, ...lines] = stdout.trimEnd().split('\n').toReversed();
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.toReversed().join(' ').split(/ +/)).toEqual(words);
  });

  it('wraps nothing that is piped, control characters or not', async () => {
    const long = `${ORDINARY} ${'word '.repeat(100)}end`;
    const { stdout } = await otelMedia(['redact', `\u001b[31m${long}`], ENV);
    expect(stdout.split('\n')[0]).toBe(long);
    const otlp = { resourceSpans: [{ scopeSpans: [{ spans: [{ name: `a@b.example ${long}` }] }] }] };
    const changed = await otelMedia(['redact'], ENV, piped(JSON.stringify(otlp)));
    expect(changed.stdout).toContain(`  + **** ${long}\n`);
  });

  it.each([
    ['redis://:planted1@host:6379/0', 'url_credentials', 'credential'],
    ['https://joe:plan/ted1@host/x', 'url_credentials', 'credential'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'url_id', 'media_id'],
    ['https://youtu.be/dQw4w9WgXcQ', 'url_id', 'media_id'],
    ['GET /api/videos/dQw4w9WgXcQ', 'url_id', 'media_id'],
    ['/watch?v=dQw4w9WgXcQ', 'url_id', 'media_id'],
    ['https://host/a?sig=planted1', 'url_query', 'signed_url'],
    ['https://host/a?access_token=planted1', 'url_query', 'token'],
    ['https://host/a?password=planted1', 'url_query', 'credential'],
    ['https://host/videoplayback/sig/planted1/x', 'url_path', 'signed_url'],
    ['https://host/a#planted1', 'url_fragment', 'signed_url'],
    ['rtmp://host/live2/plan-ted1', 'url_stream_key', 'stream_key'],
    ['https://host/hooks/webhook/planted1', 'url_webhook', 'api_key'],
    ['file:///home/planted1/x.mp4', 'url_folder', 'path'],
    ['cannot open /home/planted1/x.mp4', 'home_folder', 'path'],
    [Buffer.from('mail to planted1@host.example').toString('base64'), 'encoded', 'email'],
  ])('names detector and family that fit: %s', async (line, name, family) => {
    const { stdout } = await otelMedia(['redact', '--json', line], ENV);
    expect(stdout).not.toContain('planted1');
    expect(JSON.parse(stdout.split('\n')[0] ?? '').detectors).toContainEqual({ name, family, count: 1 });
  });

  it('takes user and password in a path for those of a URL', async () => {
    const { stdout } = await otelMedia(['redact', 'http://host:8080/live/joe/planted1/12.ts'], ENV);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'http://host:8080/live/****/****/12.ts',
      '  found by url_credentials ×2 (credential)',
    ]);
  });

  it('names each of what is in one URL, and counts them', async () => {
    const url = 'https://joe:planted1@host/watch?v=dQw4w9WgXcQ&sig=planted2&e=planted3';
    const { stdout } = await otelMedia(['redact', url], ENV);
    expect(stdout.split('\n').slice(1)).toEqual([
      '  found by url_credentials (credential), url_id (media_id), url_query ×2 (signed_url)',
      '1 line: 1 changed; url_query 2, url_credentials 1, url_id 1',
      '',
    ]);
  });

  it('takes JSON that is no OTLP for text, and OTLP too where it is told', async () => {
    const line = '{"level":30,"msg":"mail to a@b.example"}';
    expect((await otelMedia(['redact'], ENV, piped(line))).stdout).toContain('"msg":"mail to ****"');
    const { stdout } = await otelMedia(['redact', '--text'], ENV, piped(JSON.stringify(LOGS)));
    expect(stdout).toMatch(/\n1 line: 1 changed; /);
  });
});
