import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noteExport } from '../../src/emit/export_results.ts';
import { logFilesCheck } from '../../src/health/checks/log_files.ts';
import { pipelineCheck } from '../../src/health/checks/pipeline.ts';
import { folderStorageCheck, httpStorageCheck } from '../../src/health/checks/storage.ts';
import { systemCheck } from '../../src/health/checks/system.ts';
import { redisCheck, tcpCheck } from '../../src/health/checks/tcp.ts';
import { telemetryCheck } from '../../src/health/checks/telemetry.ts';
import { tempDirCheck } from '../../src/health/checks/temp_dir.ts';
import { ffmpegCheck, ytDlpFinding } from '../../src/health/checks/tools.ts';
import type { HealthCheck, HealthFinding } from '../../src/health/finding.ts';
import { download } from '../../src/media/download/download.ts';
import { canRunRedis, startRedis } from '../adapters/redis_server.ts';

let folder = '';
let servers: Server[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planted-health-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

async function run(check: HealthCheck): Promise<HealthFinding> {
  const found = (await check(new AbortController().signal)) as HealthFinding;
  expect(JSON.stringify(found)).not.toContain('planted');
  return found;
}

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const GONE = 1;

describe('system', () => {
  it('compares shares with its thresholds', async () => {
    const fine = { cpuRatio: 2, memoryRatio: 2, diskRatio: 2 };
    expect((await run(systemCheck(fine))).status).toBe('ok');
    const found = await run(systemCheck({ ...fine, memoryRatio: 0.0001 }));
    expect(found.status).not.toBe('ok');
    expect(found.message).toMatch(/^in use: .*memory \d+(\.\d)? %/);
    expect((await run(systemCheck({ ...fine, diskRatio: 0 }))).status).not.toBe('ok');
    expect((await run(systemCheck({ ...fine, folder: '/planted/nowhere' }))).facts?.disk_percent).toBeNull();
  });
});

describe('tools', () => {
  const now = Date.UTC(2026, 10, 21);
  it.each([
    [null, 'critical', undefined],
    ['2026.11.01', 'ok', 20],
    ['2026.11.20.232703', 'ok', 1],
    ['2026.09.22', 'degraded', 60],
    ['2027.01.01', 'ok', 0],
    ['stable', 'ok', null],
  ])('yt-dlp %s is %s', (version, status, age) => {
    const found = ytDlpFinding(version, 60, now);
    expect([found.status, found.facts?.age_days]).toEqual([status, age]);
  });

  it('ffmpeg that is not there is critical', async () => {
    expect((await run(ffmpegCheck({ program: '/planted/ffmpeg' }))).status).toBe('critical');
    expect((await run(ffmpegCheck({ program: 'true' }))).status).toBe('ok');
  });
});

describe('storage', () => {
  it.each([
    [200, 'ok'],
    [302, 'ok'],
    [405, 'ok'],
    [403, 'degraded'],
    [503, 'critical'],
  ])('over HTTP that answers %i is %s', async (code, status) => {
    let method = '';
    const port = await listen(
      createHttpServer((request, response) => {
        method = `${request.method} ${request.headers.authorization}`;
        response.writeHead(code, { location: '/planted' }).end();
      }),
    );
    const url = `http://planted:x@127.0.0.1:${port}/planted?sig=planted`.replace('planted:x@', '');
    const check = httpStorageCheck({ url, headers: { authorization: 'planted' } });
    expect((await run(check)).status).toBe(status);
    expect(method).toBe('HEAD planted');
    expect((await run(httpStorageCheck({ url, expect: [403, 503] }))).status).toBe('ok');
  });

  it('over HTTP that is not there is critical', async () => {
    const found = await run(httpStorageCheck({ url: `http://127.0.0.1:${GONE}/planted` }));
    expect(found).toMatchObject({ status: 'critical', message: expect.stringMatching(/cannot be reached/) });
  });

  it('as a folder is written, read and left as it was', async () => {
    const path = join(folder, 'store');
    mkdirSync(path);
    expect((await run(folderStorageCheck({ folder: path }))).status).toBe('ok');
    expect(readdirSync(path)).toEqual([]);
    expect(await run(folderStorageCheck({ folder: join(path, 'planted') }))).toEqual({
      status: 'critical',
      message: 'storage cannot be written: ENOENT',
    });
  });
});

/** What speaks as much of Redis as matters. */
function fakeRedis(answer: (command: string) => string, chunked = false): Server {
  return createServer((socket) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
      for (;;) {
        const found = /^\*(\d+)\r\n((?:\$\d+\r\n[^\r]*\r\n)+)/.exec(text);
        const parts = [...(found?.[2] ?? '').matchAll(/\$\d+\r\n([^\r]*)\r\n/g)].map(([, part]) => part);
        if (!found || parts.length < Number(found[1])) return;
        const own = parts.slice(0, Number(found[1]));
        text = text.slice(
          `*${found[1]}\r\n`.length +
            own.reduce((sum, one = '') => sum + `$${one.length}\r\n${one}\r\n`.length, 0),
        );
        const reply = answer(own.join(' '));
        if (chunked) for (const letter of reply) socket.write(letter);
        else socket.write(reply);
      }
    });
    socket.on('error', () => {});
  });
}

