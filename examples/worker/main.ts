// A web service and a worker with a queue between them: each a process of its own, and each order one trace.
//
//   OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 node examples/worker/main.ts [--once]
//
// It takes the Redis at REDIS_URL, or starts a `redis-server` of its own. `--once` ends after the first orders, with a
// line of JSON for programs.

import { parseArgs } from 'node:util';
import { startOrigin } from '../origin/origin.ts';
import { place, settled } from './orders.ts';
import { startRedis } from './redis.ts';
import { start } from './started.ts';

const AGAIN_MS = 5_000;

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
const stops: (() => Promise<void>)[] = [];
try {
  await run();
} catch (error) {
  console.error(`worker example: ${error instanceof Error ? error.message : error}`);
  if (isMissing(error)) console.error('set REDIS_URL, or install redis-server');
  process.exitCode = 2;
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function run(): Promise<void> {
  const origin = await startOrigin();
  stops.push(() => origin.close());
  let url = process.env.REDIS_URL;
  if (!url) {
    const redis = await startRedis();
    stops.push(() => redis.stop());
    url = redis.url;
  }
  const env = { ...process.env, REDIS_URL: url };
  const web = await start('web', env);
  stops.push(() => web.stop());
  const worker = await start('worker', env);
  stops.push(() => worker.stop());
  const service = web.ready.split(' ').at(-1) ?? '';

  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true));
  do {
    const orders = [
      await place(service, { kind: 'download', link: origin.link('ok'), priority: 4 }),
      await place(service, { kind: 'video_info', link: origin.link('ok'), priority: 3 }),
      // Fails with status 500 each time: tried again once, and then given up.
      await place(service, { kind: 'download', link: origin.link('broken'), priority: 0 }),
    ];
    for (const order of orders)
      console.error(`${order.kind} ${await settled(service, order)}: trace ${order.traceId}`);
    if (values.once) console.log(JSON.stringify({ traces: orders.map(({ traceId }) => traceId) }));
    else await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  } while (!values.once && !stopped);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
