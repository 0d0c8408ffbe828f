import { describe, expect, it } from 'vitest';
import { otelMedia } from '../command_line.ts';
import { piped } from '../stdin.ts';
import { ENV, LOGS, METRICS, TRACES, text } from './samples.ts';

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
