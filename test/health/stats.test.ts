import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setHealthDetail } from '../../src/health/detail.ts';
import { healthHandler } from '../../src/health/handler.ts';
import { health } from '../../src/health/health.ts';
import { recentHistory } from '../../src/health/history.ts';
import type { QueueSource } from '../../src/health/queue_source.ts';
import { download } from '../../src/media/download/download.ts';
import { reportError } from '../../src/media/error/report_error.ts';
import { session } from '../../src/media/session/session.ts';

const TOKEN = 'the token of the test';
const KEY = TOKEN.replaceAll(' ', '-');
const METRICS = ['queue', 'worker', 'jobs', 'system', 'performance'].map((name) => `/api/metrics/${name}`);
const MONITORING = ['stats', 'alerts', 'metrics/system', 'sessions/active', 'logs/recent'].map(
  (name) => `/api/v1/monitoring/${name}`,
);
const PRIVATE = [...METRICS, ...MONITORING, '/health/detailed', '/api/v1/monitoring/health/detailed'];
const NONE = { system: false, tempDir: false, pipeline: false, telemetry: false } as const;

let server: Server;
let base = '';
let state: unknown = 'ok';
let source: QueueSource | undefined;

beforeAll(async () => {
  const handler = healthHandler({
    ytDlp: '/nowhere/yt-dlp',
    ffmpeg: '/nowhere/ffmpeg',
    health: health({ ...NONE, checks: { store: () => state }, maxAgeSeconds: 0 }),
    token: [KEY, 'the-next-one'],
    stats: { queueSource: () => source?.() ?? {} },
  });
  server = createServer((request, response) => {
    handler(request, response, () => response.writeHead(404).end('of the application'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  state = 'ok';
  source = undefined;
});

interface Listed {
  readonly severity: string;
  readonly event: string;
}

interface Answer {
  readonly code: number;
  readonly error?: string;
  readonly count?: number;
  readonly errors?: { readonly total: number };
  readonly alerts?: readonly Listed[];
  readonly logs?: readonly Listed[];
  readonly samples?: readonly unknown[];
}

async function get(path: string, token = KEY): Promise<Answer> {
  const response = await fetch(base + path, { headers: { authorization: `Bearer ${token}` } });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return { ...((await response.json()) as object), code: response.status };
}

// What the tests of health came to is listed too.
function withoutHealth(listed: readonly Listed[] = []): readonly Listed[] {
  return listed.filter(({ event }) => event !== 'media.health.changed');
}

describe('what is not for everybody', () => {
  it.each(PRIVATE)('%s needs the token', async (path) => {
    const without = await fetch(base + path);
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="otel-media"',
    ]);
    for (const wrong of ['wrong', '', `${KEY}x`, KEY.slice(0, -1), `${KEY} x`]) {
      const response = await fetch(base + path, { headers: { authorization: `Bearer ${wrong}` } });
      expect(response.status).toBe(401);
      expect(Object.keys((await response.json()) as object)).toEqual(['error']);
    }
    const basic = await fetch(base + path, { headers: { authorization: `Basic ${KEY}` } });
    expect([basic.status, basic.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="otel-media", error="invalid_token"',
    ]);
    expect((await get(path)).code).toBe(200);
    expect((await get(path, 'the-next-one')).code).toBe(200);
    const head = await fetch(base + path, { method: 'HEAD', headers: { authorization: `bearer ${KEY}` } });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await fetch(base + path, { method: 'POST', headers: { authorization: `Bearer ${KEY}` } });
    expect(post.status).toBe(405);
  });

  it('is not there where there is no token', async () => {
    for (const token of [undefined, '', []]) {
      const handler = healthHandler({ health: health(NONE), stats: true, token });
      for (const path of PRIVATE) {
        expect(handler.handles(path)).toBe(false);
        const asked = new Request(`http://localhost${path}`, { headers: { authorization: 'Bearer ' } });
        expect((await handler.fetch(asked)).status).toBe(404);
      }
      expect(handler.handles('/health')).toBe(true);
    }
  });
});

describe('docs/health.md', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/health.md'), 'utf8');

  it.each([...PRIVATE, '/healthz', '/health/yt-dlp', '/health'])(
    'names %s, and each of its fields',
    async (path) => {
      const row = docs.split('\n').find((line) => line.startsWith('| `/') && line.includes(`\`${path}\``));
      const { code, ...fields } = await get(path);
      expect([code, row === undefined]).toEqual([200, false]);
      for (const field of Object.keys(fields)) expect(row).toContain(`\`${field}\``);
    },
  );
});

describe('/health', () => {
  it('says how it is to everybody, and no more', async () => {
    for (const path of ['/health', '/api/v1/monitoring/health']) {
      const response = await fetch(base + path);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status: 'ok', timestamp: expect.any(String) });
    }
    state = { status: 'degraded', message: 'at /planted/x' };
    expect((await fetch(`${base}/health`)).status).toBe(200);
    state = { status: 'critical', message: 'at /planted/folder/x', facts: { of: 'a/planted/one', n: 1 } };
    const critical = await fetch(`${base}/health`);
    expect(critical.status).toBe(503);
    expect(await critical.text()).not.toMatch(/planted|store/);
    const detailed = await get('/health/detailed');
    expect(detailed).toMatchObject({
      status: 'critical',
      checks: { store: { status: 'critical', message: expect.any(String), facts: { n: 1 } } },
    });
    expect(JSON.stringify(detailed)).not.toContain('/planted/folder');
  });

  it('tells as much as the setting says where its options do not', async () => {
    const handler = healthHandler({ health: health({ ...NONE, checks: { a: () => true } }), ytDlp: '/no' });
    const fields = async (path: string) =>
      Object.keys((await (await handler.fetch(new Request(`http://localhost${path}`))).json()) as object);
    expect(await fields('/health')).not.toContain('checks');
    setHealthDetail('full');
    expect(await fields('/health')).toContain('checks');
    expect(await fields('/healthz')).toContain('download_attempts');
    setHealthDetail('basic');
    expect(await fields('/healthz')).not.toContain('download_attempts');
  });

  it('names the checks to everybody only when told to', async () => {
    const handler = healthHandler({
      health: health({ ...NONE, checks: { a: () => false } }),
      publicChecks: true,
    });
    const answer = await handler.fetch(new Request('http://localhost/health'));
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'critical', checks: { a: 'critical' }, timestamp: expect.any(String) },
    ]);
  });
});

