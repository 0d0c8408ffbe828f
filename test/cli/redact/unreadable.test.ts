import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { otelMedia } from '../command_line.ts';
import { piped } from '../stdin.ts';
import { ENV, LOGS } from './samples.ts';

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
