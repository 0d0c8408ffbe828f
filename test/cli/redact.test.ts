import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run_command_line.ts';
import { redactionSettings } from '../../src/redact/policy/settings.ts';
import { otelMedia } from './command_line.ts';
import { piped, streamed } from './stdin.ts';
import { temporaryFolder } from './workspace.ts';

// A key of its own: none is made in the state folder of whoever runs tests.
const ENV = { OTEL_MEDIA_HASH_KEY: 'a key of the tests' };
const KEY =
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n-----END PRIVATE KEY-----';
const PASSWORD = 'yt-dlp --password planted1 https://youtu.be/dQw4w9WgXcQ';
const ORDINARY = 'HTTP Error 403: Forbidden';

const text = (key: string, value: string) => ({ key, value: { stringValue: value } });
const TRACES = {
  resourceSpans: [
    {
      resource: { attributes: [text('service.name', 'x'), text('host.name', 'planted2')] },
      scopeSpans: [
        {
          scope: { name: 'theirs' },
          spans: [
            {
              traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
              spanId: '00f067aa0ba902b7',
              name: 'GET /api/x',
              attributes: [
                text('url.full', 'https://h/watch?v=dQw4w9WgXcQ&sig=planted3'),
                text('media.nope', 'planted4'),
                { key: 'map', value: { kvlistValue: { values: [text('password', 'planted5')] } } },
                {
                  key: 'list',
                  value: { arrayValue: { values: [{ stringValue: 'mail planted6@example.org' }] } },
                },
                text('planted7@example.org', 'x'),
                { key: 'http.response.status_code', value: { intValue: '403' } },
              ],
              events: [
                { name: 'exception', attributes: [text('exception.message', 'in /home/planted8/y.js')] },
              ],
              links: [{ traceId: '', spanId: '', attributes: [text('a', 'SID=planted9Value')] }],
              status: { code: 2, message: 'Bearer planted10planted10' },
            },
          ],
        },
      ],
    },
  ],
};
const LOGS = {
  resourceLogs: [
    {
      scopeLogs: [
        {
          logRecords: [
            {
              body: { kvlistValue: { values: [text('msg', 'Cookie: a=planted11')] } },
              attributes: [text('client.address', '203.0.113.77')],
            },
          ],
        },
      ],
    },
  ],
};
const METRICS = {
  resourceMetrics: [
    {
      scopeMetrics: [
        {
          metrics: [
            {
              name: 'm',
              sum: { dataPoints: [{ asInt: '1', attributes: [text('p', '/home/planted12/x')] }] },
            },
          ],
        },
      ],
    },
  ],
};

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