describe('stats', () => {
  it('tell of downloads, sessions and errors, with no SDK registered', async () => {
    let finish: () => void = () => {};
    const open = session({ id: 'open-session', links: 3, userId: 'planted user' }, async () => {
      await download({ id: 'plantedVideoId' }, () => {});
      await download({}, () => Promise.reject(new Error('HTTP Error 403 for /planted/folder/x'))).catch(
        () => {},
      );
      reportError(new Error('ENOSPC: no space left, token=planted'), {
        severity: 'critical',
        component: 'mix',
      });
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await expect.poll(async () => (await get('/api/v1/monitoring/stats')).errors?.total).toBe(1);
    expect(await get('/api/v1/monitoring/stats?hours=1')).toMatchObject({
      code: 200,
      hours: 1,
      downloads: {
        total: 2,
        succeeded: 1,
        failed: 1,
        success_rate: 50,
        average_duration: expect.any(Number),
      },
      sessions: { total: 0, success_rate: null, average_duration: null },
      errors: { total: 1, by_severity: { critical: 1 } },
      active_sessions: 1,
    });
    const active = await get('/api/v1/monitoring/sessions/active');
    expect(active).toMatchObject({
      count: 1,
      stuck: 0,
      sessions: [{ session_id: 'open-session', links: 3, stuck: false }],
    });
    const performance = await get('/api/metrics/performance?time_window=3600');
    expect(performance).toMatchObject({
      time_window: 3600,
      success_rate: 50,
      tasks_per_hour: 120,
      error_count: 1,
      last_error: { type: 'disk_full', category: expect.any(String) },
    });
    expect(await get('/api/metrics/worker')).toMatchObject({
      processed: 2,
      succeeded: 1,
      failed: 1,
      success_rate: 50,
      uptime: expect.any(Number),
    });
    const alerts = await get('/api/v1/monitoring/alerts?level=error&limit=50');
    expect(withoutHealth(alerts.alerts).map(({ severity }) => severity)).toEqual(['critical', 'error']);
    expect(withoutHealth(alerts.alerts)[0]).toMatchObject({
      event: 'media.error',
      stage: 'mix',
      error_code: 'disk_full',
    });
    const critical = await get('/api/v1/monitoring/alerts?level=CRITICAL');
    expect(withoutHealth(critical.alerts)).toHaveLength(1);
    expect((await get('/api/v1/monitoring/alerts?limit=1')).count).toBe(1);
    const logs = await get('/api/v1/monitoring/logs/recent?lines=100&level=ERROR');
    expect(withoutHealth(logs.logs).map(({ event }) => event)).toEqual([
      'media.error',
      'media.download.attempt.ended',
    ]);
    const all = await get('/api/v1/monitoring/logs/recent');
    expect(withoutHealth(all.logs)).toHaveLength(6);
    finish();
    await open;
    expect((await get('/api/v1/monitoring/sessions/active')).count).toBe(0);
    expect(JSON.stringify([active, performance, alerts, logs, all])).not.toContain('planted');
  });

  it('tell of the machine', async () => {
    const fields = {
      memory_percent: expect.any(Number),
      disk_percent: expect.any(Number),
      uptime: expect.any(Number),
    };
    expect(await get('/api/metrics/system')).toMatchObject(fields);
    const history = await get('/api/v1/monitoring/metrics/system?hours=24');
    expect(history).toMatchObject({ hours: 24, current: fields });
    expect(history.samples?.length).toBeGreaterThan(0);
  });

  it('tell of jobs, as their events say', async () => {
    const { note } = recentHistory();
    const tell = (id: string, change: Record<string, unknown>) =>
      note.call(recentHistory(), {
        name: 'media.job.state_changed',
        severity: change.failed ? 'ERROR' : 'INFO',
        body: 'job',
        attributes: { 'messaging.message.id': id, ...change },
      });
    const key = (name: string) => ['media', 'job', name].join('.');
    for (const id of ['a', 'b', 'c', 'd', 'e']) tell(id, { [key('state')]: 'queued' });
    for (const id of ['a', 'b', 'c', 'd']) tell(id, { [key('state')]: 'running' });
    for (const id of ['a', 'b']) tell(id, { [key('state')]: 'completed', [key('duration')]: 2 });
    tell('c', { [key('state')]: 'failed', [key('duration')]: 5, 'error.type': 'timeout' });
    tell('d', { [key('state')]: 'retrying' });
    expect(await get('/api/metrics/queue')).toMatchObject({
      active: 0,
      queued: 2,
      breakdown: { pending: 0, queued: 1, running: 0, retrying: 1, completed: 2, failed: 1, cancelled: 0 },
      capacity: null,
      capacity_percent: null,
    });
    expect(await get('/api/metrics/jobs')).toMatchObject({ active: 0, queued: 2, completed: 2, failed: 1 });
    // From the first job on, they are what the worker does.
    expect(await get('/api/metrics/worker')).toMatchObject({
      processed: 3,
      success_rate: 66.7,
      average_duration: 3,
    });
  });

  it('believe the application about its queue', async () => {
    source = async () => ({ queued: 150, active: 3, capacity: 1000, workers: 10, states: { queued: 150 } });
    expect(await get('/api/metrics/queue')).toMatchObject({
      queued: 150,
      active: 3,
      capacity: 1000,
      capacity_percent: 15,
      breakdown: { queued: 150, running: 0, completed: 0 },
    });
    expect(await get('/api/metrics/jobs')).toMatchObject({ active: 3, capacity_used: 30 });
  });

  it.each<[string, QueueSource]>([
    [
      'throws',
      () => {
        throw new Error('planted');
      },
    ],
    ['rejects', () => Promise.reject(new Error('planted'))],
    ['answers garbage', () => ({ queued: 'many', states: { '/planted': 1, queued: Number.NaN } }) as never],
  ])('go by what they saw where the application %s', async (_name, broken) => {
    source = broken;
    const answer = await get('/api/metrics/queue');
    expect(answer).toMatchObject({ code: 200, active: 0, queued: expect.any(Number) });
    expect(JSON.stringify(answer)).not.toContain('planted');
  });

  it.each([
    ['/api/metrics/performance?time_window=0', 'time_window', '0'],
    ['/api/metrics/performance?time_window=1e3', 'time_window', '1e3'],
    ['/api/v1/monitoring/stats?hours=25', 'hours', '25'],
    ['/api/v1/monitoring/stats?hours=-1', 'hours', '-1'],
    ['/api/v1/monitoring/alerts?level=loud', 'level', 'loud'],
    ['/api/v1/monitoring/alerts?limit=100000', 'limit', '100000'],
    ['/api/v1/monitoring/metrics/system?hours=day', 'hours', 'day'],
    ['/api/v1/monitoring/logs/recent?lines=0', 'lines', '0'],
    ['/api/v1/monitoring/logs/recent?level=X', 'level', 'X'],
    [`/api/v1/monitoring/stats?hours=${'9'.repeat(500)}`, 'hours', '9'.repeat(50)],
  ])('%s is refused', async (path, parameter, value) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ code: 400, parameter, value });
    expect(answer.error).toContain(`${parameter} is "${value}"; allowed is `);
  });

  it('answer to parameters in any case, empty ones, and ones they do not know', async () => {
    expect((await get('/api/v1/monitoring/logs/recent?level=warning&lines=&x=1')).code).toBe(200);
  });
});

it('leaves other paths to the application', async () => {
  for (const path of ['/', '/api/metrics', '/api/metrics/queue/', '/api/v1/monitoring', '/health/x']) {
    expect(await (await fetch(base + path)).text()).toBe('of the application');
  }
});
