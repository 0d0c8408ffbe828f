import type { DataPoint } from '@opentelemetry/sdk-metrics';
import { LRUCache } from 'lru-cache';
import { afterEach, describe, expect, it } from 'vitest';
import { instrumentLruCache } from '../../src/adapters/lru_cache.ts';
import {
  cookies,
  download,
  exec,
  health,
  healthHandler,
  job,
  play,
  reportError,
  session,
  stage,
} from '../../src/index.ts';
import { startTestSink } from '../../src/testing.ts';
import { mended } from '../broken_telemetry.ts';
import { startOtherSdk } from '../other_sdk.ts';

// Code without types hands anything to a helper: a proxy's URL as `proxy`, because the downloader's option is called so.
const PROXY = 'http://alice:Ahgh7oox@proxy.example.net:3128/way';
const PARTS = /Ahgh7oox|alice|proxy\.example|3128|:\/\//;
// biome-ignore lint/suspicious/noExplicitAny: that there are no types is what is tried.
const given: any = PROXY;

/** Every option of every helper whose value may stand on a metric, given a URL. */
async function application(): Promise<void> {
  await download({ proxy: given, client: given, cookies: given }, async (attempt) => {
    attempt.used({ client: given, proxy: given });
    await attempt.step(given, { proxy: given }, () => Promise.reject(new Error(PROXY))).catch(() => {});
    attempt.downloaded({ bytes: 1 });
  });
  await session({ id: given, links: given }, () => {});
  await cookies.check(given, { userId: given });
  await stage(given, { slowAfterSeconds: given }, (running) => {
    running.processed({ [given]: 1 });
    running.removed({ kind: given, count: 1 } as never);
  });
  await job.run({}, { queue: given, type: given, priority: given, system: given }, () => {});
  job.observeQueue(given, () => ({ states: { [given]: 3 }, waiting: { [given]: 3 } }) as never);
  const playing = play({ station: given, title: given });
  playing.error(given);
  playing.end(given);
  reportError(new Error('x'), { component: given, severity: given, category: given });
  instrumentLruCache(new LRUCache({ max: 2 }), { name: given }).get('x');
  await health({ checks: { [given]: () => ({ state: given }) as never } }).check();
  await exec(given).catch(() => {});
}

afterEach(mended);

function labels(points: readonly { dataPoints: readonly DataPoint<unknown>[] }[]): unknown[] {
  return points.flatMap(({ dataPoints }) =>
    dataPoints.flatMap(({ attributes }) => Object.entries(attributes)),
  );
}

describe('an option that is given a URL', () => {
  it('never becomes a label of a metric', async () => {
    const sink = startTestSink();
    await application();
    const found = await sink.metrics();
    await sink.shutdown();
    expect(JSON.stringify(labels(found))).not.toMatch(PARTS);
    const attempts = found.find(({ descriptor }) => descriptor.name === 'media.download.attempts');
    expect(attempts?.dataPoints.find(({ value }) => value === 1)?.attributes).toMatchObject({
      'media.download.client': 'other',
      'media.download.proxy_used': true,
      'media.download.cookies_used': true,
    });
  });

  it('nor under an SDK that is not ours and does not redact', async () => {
    const sdk = startOtherSdk();
    await application();
    await cookies.check('/srv/someone/private/jar.txt');
    const found = await sdk.metrics();
    await sdk.shutdown();
    const text = JSON.stringify(labels(found));
    expect(text).toContain('jar.txt');
    expect(text).not.toMatch(PARTS);
    expect(text).not.toContain('someone');
  });

  it('nor shows in what a health endpoint tells of the last attempt', async () => {
    await download({ proxy: given, client: given }, () => {});
    const handler = healthHandler({
      diagnostics: true,
      proxyInUse: given,
      ytDlp: false,
      ffmpeg: false,
    } as never);
    const reply = await handler.fetch?.(new Request('http://localhost/healthz'));
    const body = await reply?.text();
    expect(body).toContain('"proxy_used":true');
    expect(body).toContain('"proxy_in_use":true');
    expect(body).not.toMatch(PARTS);
  });
});

describe('a proxy', () => {
  it.each([
    [undefined, false],
    [null, false],
    ['', false],
    ['false', false],
    ['0', false],
    ['direct', false],
    [true, true],
    [PROXY, true],
    [new URL(PROXY), true],
  ])('%s is one used: %s', async (proxy, used) => {
    const sink = startTestSink();
    await download({ proxy: proxy as never }, () => {});
    const [span] = await sink.spans();
    await sink.shutdown();
    expect(span?.attributes['media.download.proxy_used']).toBe(used);
  });
});