describe('otel-media redact with OTLP', () => {
  const found = async (...documents: object[]) => {
    const lines = documents.map((one) => JSON.stringify(one)).join('\n');
    const { stdout } = await otelMedia(['redact', '--json'], ENV, piped(lines));
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  it('shows each field that changes: its path, the rule, and what would leave', async () => {
    const changes = await found(TRACES);
    const byPath = new Map(changes.map((one) => [one.path, one]));
    const span = 'resourceSpans[0].scopeSpans[0].spans[0]';
    const left = (path: string) => byPath.get(path)?.after;
    expect(byPath.get('resourceSpans[0].resource.attributes["host.name"]')).toEqual({
      line: 1,
      path: 'resourceSpans[0].resource.attributes["host.name"]',
      rule: { by: 'class', names: ['secret'] },
      after: null,
      leftOut: true,
    });
    expect(left(`${span}.attributes["url.full"]`)).toBe('https://h/watch?v=dQw4w9Wg...&sig=****');
    expect(byPath.get(`${span}.attributes["media.nope"]`)).toMatchObject({
      rule: { by: 'name', names: ['unknown media.*'] },
      leftOut: true,
    });
    expect(byPath.get(`${span}.attributes["map"]["password"]`)).toMatchObject({
      rule: { by: 'name' },
      after: '****',
    });
    expect(byPath.get(`${span}.attributes["list"][0]`)).toMatchObject({
      rule: { by: 'detector', names: ['email'] },
      after: 'mail ****',
    });
    expect(left(`${span}.attributes["redacted"] (its name)`)).toBe('redacted');
    expect(left(`${span}.events[0].attributes["exception.message"]`)).toBe('in ****/y.js');
    expect(left(`${span}.links[0].attributes["a"]`)).toBe('SID=****');
    expect(left(`${span}.status.message`)).toBe('Bearer ****');
    expect([...byPath.keys()].some((path) => path?.includes('status_code'))).toBe(false);
    expect(JSON.stringify(changes)).not.toContain('planted');
    expect(changes.at(-1)).toMatchObject({ summary: { span: 1 } });
  });

  it('reads traces, logs and metrics, one document a line', async () => {
    const changes = await found(TRACES, LOGS, METRICS);
    expect(JSON.stringify(changes)).not.toContain('planted');
    expect(changes.at(-1)).toMatchObject({ summary: { span: 1, 'log record': 1, metric: 1 } });
    const paths = changes.filter(({ line }) => line > 1).map(({ line, path, after }) => [line, path, after]);
    expect(paths).toEqual([
      [2, 'resourceLogs[0].scopeLogs[0].logRecords[0].body["msg"]', 'Cookie: ****'],
      [2, 'resourceLogs[0].scopeLogs[0].logRecords[0].attributes["client.address"]', '203.0.113.0'],
      [3, 'resourceMetrics[0].scopeMetrics[0].metrics[0].dataPoints[0].attributes["p"]', '****/x'],
    ]);
  });

  it('reads one document over many lines', async () => {
    const { stdout } = await otelMedia(['redact', '--json'], ENV, piped(JSON.stringify(TRACES, null, 2)));
    expect(stdout).toBe((await otelMedia(['redact', '--json'], ENV, piped(JSON.stringify(TRACES)))).stdout);
  });

  it('names the family of what a detector found, in a part of a URL, too', async () => {
    const attributes = [
      text('url.query', 'v=dQw4w9WgXcQ&sig=planted1'),
      text('url.path', '/videos/dQw4w9WgXcQ'),
      text('theirs', 'redis://:planted2@host'),
      {
        key: 'list',
        value: { arrayValue: { values: ['--password', 'planted3'].map((one) => ({ stringValue: one })) } },
      },
    ];
    const changes = await found({ resourceSpans: [{ scopeSpans: [{ spans: [{ attributes }] }] }] });
    expect(changes.slice(0, -1).map(({ rule }) => rule)).toEqual([
      { by: 'detector', names: ['url_id', 'url_query'], families: ['media_id', 'signed_url'] },
      { by: 'detector', names: ['url_id'], families: ['media_id'] },
      { by: 'detector', names: ['url_credentials'], families: ['credential'] },
      { by: 'context', names: ['what stands beside it'] },
    ]);
  });

  it('prints what was taken out only when asked, and fits into 80 columns of a terminal', async () => {
    const plain = await otelMedia(['redact'], ENV, piped(JSON.stringify(TRACES)));
    expect(plain.stdout).not.toContain('planted');
    const stdin = piped(JSON.stringify(TRACES));
    const terminal = { isTTY: true, columns: 80 };
    const { stdout } = await otelMedia(['redact', '--show-original'], ENV, stdin, terminal);
    for (const number of [2, 3, 4, 5, 6, 7, 8, 9, 10]) expect(stdout).toContain(`planted${number}`);
    // A path has no blanks in it.
    expect(stdout.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '))).toEqual([]);
    expect(stdout).toContain('\n  its class: secret\n  - planted2\n  + (left out)\n');
  });
});

describe('the settings that otel-media redact goes by', () => {
  const titles = {
    resourceSpans: [
      { scopeSpans: [{ spans: [{ attributes: [text('media.session.titles', 'My Title')] }] }] },
    ],
  };

  it('are those of the environment and of the settings file, and only for the run', async () => {
    const before = { ...redactionSettings() };
    const file = join(temporaryFolder(), 'settings.json');
    writeFileSync(file, JSON.stringify({ content: 'keep' }));
    const run = (env: Record<string, string>) =>
      otelMedia(['redact'], { ...ENV, ...env }, piped(JSON.stringify(titles)));
    expect((await run({})).stdout).toContain('+ hmac:');
    expect((await run({ OTEL_MEDIA_CONTENT: 'mask' })).stdout).toContain('+ ****');
    expect((await run({ OTEL_MEDIA_CONFIG: file })).stdout).toBe('1 span: 0 changed\n');
    expect(redactionSettings()).toEqual(before);
  });

  it('are those of the policy, too: names and texts of the user', async () => {
    const run = async (env: Record<string, string>, line: string) =>
      (await otelMedia(['redact', line], { ...ENV, ...env })).stdout.split('\n')[0];
    expect(await run({}, 'shoe_size=planted1')).toContain('planted1');
    expect(await run({ OTEL_MEDIA_SECRET_KEYS: 'shoe_size' }, 'shoe_size=planted1')).toBe('shoe_size=****');
    expect(await run({ OTEL_MEDIA_ALLOWED_VALUES: 'info@a.example' }, 'mail to info@a.example')).toBe(
      'mail to info@a.example',
    );
  });

  it('that are wrong are told on stderr, and left out as in the process', async () => {
    const { exitCode, stderr } = await otelMedia(['redact', 'x'], { ...ENV, OTEL_MEDIA_CONTENT: 'nonsense' });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('OTEL_MEDIA_CONTENT');
  });

  it.each([
    ['{"secretKeys": ["a"],, }', 'is not valid JSON, at line 1, column 22'],
    ['[]', 'must hold an object of options'],
    [undefined, 'cannot be read: ENOENT'],
  ])('are not taken for the defaults where the file cannot be read: %s', async (content, message) => {
    const file = join(temporaryFolder(), 'settings.json');
    if (content !== undefined) writeFileSync(file, content);
    const { exitCode, stdout, stderr } = await otelMedia(['redact', 'x'], {
      ...ENV,
      OTEL_MEDIA_CONFIG: file,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(`(named by OTEL_MEDIA_CONFIG) ${message}`);
  });
});

describe('input that otel-media redact cannot read', () => {
  const OTLP = JSON.stringify(LOGS);

  it.each([
    ['a line cut off', `${OTLP}\n${OTLP.slice(0, -4)}`, `line 2, column ${OTLP.length - 3}: this is no JSON`],
    ['a line of something else', `${OTLP}\nplanted text`, 'line 2, column 1: this is no JSON'],
    ['JSON that is no OTLP', `${OTLP}\n{"planted":1}`, 'line 2: this is JSON, but no OTLP'],
    ['a list of nothing', '{"resourceSpans":42}', 'line 1: this is no OTLP: resourceSpans is no list'],
    [
      'odd parts',
      '{"resourceSpans":[{"scopeSpans":[{"spans":[{"attributes":[{},7]}]}]}]}',
      'line 1: this is no OTLP: resourceSpans[0].scopeSpans[0].spans[0].attributes[1] is no object',
    ],
    ['a document cut off', '{\n  "resourceLogs": [\n\n  {', 'line 4, column 4: this is no JSON'],
    ['a wrong comma', '{\n  "resourceLogs": [],,\n}', 'line 2, column 22: this is no JSON'],
  ])('%s is told by its place, without a word of it', async (_name, input, message) => {
    const { exitCode, stderr } = await otelMedia(['redact'], ENV, piped(input));
    expect(exitCode).toBe(1);
    expect(stderr.split('\n')[0]?.replace(/\. It is left out\.$/, '')).toBe(`otel-media: ${message}`);
    expect(stderr).toContain('\nhint: ');
    expect(stderr).not.toContain('planted');
  });

  it.each([
    ['in between', [OTLP, 'planted', OTLP], [2]],
    ['at the beginning', [OTLP.slice(0, -9), OTLP, OTLP], [1]],
    [
      'often',
      [OTLP, ...Array.from({ length: 30 }, () => '{}'), OTLP],
      Array.from({ length: 10 }, (_, at) => at + 2),
    ],
  ])(
    'is left out where it is a line %s; the others are read, and counted last',
    async (_name, lines, told) => {
      const { exitCode, stdout, stderr } = await otelMedia(['redact'], ENV, piped(lines.join('\n')));
      expect(exitCode).toBe(1);
      const faults = lines.length - 2;
      const several = `${faults} line${faults === 1 ? '' : 's'}`;
      expect(stdout).toMatch(new RegExp(`\n2 log records: 4 changed; .*; ${several} could not be read\n$`));
      expect([...stderr.matchAll(/ line (\d+)[:,]/g)].map(([, number]) => Number(number))).toEqual(told);
      expect(stderr.includes('20 more lines cannot be read')).toBe(faults === 30);
      expect(stderr.match(/^hint: /gm)).toHaveLength(1);
    },
  );

  it('is counted in the summary of --json', async () => {
    const { stdout } = await otelMedia(['redact', '--json'], ENV, piped(`${OTLP}\nplanted`));
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '').summary).toMatchObject({ notRead: 1 });
  });

  it.each(['', ' '])('is a text with nothing in it: %j', async (text) => {
    expect(await otelMedia(['redact', text], ENV)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('is nothing at all', async () => {
    expect(await otelMedia(['redact'], ENV, piped())).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'otel-media: stdin was empty: there was nothing to redact\n',
    });
  });

  it.each([
    ['none', undefined],
    ['a terminal', Object.assign(piped(), { isTTY: true })],
  ])('%s is asked for', async (_name, stdin) => {
    expect(await otelMedia(['redact'], ENV, stdin)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^otel-media: nothing to redact\nhint: /),
    });
  });

  it.each([
    ['gzip', gzipSync('a log')],
    ['a program', readFileSync(process.execPath).subarray(0, 3000)],
  ])('that is no text is told as that, not printed as garbage: %s', async (_what, bytes) => {
    for (const command of ['redact', 'explain']) {
      expect(await otelMedia([command], ENV, Readable.from([bytes]))).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringMatching(/^otel-media: stdin is no text\nhint: unpack it first/),
      });
    }
  });

  it('that is empty where it may be does not throw', async () => {
    const odd =
      '{"resourceSpans":[{"resource":null,"scopeSpans":[{"spans":[{"attributes":[{},{"key":"a","value":{}}]},{}]}]}]}';
    expect(await otelMedia(['redact'], ENV, piped(odd))).toMatchObject({
      exitCode: 0,
      stdout: '2 spans: 0 changed\n',
    });
  });
});

describe('otel-media redact as a process', { timeout: 30_000 }, () => {
  it('redacts stdin', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'redact'], {
      input: `${PASSWORD}\n`,
      encoding: 'utf8',
      env: { ...process.env, ...ENV },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('--password ****');
  });

  it.each(['redact', 'explain'])('does not take a folder on stdin for nothing (%s)', (command) => {
    const folder = openSync('.', 'r');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', command], {
      stdio: [folder, 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, ...ENV },
    });
    closeSync(folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^otel-media: stdin is a folder\nhint: /);
  });

  it('streams input of any size, and holds little of it', async () => {
    const block = `${ORDINARY} ${'word '.repeat(800)}\n`.repeat(250);
    const run = (times: number) => streamed(['redact', '--json'], block, times, ENV);
    const small = await run(2);
    const large = await run(40);
    expect(small).toMatchObject({ exitCode: 0, lines: 501 });
    expect(large).toMatchObject({ exitCode: 0, lines: 10_001 });
    // 40 MB went through.
    expect(large.kilobytes - small.kilobytes).toBeLessThan(40_000);
  }, 60_000);
});
