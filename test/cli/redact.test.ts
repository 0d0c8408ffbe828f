import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redactionSettings } from '../../src/redact/settings.ts';
import { otelMedia } from './command_line.ts';
import { piped, streamed } from './stdin.ts';
import { temporaryFolder } from './workspace.ts';

// A key of its own: none is made in the state folder of whoever runs tests.
const ENV = { OTEL_MEDIA_HASH_KEY: 'a key of the tests' };
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
    expect(detectors).toMatch(/^ {2}\w+ \(\w+\)(?:, \w+ \(\w+\))*$/);
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

  it('fits into 80 columns whatever the line, leaves nothing out, and gives a terminal no commands', async () => {
    const hostile = `\u001b]0;title\u0007\u001b[31m${'🎵 long '.repeat(100)}\u009b2J\tmail to a@b.example\u0000`;
    const { stdout } = await otelMedia(['redact', '--show-original', hostile, PASSWORD], ENV);
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be gone.
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(stdout.match(/🎵/g)).toHaveLength(200);
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

  it('prints what was taken out only when asked, and fits into 80 columns', async () => {
    const plain = await otelMedia(['redact'], ENV, piped(JSON.stringify(TRACES)));
    expect(plain.stdout).not.toContain('planted');
    const { stdout } = await otelMedia(['redact', '--show-original'], ENV, piped(JSON.stringify(TRACES)));
    for (const number of [2, 3, 4, 5, 6, 7, 8, 9, 10]) expect(stdout).toContain(`planted${number}`);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
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

  it('that are wrong are told on stderr', async () => {
    const { exitCode, stderr } = await otelMedia(['redact', 'x'], { ...ENV, OTEL_MEDIA_CONTENT: 'nonsense' });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('OTEL_MEDIA_CONTENT');
  });
});

describe('input that otel-media redact cannot read', () => {
  const OTLP = JSON.stringify(LOGS);

  it.each([
    [
      'a line cut off',
      `${OTLP}\n${OTLP.slice(0, -4)}`,
      `line 2, character ${OTLP.length - 3}: this is no JSON`,
    ],
    ['a line of something else', `${OTLP}\nplanted text`, 'line 2: this is no JSON'],
    ['JSON that is no OTLP', `${OTLP}\n{"planted":1}`, 'line 2: this is JSON, but no OTLP'],
    ['a document cut off', '{\n  "resourceLogs": [\n\n  {', 'line 4, character 4: this is no JSON'],
    ['a wrong comma', '{\n  "resourceLogs": [],,\n}', 'line 2, character 22: this is no JSON'],
  ])('%s is told by its place, without a word of it', async (_name, input, message) => {
    const { exitCode, stderr } = await otelMedia(['redact'], ENV, piped(input));
    expect(exitCode).toBe(1);
    expect(stderr.split('\n')[0]).toBe(`otel-media: ${message}`);
    expect(stderr).toContain('\nhint: ');
    expect(stderr).not.toContain('planted');
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

  it('that is odd but JSON does not throw', async () => {
    const odd =
      '{"resourceSpans":[null,{"scopeSpans":[{"spans":[{"attributes":[{},{"key":"a","value":{}},7]},"x"]}]}]}';
    expect(await otelMedia(['redact'], ENV, piped(odd))).toMatchObject({
      exitCode: 0,
      stdout: '2 spans: 0 changed\n',
    });
  });
});

describe('otel-media redact as a process', () => {
  it('redacts stdin', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'redact'], {
      input: `${PASSWORD}\n`,
      encoding: 'utf8',
      env: { ...process.env, ...ENV },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('--password ****');
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
