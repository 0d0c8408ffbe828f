// The web service: takes orders and puts them on the queue. Started by main.ts as
//
//   node --import otel-media/register examples/worker/web.ts

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { trace } from '@opentelemetry/api';
import { Queue } from 'bullmq';
import { reportError } from 'otel-media';
import { bullmqPriority, instrumentBullmqQueue } from 'otel-media/adapters/bullmq';
import { readBody } from '../downloader/request_body.ts';
import { CAPACITY, CONCURRENCY, connection, KINDS, type Order, QUEUE } from './queue.ts';

const queue = instrumentBullmqQueue(new Queue(QUEUE, { connection: connection() }), {
  types: KINDS,
  capacity: CAPACITY,
  workers: CONCURRENCY,
});
queue.on('error', (error) => reportError(error, { component: 'queue' }));

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    reportError(error, { component: 'web' });
    reply(response, 500, { error: 'internal error' });
  });
});
server.listen(Number(process.env.PORT || 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

// Ends by itself once nothing is left to do; telemetry is sent then.
process.once('SIGTERM', () => {
  server.close(() => void queue.close());
  server.closeIdleConnections();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, folder, id] = (request.url ?? '').split('/');
  if (folder !== 'jobs') return reply(response, 404, { error: 'not found' });
  if (request.method === 'POST') return take(request, response);
  const job = id === undefined ? undefined : await queue.getJob(id);
  if (job === undefined) return reply(response, 404, { error: 'no such job' });
  reply(response, 200, { id, state: await job.getState(), result: job.returnvalue ?? undefined });
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const order = parseOrder(await readBody(request));
  if (order === undefined)
    return reply(response, 400, { error: 'wanted: {"kind": "download", "link": "https://…"}' });
  if ((await queue.getWaitingCount()) >= CAPACITY) return reply(response, 503, { error: 'too many jobs' });
  const { kind, link, priority = 2 } = order;
  const job = await queue.add(
    kind,
    { link },
    { priority: bullmqPriority(priority), attempts: 2, backoff: { type: 'exponential', delay: 250 } },
  );
  reply(response, 202, { id: job.id, traceId: trace.getActiveSpan()?.spanContext().traceId });
}

function parseOrder(body: string): Order | undefined {
  try {
    const order = JSON.parse(body) as Partial<Order>;
    const { kind, link, priority } = order;
    const known = KINDS.find((one) => one === kind);
    const url = URL.parse(String(link));
    if (known === undefined || (url?.protocol !== 'http:' && url?.protocol !== 'https:')) return undefined;
    return { kind: known, link: url.href, ...(priority !== undefined && { priority }) };
  } catch {
    return undefined;
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
