import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cookies } from '../../src/media/cookies.ts';
import { download } from '../../src/media/download.ts';
import { session } from '../../src/media/session.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from './signals.ts';

const NAME = 'media.cookies.check';
let folder = '';
let sink: TestSink;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planted-folder-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

function file(
  name: string,
  { ageSeconds = 60, value = 'planted-value', expires = 4_000_000_000 } = {},
): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `# Netscape HTTP Cookie File\n.youtube.com\tTRUE\t/\tTRUE\t${expires}\tSID\t${value}\n`,
  );
  const at = Date.now() / 1000 - ageSeconds;
  utimesSync(path, at, at);
  return path;
}

describe('cookies.check', () => {
  it('says what the file is like, to the caller and in every signal', async () => {
    const path = file('fresh.txt');
    const found = await session({ id: 's' }, () => cookies.check(path, { userId: 'planted user' }));
    expect(found).toMatchObject({
      fileName: 'fresh.txt',
      state: 'fresh',
      usable: true,
      count: 1,
      authPresent: true,
      modified: expect.any(Date),
    });
    expect(found.ageSeconds).toBeGreaterThan(59);
    expect(found).not.toHaveProperty('authFingerprint');
    const span = await spanOf(sink, NAME);
    expect(span.attributes).toMatchObject({
      'media.cookies.file_name': 'fresh.txt',
      'media.cookies.state': 'fresh',
      'media.cookies.auth_present': true,
      'media.cookies.count': 1,
      'media.cookies.threshold': 43_200,
      'media.operation': 'cookies',
      'session.id': 's',
      'user.id': expect.stringMatching(/^hmac:/),
    });
    expect(span.parentSpanContext?.spanId).toBe((await spanOf(sink, 'media.session')).spanContext().spanId);
    const event = await eventOf(sink, 'media.cookies.checked');
    expect(event).toMatchObject({ severityText: 'INFO', body: 'cookie file is fresh' });
    expect(event.spanContext?.spanId).toBe(span.spanContext().spanId);
    expect(await pointsOf(sink, 'media.cookies.checks')).toEqual([
      { value: 1, attributes: { 'media.cookies.file_name': 'fresh.txt', 'media.cookies.state': 'fresh' } },
    ]);
    expect(await everything(sink)).not.toContain('planted');
  });

  it.each([
    ['missing', () => join(folder, 'absent.txt'), false],
    ['unreadable', () => folder, false],
    ['stale', () => file('stale.txt', { ageSeconds: 100_000 }), true],
    ['expired', () => file('expired.txt', { expires: 1_000_000_000 }), false],
  ])('never rejects: %s is a state', async (state, path, usable) => {
    expect(await cookies.check(path())).toMatchObject({ state, usable });
    expect((await eventOf(sink, 'media.cookies.checked')).severityText).toBe('WARN');
    const found = await everything(sink);
    expect(found.replaceAll(/"planted-folder-\w+"/g, '')).not.toContain('planted');
  });

  it('goes by the threshold that it is given', async () => {
    const path = file('threshold.txt', { ageSeconds: 100 });
    expect((await cookies.check(path, { staleAfterSeconds: 50 })).state).toBe('stale');
    expect((await cookies.check(path, { staleAfterSeconds: 500 })).state).toBe('fresh');
  });

  it('goes by the threshold of init() else', async () => {
    const path = file('init.txt', { ageSeconds: 100 });
    await sink.shutdown();
    sink = startTestSink({ cookiesStaleAfterSeconds: 50 });
    expect((await cookies.check(path)).state).toBe('stale');
  });

  it('notices that what is in the file was changed', async () => {
    const path = file('renewed.txt', { ageSeconds: 5000 });
    expect((await cookies.check(path)).authAgeSeconds).toBeGreaterThan(4999);
    // Rewritten with the same login, as yt-dlp does.
    file('renewed.txt', { ageSeconds: 1 });
    expect((await cookies.check(path)).authAgeSeconds).toBeGreaterThan(4999);
    file('renewed.txt', { ageSeconds: 1, value: 'another planted value' });
    expect((await cookies.check(path)).authAgeSeconds).toBeLessThan(5);
  });

  it('says what downloads said of the file', async () => {
    const path = file('used.txt');
    expect(await cookies.check(path)).not.toHaveProperty('lastAccepted');
    await download({ cookies: path }, () => {});
    const found = await cookies.check(path);
    expect(found.lastAccepted?.getTime()).toBeGreaterThan(Date.now() - 5000);
    expect(found).not.toHaveProperty('lastRejected');
  });

  it('has age, expiry and state observed at every export, also by a provider that comes later', async () => {
    const path = file('observed.txt', { ageSeconds: 100 });
    await cookies.check(path);
    await sink.shutdown();
    sink = startTestSink();
    const mine = (points: { value: number; attributes: Record<string, unknown> }[]) =>
      points.filter(({ attributes }) => attributes['media.cookies.file_name'] === 'observed.txt');
    expect(mine(await pointsOf(sink, 'media.cookies.age'))[0]?.value).toBeGreaterThan(99);
    expect(mine(await pointsOf(sink, 'media.cookies.expiry'))[0]?.value).toBeGreaterThan(0);
    const states = mine(await pointsOf(sink, 'media.cookies.status'));
    expect(
      states.filter(({ value }) => value === 1).map(({ attributes }) => attributes['media.cookies.state']),
    ).toEqual(['fresh']);
    expect(states.length).toBeGreaterThan(3);
  });

  it('does not remember files without end', async () => {
    for (let at = 0; at < 300; at += 1) await cookies.check(join(folder, `absent-${at}.txt`));
    const points = await pointsOf(sink, 'media.cookies.status');
    expect(
      new Set(points.map(({ attributes }) => attributes['media.cookies.file_name'])).size,
    ).toBeLessThanOrEqual(100);
  });
});
