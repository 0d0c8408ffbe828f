import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLoggedIn, LOGIN_COOKIE } from '../../examples/origin/login.ts';
import { makeMediaFile } from '../../examples/origin/media_file.ts';
import { type Origin, startOrigin } from '../../examples/origin/origin.ts';
import { sineWav } from '../../examples/origin/wav.ts';
import { readCookiesFile } from '../../src/media/cookies/file.ts';

const media = { extension: 'wav', contentType: 'audio/wav', bytes: sineWav(2) } as const;
const ANDROID = { 'user-agent': 'com.google.android.youtube/20 (Linux; U; Android 14)' };
let origin: Origin;

beforeAll(async () => {
  origin = await startOrigin({ media });
});
afterAll(() => origin.close());

/** The login cookie, as a client sends it that read the cookie file. */
function cookieHeader(): string {
  const value = origin.cookies().trim().split('\t').at(-1);
  return `${LOGIN_COOKIE}=${value}`;
}

describe('the origin', () => {
  it.each(['ok', 'slow'] as const)('serves media: %s', async (behaviour) => {
    const response = await fetch(origin.link(behaviour));
    expect([response.status, response.headers.get('content-type')]).toStrictEqual([200, 'audio/wav']);
    expect(Buffer.from(await response.arrayBuffer()).equals(media.bytes)).toBe(true);
  });

  it.each([
    ['forbidden', 403],
    ['rate_limited', 429],
    ['missing', 404],
    ['broken', 500],
    ['members', 401],
  ] as const)('refuses: %s with %i', async (behaviour, status) => {
    expect((await fetch(origin.link(behaviour))).status).toBe(status);
  });

  it('says how long to wait', async () => {
    expect((await fetch(origin.link('rate_limited'))).headers.get('retry-after')).toBe('30');
  });

  it('stops in the middle and keeps the connection: stall', async () => {
    const response = await fetch(origin.link('stall'), { signal: AbortSignal.timeout(300) });
    expect(response.headers.get('content-length')).toBe(String(media.bytes.length));
    await expect(response.arrayBuffer()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('breaks the connection in the middle: cut', async () => {
    await expect((await fetch(origin.link('cut'))).arrayBuffer()).rejects.toThrow('terminated');
  });

  it('sends a page in place of media: page', async () => {
    const response = await fetch(origin.link('page'));
    expect([response.status, response.headers.get('content-type')]).toStrictEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });

  it('sends what is no media and says it is: damaged', async () => {
    const response = await fetch(origin.link('damaged'));
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).not.toMatch(/^RIFF/);
  });

  it('lets those in who are logged in: members', async () => {
    const response = await fetch(origin.link('members'), { headers: { cookie: cookieHeader() } });
    expect(response.status).toBe(200);
    const wrong = await fetch(origin.link('members'), { headers: { cookie: `${LOGIN_COOKIE}=wrong` } });
    expect(wrong.status).toBe(401);
  });

  it('serves browsers and refuses telephones: browsers_only', async () => {
    expect((await fetch(origin.link('browsers_only'))).status).toBe(200);
    expect((await fetch(origin.link('browsers_only'), { headers: ANDROID })).status).toBe(403);
  });

  it('refuses links that are not signed, or signed for something else', async () => {
    const link = new URL(origin.link('ok'));
    const bare = `${link.origin}${link.pathname}`;
    const later = link.href.replace(/expire=\d+/, 'expire=99999999999');
    const other = link.href.replace('/ok/song', '/ok/other');
    for (const href of [bare, later, other, `${bare}?expire=1&sig=`]) {
      expect((await fetch(href)).status).toBe(403);
    }
  });

  it("serves links like YouTube's, whose ids only it can tell apart", async () => {
    const [good, bad] = [origin.watchLink('ok'), origin.watchLink('forbidden')];
    expect(good).toMatch(/\/watch\?v=[\w-]{11}$/);
    expect([(await fetch(good)).status, (await fetch(bad)).status]).toStrictEqual([200, 403]);
    expect((await fetch(`${origin.url}/watch?v=AAAAAAAAAAA`)).status).toBe(404);
  });

  it('writes a cookie file that counts as a login', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'otel-media-origin-test-'));
    try {
      const path = join(folder, 'cookies.txt');
      await writeFile(path, origin.cookies());
      expect(await readCookiesFile(path)).toMatchObject({ state: 'fresh', authPresent: true, count: 1 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('serves several at a time, and ends although one is stalled', async () => {
    const own = await startOrigin({ media });
    const stalled = await fetch(own.link('stall'));
    await own.close();
    await expect(stalled.arrayBuffer()).rejects.toThrow('terminated');
  });
});

describe('isLoggedIn', () => {
  it.each([
    [`a=b; ${LOGIN_COOKIE}=x`, true],
    [`${LOGIN_COOKIE}=xy`, false],
    [`X${LOGIN_COOKIE}=x`, false],
    [undefined, false],
  ])('%s: %s', (header, expected) => {
    expect(isLoggedIn(header, 'x')).toBe(expected);
  });
});

describe('makeMediaFile', () => {
  it('makes a film where ffmpeg is installed, and a WAV file elsewhere', async () => {
    const { PATH } = process.env;
    try {
      process.env.PATH = '/nowhere';
      const without = await makeMediaFile();
      expect(without.extension).toBe('wav');
      expect(without.bytes.subarray(0, 4).toString()).toBe('RIFF');
      expect(without.bytes.readUInt32LE(4)).toBe(without.bytes.length - 8);
    } finally {
      process.env.PATH = PATH;
    }
    const file = await makeMediaFile();
    expect(['mp4', 'wav']).toContain(file.extension);
    expect(file.bytes.length).toBeGreaterThan(10_000);
  });
});
