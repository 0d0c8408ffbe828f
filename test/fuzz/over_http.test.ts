import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OtelMedia } from '../../src/handle.ts';
import { init } from '../../src/init.ts';
import { SECRET_KINDS } from '../redact/secret_kinds.ts';
import { isFound, put } from './delivery.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { FIELDS } from './fields.ts';
import { type Plant, plantOf } from './plant.ts';

let received = '';
const server = createServer(async (incoming, response) => {
  received += await text(incoming);
  response.setHeader('content-type', 'application/json').end('{}');
});
let running: OtelMedia | undefined;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  running = init({
    endpoint: `http://127.0.0.1:${port}`,
    serviceName: 'x',
    hashKey: 'a key of the tests',
    startupLine: false,
    flushOnExit: false,
    hostMetrics: false,
  });
});
afterAll(async () => {
  await running?.shutdown();
  server.close();
});

const LARGEST_BATCH = 300;

// What the resource has is known before init(): redaction.test.ts has it.
const fields = FIELDS.filter(({ name }) => !name.startsWith('resource'));

it('sends no secret of any kind from any field, over HTTP, as init() sets it up', async () => {
  const plants = SECRET_KINDS.flatMap((kind, at) =>
    [0, 1, 2, 3].map((turn): Plant | undefined => {
      const { name } = fields[(4 * at + turn) % fields.length] ?? { name: '' };
      return fc.sample(plantOf(kind, 'as it is', name), { seed: 4 * at + turn, numRuns: 1 })[0];
    }),
  ).filter((plant) => plant !== undefined);
  const found: Plant[] = [];
  // Of one size, so that each has spans, logs and metrics.
  const size = Math.ceil(plants.length / Math.ceil(plants.length / LARGEST_BATCH));
  for (let from = 0; from < plants.length; from += size) {
    const batch = plants.slice(from, from + size);
    received = '';
    const requests = new Map(batch.map((plant) => [plant, put(plant)]));
    expect(await running?.forceFlush()).toBe(true);
    expect(received).toContain('"resourceSpans"');
    expect(received).toContain('"resourceLogs"');
    expect(received).toContain('"resourceMetrics"');
    const left = { json: received, protobuf: '', requests: [] };
    found.push(...batch.filter((plant) => isFound(plant, requests.get(plant) ?? left)));
  }
  const leaks = found.filter((plant) => !EXCEPTIONS.some(({ holds }) => holds(plant)));
  expect(leaks.map(({ kind, field, text: planted }) => ({ kind, field, planted }))).toEqual([]);
  expect(new Set(plants.map(({ field }) => field)).size).toBe(fields.length);
}, 300_000);