describe.skipIf(!canRunRedis())('a real Redis', () => {
  it('is ok while it runs, with its password only once it wants one, and critical when it is gone', async () => {
    const redis = await startRedis();
    try {
      expect(await run(redisCheck({ port: redis.port }))).toMatchObject({ status: 'ok' });
      const socket = connect(redis.port, '127.0.0.1');
      socket.write('CONFIG SET requirepass p@ss\r\n');
      await once(socket, 'data');
      socket.destroy();
      expect(await run(redisCheck({ port: redis.port }))).toMatchObject({
        status: 'critical',
        message: 'Redis answers NOAUTH',
      });
      const url = `redis://default:p%40ss@127.0.0.1:${redis.port}/0`;
      expect(await run(redisCheck({ url }))).toMatchObject({ status: 'ok' });
    } finally {
      await redis.stop();
    }
    expect(await run(redisCheck({ port: redis.port }))).toMatchObject({
      status: 'critical',
      message: 'cannot be reached: ECONNREFUSED',
    });
  });
});

describe('Redis', () => {
  const guarded = (command: string): string => {
    if (command === 'AUTH planted p@ss' || command === 'AUTH p@ss') return '+OK\r\n';
    if (command.startsWith('AUTH')) return '-WRONGPASS invalid username-password pair of planted\r\n';
    return '+PONG\r\n';
  };

  it('is pinged, with a password where there is one', async () => {
    const port = await listen(fakeRedis(guarded, true));
    expect((await run(redisCheck({ port }))).status).toBe('ok');
    expect((await run(redisCheck({ port, password: 'p@ss' }))).status).toBe('ok');
    expect((await run(redisCheck({ url: `redis://planted:p%40ss@127.0.0.1:${port}` }))).status).toBe('ok');
    expect(await run(redisCheck({ port, password: 'planted' }))).toMatchObject({
      status: 'critical',
      message: 'Redis answers WRONGPASS',
    });
  });

  it.each([
    ['-NOAUTH Authentication required.\r\n', 'critical'],
    ['-LOADING Redis is loading the dataset in memory\r\n', 'degraded'],
    ["-NOPERM this user has no permissions to run the 'ping' command\r\n", 'ok'],
    ['+WHAT\r\n', 'critical'],
    ['HTTP/1.1 400 Bad Request\r\n\r\n', 'critical'],
  ])('that answers %j is %s', async (reply, status) => {
    const port = await listen(fakeRedis(() => reply));
    expect((await run(redisCheck({ port }))).status).toBe(status);
  });

  it('that is not there, closes, or says nothing in time is critical', async () => {
    expect((await run(redisCheck({ port: GONE }))).message).toBe('cannot be reached: ECONNREFUSED');
    const closing = await listen(createServer((socket) => socket.destroy()));
    expect((await run(redisCheck({ port: closing }))).status).toBe('critical');
    const silent = await listen(createServer((socket) => socket.on('error', () => {})));
    const found = await redisCheck({ port: silent })(AbortSignal.timeout(50));
    expect(found).toMatchObject({ status: 'critical', message: 'cannot be reached: time is up' });
  });

  it('or any TCP service is tried by its port', async () => {
    expect((await run(tcpCheck({ port: await listen(createServer(() => {})) }))).status).toBe('ok');
    expect((await run(tcpCheck({ port: GONE }))).status).toBe('critical');
  });
});

