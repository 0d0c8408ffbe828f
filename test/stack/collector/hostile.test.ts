import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/cli/stack/paths.ts';
import { ensurePrograms } from '../../../src/cli/stack/programs/build.ts';
import { freePort } from '../../bench/collector/free_port.ts';
import { stack } from '../live.ts';
import { REDACTION_PROCESSORS } from './collector_alone.ts';
import { collectorForTests } from './collector_for_tests.ts';
import { startCollectorProcess } from './collector_process.ts';

const SECRET = 'Bearer plantedBearerToken12345';
const text = (stringValue: string) => ({ stringValue });
const logs = (...logRecords: object[]) => ({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
const record = (more: object) => ({ timeUnixNano: '1', body: text('plain'), ...more });

/** A value so many maps deep. */
function deep(depth: number, value: object): object {
  return depth === 0 ? value : { kvlistValue: { values: [{ key: 'k', value: deep(depth - 1, value) }] } };
}

const HOSTILE: Readonly<Record<string, object>> = {
  'a body of 10 MB': record({ body: text(`${'word and number 12; '.repeat(500_000)}${SECRET}`) }),
  'a map of 64 in each other': record({ body: deep(64, text(SECRET)) }),
  'an attribute of 64 maps in each other': record({
    attributes: [{ key: 'a', value: deep(64, text(SECRET)) }],
  }),
  'a name of 100 KB': record({ attributes: [{ key: `${'k'.repeat(100_000)} ${SECRET}`, value: text('x') }] }),
  '10,000 attributes': record({
    attributes: Array.from({ length: 10_000 }, (_, at) => ({ key: `k${at}`, value: text(SECRET) })),
  }),
  'letters that nobody sends': record({ body: text(`\u0000\u0001\u0002\u0003\uffff ${SECRET}`) }),
  'our own signs before and behind a secret': record({
    attributes: [
      { key: 'a', value: text(`\u0001${SECRET}\u0002`) },
      { key: 'b', value: { arrayValue: { values: [text(`\u0003${SECRET}`)] } } },
      { key: 'n', value: { intValue: '5' } },
    ],
  }),
  'names that are expressions': record({
    attributes: ['(', '[', 'a|b', '.*', '\\', ')\\z', '?'].map((key) => ({ key, value: text(SECRET) })),
  }),
};

/** A field of Protobuf that has its length before it. */
function field(number: number, ...parts: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  let { length } = body;
  const bytes: number[] = [number * 8 + 2];
  for (; length >= 0x80; length >>= 7) bytes.push((length & 0x7f) | 0x80);
  return Buffer.concat([Buffer.from([...bytes, length]), body]);
}

const NO_UTF_8 = Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x20]);

/** A log record as Protobuf, with bytes in it that are no text. */
function notUtf8(): Buffer {
  const value = field(1, NO_UTF_8, SECRET);
  const attribute = field(6, field(1, 'note', NO_UTF_8), field(2, value));
  return field(1, field(2, field(2, field(5, value), attribute)));
}

describe.skipIf(stack?.engine !== 'native')('the Collector, given what is hostile', () => {
  const collector = collectorForTests();

  const stillRuns = async () =>
    expect(await collector.redacted('logs', logs(record({})))).toContain('"stringValue":"plain"');

  it.each(Object.entries(HOSTILE))(
    'takes the secret out: %s',
    async (_, one) => {
      const out = await collector.redacted('logs', logs(one));
      expect(out).not.toContain('planted');
      expect(out).toContain('****');
      await stillRuns();
    },
    120_000,
  );

  it('takes it out of what is no UTF-8', async () => {
    const out = await collector.redacted('logs', notUtf8());
    expect(out).not.toContain('planted');
    expect(out).toContain('****');
    await stillRuns();
  });

  // A sender tries again where it is told 429, 502, 503 or 504.
  it.each([
    ['bytes', 'application/x-protobuf', Buffer.from([0xff, 0x00, 0x13, 0x37, 0xff, 0xff])],
    ['no JSON', 'application/json', '{"resourceLogs":[{'],
    ['other JSON', 'application/json', '{"resourceLogs":"planted"}'],
    ['another type', 'text/plain', SECRET],
  ])('refuses garbage for good: %s', async (_, type, body) => {
    const answer = await fetch(`${collector.url}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect([400, 415]).toContain(answer.status);
    await stillRuns();
  });
});

describe.skipIf(stack?.engine !== 'native')('the Collector, killed with a batch in it', () => {
  const storage = mkdtempSync(join(tmpdir(), 'otel-media-killed-'));
  let answerWith = 503;
  const arrived: string[] = [];
  const store = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      if (answerWith === 200)
        arrived.push((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString());
      response.writeHead(answerWith, { 'content-type': 'application/json' }).end('{}');
    });
  });
  afterAll(() => {
    store.close();
    rmSync(storage, { recursive: true, force: true });
  });

  async function start(endpoint: string) {
    const { collector } = await ensurePrograms(['collector']);
    const { port } = store.address() as AddressInfo;
    return startCollectorProcess(
      collector,
      () => ({
        extensions: { file_storage: { directory: storage, fsync: true } },
        receivers: { otlp: { protocols: { http: { endpoint } } } },
        exporters: {
          otlp_http: {
            ...{ endpoint: `http://127.0.0.1:${port}`, encoding: 'json', compression: 'none' },
            sending_queue: { storage: 'file_storage' },
            retry_on_failure: { initial_interval: '100ms', max_interval: '100ms', max_elapsed_time: 0 },
          },
        },
        service: {
          extensions: ['file_storage'],
          telemetry: { metrics: { level: 'none' } },
          pipelines: {
            logs: { receivers: ['otlp'], processors: REDACTION_PROCESSORS, exporters: ['otlp_http'] },
          },
        },
      }),
      [join(packageRoot(), 'collector', 'redaction.generated.yaml')],
    );
  }

  it('has nothing secret on its disk, and delivers the batch when it is there again', async () => {
    await once(store.listen(0, '127.0.0.1'), 'listening');
    const endpoint = `127.0.0.1:${await freePort()}`;
    const first = await start(endpoint);
    const answer = await fetch(`http://${endpoint}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(logs(record({ body: text(`harmless marker ${SECRET}`) }))),
    });
    expect(answer.status).toBe(200);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    await first.stop();
    const files = readdirSync(storage).map((name) => readFileSync(join(storage, name), 'latin1'));
    expect(files.join('')).toContain('harmless marker');
    expect(files.join('')).not.toContain('planted');
    answerWith = 200;
    const again = await start(endpoint);
    try {
      const deadline = Date.now() + 30_000;
      while (arrived.length === 0 && Date.now() < deadline) await sleep(50);
      expect(arrived.join('')).toContain('harmless marker Bearer ****');
    } finally {
      await again.stop();
    }
  }, 120_000);
});
