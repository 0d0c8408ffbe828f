import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { type HealthHandler, healthHandler } from '../../src/health/handler.ts';
import { health } from '../../src/health/health.ts';

const KEY = 'the-token-of-the-test';
let runs = 0;
let stop: (() => Promise<unknown>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

function handler(): HealthHandler {
  runs = 0;
  const check = async () => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'critical';
  };
  const checks = {
    system: false,
    tempDir: false,
    pipeline: false,
    telemetry: false,
    checks: { check },
  } as const;
  return healthHandler({
    ytDlp: '/nowhere',
    ffmpeg: '/nowhere',
    health: health(checks),
    token: KEY,
    stats: true,
  });
}

async function listening(server: Server): Promise<string> {
  if (!server.listening) await new Promise<void>((resolve) => server.once('listening', resolve));
  stop = () => new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Each answers `/own` and 404 by itself, and has the handler in front. */
const SERVERS: Record<string, () => Promise<string>> = {
  'node:http': () => {
    const answer = handler();
    const server = createServer((request, response) => {
      if (answer(request, response)) return;
      response.writeHead(request.url === '/own' ? 200 : 404).end('own');
    });
    return listening(server.listen(0, '127.0.0.1'));
  },
  Express: () => {
    const app = express();
    app.use(handler());
    app.get('/own', (_request, response) => void response.send('own'));
    return listening(app.listen(0, '127.0.0.1'));
  },
  Fastify: async () => {
    const app = fastify();
    const answer = handler();
    app.addHook('onRequest', (request, reply, done) => {
      if (answer(request.raw, reply.raw)) reply.hijack();
      else done();
    });
    app.get('/own', async () => 'own');
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    stop = () => app.close();
    return address;
  },
  Hono: () => {
    const app = new Hono();
    const answer = handler();
    app.use(async (c, next) => (answer.handles(c.req.path) ? answer.fetch(c.req.raw) : next()));
    app.get('/own', (c) => c.text('own'));
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    return listening(server as Server);
  },
};

describe.each(Object.entries(SERVERS))('in %s', (_name, start) => {
  it('answers what is its own, and nothing else', async () => {
    const base = await start();
    expect(await (await fetch(`${base}/own`)).text()).toBe('own');
    expect((await fetch(`${base}/nowhere`)).status).toBe(404);
    const plain = await fetch(`${base}/healthz`);
    expect([plain.status, plain.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await plain.json()).toMatchObject({ yt_dlp_version: null, ffmpeg_available: false });
    expect(await (await fetch(`${base}/health/yt-dlp`)).json()).toHaveProperty('download_attempts');
    expect((await fetch(`${base}/health`)).status).toBe(503);
    const head = await fetch(`${base}/health`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([503, '']);
    const refused = await fetch(`${base}/api/metrics/jobs`);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="otel-media"',
    ]);
    await refused.body?.cancel();
    const headers = { authorization: `Bearer ${KEY}` };
    const allowed = await fetch(`${base}/api/metrics/performance?time_window=600`, { headers });
    expect(await allowed.json()).toMatchObject({ time_window: 600 });
    const wrong = await fetch(`${base}/api/metrics/performance?time_window=x`, { headers });
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { parameter: 'time_window', value: 'x' }]);
    expect((await fetch(`${base}/health`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('runs the checks once for a hundred who ask at a time', async () => {
    const base = await start();
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const answer = await fetch(`${base}/health`);
        await answer.text();
        return answer.status;
      }),
    );
    expect(new Set(answers)).toEqual(new Set([503]));
    expect(runs).toBe(1);
  });
});
