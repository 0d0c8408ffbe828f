import { afterEach, expect, it } from 'vitest';
import { healthHandler } from '../../src/health/handler.ts';
import { health } from '../../src/health/health.ts';
import { cookies } from '../../src/media/cookies/cookies.ts';
import { startTestSink } from '../../src/testing.ts';
import { BROKEN_TELEMETRY, mended } from '../broken_telemetry.ts';
import { pointsOf } from '../media/signals.ts';

afterEach(mended);

const NONE = { system: false, tempDir: false, pipeline: false, telemetry: false } as const;

/** What an application does with health and cookies, and what it gets of them. */
async function application(): Promise<unknown> {
  using one = health({ ...NONE, checks: { good: () => true, bad: () => false }, maxAgeSeconds: 0 });
  const { status } = await one.check();
  const again = (await one.check()).checks.get('good')?.status;
  const handler = healthHandler({ health: one, token: 'a-token', stats: true, ytDlp: '/no', ffmpeg: '/no' });
  const headers = { authorization: 'Bearer a-token' };
  const statuses = [];
  for (const path of [
    '/health',
    '/health/detailed',
    '/api/metrics/queue',
    '/api/v1/monitoring/logs/recent',
  ]) {
    statuses.push((await handler.fetch(new Request(`http://localhost${path}`, { headers }))).status);
  }
  using watch = cookies.watch('/nowhere/cookies.txt');
  const { state } = await watch.first;
  return { status, again, statuses, state };
}

const EXPECTED = { status: 'critical', again: 'ok', statuses: [503, 503, 200, 200], state: 'missing' };

it.each([['no SDK', () => {}], ...BROKEN_TELEMETRY])(
  '%s: the application gets the same',
  async (_name, register) => {
    register();
    expect(await application()).toEqual(EXPECTED);
  },
);

it('health that was made before the SDK was set up is in its metrics', async () => {
  using one = health({ ...NONE, checks: { early: () => true } });
  const sink = startTestSink();
  await one.check();
  const points = (await pointsOf(sink, 'media.health.status')).filter(
    ({ attributes, value }) => attributes['media.health.check'] === 'early' && value === 1,
  );
  expect(points.map(({ attributes }) => attributes['media.health.state'])).toEqual(['ok']);
  await sink.shutdown();
});

it('health that is closed is in no metric', async () => {
  const one = health({ ...NONE, checks: { closed: () => true } });
  one.close();
  const sink = startTestSink();
  const points = await pointsOf(sink, 'media.health.status');
  expect(points.filter(({ attributes }) => attributes['media.health.check'] === 'closed')).toEqual([]);
  await sink.shutdown();
});