describe('temp folder', () => {
  it('counts what was left in it', async () => {
    const path = join(folder, 'temp');
    mkdirSync(path);
    for (const [name, hours] of Object.entries({ new: 0, old: 30, older: 300 })) {
      writeFileSync(join(path, name), 'x');
      const at = Date.now() / 1000 - hours * 3600;
      utimesSync(join(path, name), at, at);
    }
    const fine = { folder: path, diskRatio: 2 };
    const found = await run(tempDirCheck(fine));
    expect(found).toMatchObject({ status: 'ok', facts: { leftover_files: 2 } });
    expect((await run(tempDirCheck({ ...fine, leftoverCount: 2 }))).status).toBe('degraded');
    expect((await run(tempDirCheck({ ...fine, diskRatio: 0 }))).status).not.toBe('ok');
    expect((await run(tempDirCheck({ folder: join(path, 'nowhere') }))).status).toBe('critical');
  });
});

describe('log files', () => {
  it('must be there, be written, and not grow without end', async () => {
    const path = join(folder, 'planted.log');
    writeFileSync(path, 'a line');
    expect((await run(logFilesCheck({ files: [path] }))).status).toBe('ok');
    expect(await run(logFilesCheck({ files: [path, `${path}.2`], maxBytes: 2 }))).toMatchObject({
      status: 'degraded',
      facts: { files: 2, missing: 1, silent: 0, large: 1 },
    });
    utimesSync(path, 1000, 1000);
    expect((await run(logFilesCheck({ files: [path] }))).facts?.silent).toBe(1);
  });
});

describe('telemetry', () => {
  it('is degraded while exports fail, and after signals were dropped', async () => {
    const check = telemetryCheck();
    expect((await run(check)).status).toBe('ok');
    for (let at = 0; at < 3; at += 1) noteExport('logs', 'failed', 5);
    expect(await run(check)).toMatchObject({ status: 'degraded', message: 'exports fail: logs' });
    noteExport('logs', 'delivered', 5);
    expect((await run(check)).status).toBe('ok');
    noteExport('traces', 'dropped', 7);
    expect((await run(check)).message).toBe('7 signals dropped for want of room');
    expect((await run(check)).status).toBe('ok');
  });
});

describe('pipeline', () => {
  it('goes by how things ended lately, without an SDK', async () => {
    const check = pipelineCheck({ minimum: 4 });
    const bad = () => download({}, () => Promise.reject(new Error('HTTP Error 403'))).catch(() => {});
    const good = () => download({}, () => {});
    await bad();
    expect(await run(check)).toMatchObject({ status: 'ok', facts: { ended: 1, failed: 1 } });
    for (let at = 0; at < 4; at += 1) await good();
    expect(await run(check)).toMatchObject({ status: 'degraded', facts: { ended: 5, failed: 1 } });
    for (let at = 0; at < 4; at += 1) await bad();
    expect(await run(check)).toMatchObject({
      status: 'critical',
      message: '55.6 % of 9 failed in the last 15 minutes',
    });
    for (let at = 0; at < 50; at += 1) await good();
    expect((await run(check)).status).toBe('ok');
  });
});
