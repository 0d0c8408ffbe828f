import { createServer, type IncomingMessage, request, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { healthHandler } from '../../src/health/handler.ts';
import type { HealthOptions } from '../../src/health/routes.ts';
import { attemptClockMs, countAttempt } from '../../src/media/download/attempt_totals.ts';

const NOT_INSTALLED = { ytDlp: '/nowhere/yt-dlp', ffmpeg: '/nowhere/ffmpeg' };
let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

async function serve(options: HealthOptions = {}): Promise<string> {
  const health = healthHandler({ ...NOT_INSTALLED, ...options });
  const started = createServer((incoming, response) => {
    if (!health(incoming, response)) response.writeHead(404).end('not for health');
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

describe('healthHandler', () => {
  it('answers both paths', async () => {
    const base = await serve();
    const plain = await fetch(`${base}/healthz`);
    expect(plain.status).toBe(200);
    expect(plain.headers.get('content-type')).toMatch(/^application\/json/);
    expect(plain.headers.get('cache-control')).toBe('no-store');
    expect(Object.keys((await plain.json()) as object)).toStrictEqual([
      'yt_dlp_version',
      'ffmpeg_available',
      'proxy_in_use',
      'last_download_used_cookies',
      'last_download_client',
      'timestamp',
    ]);
    expect(await (await fetch(`${base}/health/yt-dlp`)).json()).toMatchObject({
      yt_dlp_version: null,
      ffmpeg_available: false,
      download_attempts: { has_attempts: false, success_rate: null },
    });
  });

  it('tells of attempts at /healthz only when asked to', async () => {
    const base = await serve({ diagnostics: true, proxyInUse: () => true });
    expect(await (await fetch(`${base}/healthz?verbose=1`)).json()).toMatchObject({
      proxy_in_use: true,
      download_attempts: { has_attempts: false },
    });
  });

  it('reads the totals of this process', async () => {
    const endedMs = attemptClockMs();
    countAttempt(true, { client: 'web', cookies: true }, endedMs - 1500, endedMs);
    const base = await serve();
    expect(await (await fetch(`${base}/health/yt-dlp`)).json()).toMatchObject({
      last_download_used_cookies: true,
      last_download_client: 'web',
      download_attempts: { total_attempts: 1, success_count: 1, success_rate: 1 },
    });
  });

  it('leaves every other path to the application', async () => {
    const base = await serve();
    for (const path of ['/', '/healthz/', '/health', '/health/yt-dlp/x', '/HEALTHZ']) {
      expect(await (await fetch(base + path)).text()).toBe('not for health');
    }
  });

  it('answers HEAD without a body, and refuses what would change something', async () => {
    const base = await serve();
    const head = await fetch(`${base}/healthz`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toStrictEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(50);
    const post = await fetch(`${base}/healthz`, { method: 'POST', body: 'x' });
    expect([post.status, post.headers.get('allow')]).toStrictEqual([405, 'GET, HEAD']);
  });

  it('understands a whole URL as the target, as proxies send it', async () => {
    const { port } = new URL(await serve());
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: 'http://example.org/healthz' }, (response) => {
        resolve(response.resume().statusCode);
      }).end();
    });
    expect(status).toBe(200);
  });

  it('survives an option that throws', async () => {
    const base = await serve({
      proxyInUse: () => {
        throw new Error('secret reason');
      },
    });
    const answer = await fetch(`${base}/healthz`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret reason');
  });

  it('does not throw at a response that is answered already', async () => {
    const health = healthHandler(NOT_INSTALLED);
    const incoming = { method: 'GET', url: '/healthz' } as IncomingMessage;
    const response = new ServerResponse(incoming);
    response.writeHead(204).end();
    expect(health(incoming, response)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
});
