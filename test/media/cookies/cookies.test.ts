import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cookies } from '../../../src/media/cookies/cookies.ts';
import { saveCookiesMemory, setCookiesStateDir } from '../../../src/media/cookies/memory.ts';
import { download } from '../../../src/media/download/download.ts';
import { session } from '../../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

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
    sink = startTestSink({ thresholds: { cookiesStaleSeconds: 50 } });
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

  it('counts age from the export, not from a rewrite', async () => {
    const path = file('exported.txt', { ageSeconds: 50_000 });
    expect((await cookies.check(path)).state).toBe('stale');
    file('exported.txt', { ageSeconds: 1 });
    expect(await cookies.check(path)).toMatchObject({ state: 'stale', usable: true });
    file('exported.txt', { ageSeconds: 1, value: 'exported anew, planted' });
    expect((await cookies.check(path)).state).toBe('fresh');
  });

  it('calls cookies rejected until the site takes them, or others are exported', async () => {
    const path = file('rejected.txt', { ageSeconds: 600 });
    expect((await cookies.check(path)).state).toBe('fresh');
    const refused = new Error('ERROR: The provided YouTube account cookies are no longer valid');
    await download({ cookies: path }, () => Promise.reject(refused)).catch(() => {});
    expect(await cookies.check(path)).toMatchObject({
      state: 'rejected',
      usable: false,
      lastRejected: expect.any(Date),
    });
    const [age] = (await pointsOf(sink, 'media.cookies.rejected.age')).filter(
      ({ attributes }) => attributes['media.cookies.file_name'] === 'rejected.txt',
    );
    expect(age?.value).toBeLessThan(30);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await download({ cookies: path }, () => {});
    expect((await cookies.check(path)).state).toBe('fresh');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await download({ cookies: path }, () => Promise.reject(refused)).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 5));
    file('rejected.txt', { ageSeconds: 0, value: 'another planted value' });
    expect((await cookies.check(path)).state).toBe('fresh');
  });

  it('keeps the jars of users apart, and users out of names', async () => {
    mkdirSync(join(folder, 'one'), { recursive: true });
    mkdirSync(join(folder, 'two'), { recursive: true });
    const good = file('one/jar-planted1.txt');
    const bad = file('two/jar-planted2.txt', { expires: 1_000_000_000 });
    expect((await cookies.check(good, { userId: 'planted1' })).state).toBe('fresh');
    expect((await cookies.check(bad, { userId: 'planted2' })).state).toBe('expired');
    expect((await cookies.check(good, { userId: 'planted1' })).state).toBe('fresh');
    const states = (await pointsOf(sink, 'media.cookies.status')).filter(
      ({ attributes, value }) => attributes['media.cookies.file_name'] === 'jar-{user}.txt' && value === 1,
    );
    // One series for all of them, in the worst state.
    expect(states.map(({ attributes }) => attributes['media.cookies.state'])).toEqual(['expired']);
    expect(await everything(sink)).not.toContain('planted1');
  });

  it('looks at one site of a file when told to', async () => {
    const path = join(folder, 'sites.txt');
    const line = (domain: string, name: string, expires: number) =>
      `${domain}\tTRUE\t/\tTRUE\t${expires}\t${name}\tplanted\n`;
    writeFileSync(path, line('.youtube.com', 'SID', 4_000_000_000) + line('.x.com', 'auth_token', 1000));
    expect((await cookies.check(path, { site: '.YouTube.com' })).state).toBe('fresh');
    expect((await cookies.check(path, { site: 'https://www.x.com/home' })).state).toBe('expired');
    expect((await cookies.check(path, { site: 'no site at all' })).state).toBe('no_auth');
    const present = (await pointsOf(sink, 'media.cookies.auth_present')).filter(
      ({ attributes }) => attributes['media.cookies.file_name'] === 'sites.txt',
    );
    expect(present.map(({ attributes }) => attributes['media.cookies.site'] ?? '').sort()).toEqual([
      '',
      'x.com',
      'youtube.com',
    ]);
  });

  it('remembers in the state folder, across processes, without a secret', async () => {
    const state = mkdtempSync(join(tmpdir(), 'otel-media-state-'));
    try {
      await sink.shutdown();
      sink = startTestSink({ hashKey: 'a key of the tests', stateDir: state });
      const path = file('kept.txt', { ageSeconds: 50_000 });
      await cookies.check(path);
      await download({ cookies: path }, () => {});
      await saveCookiesMemory();
      const text = readFileSync(join(state, 'cookies.json'), 'utf8');
      for (const secret of ['planted', 'kept.txt', folder]) expect(text).not.toContain(secret);
      expect(statSync(join(state, 'cookies.json')).mode & 0o077).toBe(0);
      // What a process that begins now would know: all but what is in this one's memory.
      vi.resetModules();
      const later = await import('../../../src/media/cookies/memory.ts');
      const { setRedaction } = await import('../../../src/redact/policy/settings.ts');
      setRedaction({ hashKey: 'a key of the tests' });
      later.setCookiesStateDir(state);
      const again = await import('../../../src/media/cookies/cookies.ts');
      file('kept.txt', { ageSeconds: 1 });
      const found = await again.cookies.check(path);
      expect(found).toMatchObject({ state: 'stale', lastAccepted: expect.any(Date) });
      expect(found.authAgeSeconds).toBeGreaterThan(49_999);
      writeFileSync(join(state, 'cookies.json'), '{"cookies": {"x": 1, "y": null');
      later.setCookiesStateDir(state);
      expect((await again.cookies.check(path)).state).toBe('stale');
    } finally {
      setCookiesStateDir(undefined);
      rmSync(state, { recursive: true, force: true });
    }
  });

  it('does not remember files without end', async () => {
    for (let at = 0; at < 300; at += 1) await cookies.check(join(folder, `absent-${at}.txt`));
    const points = await pointsOf(sink, 'media.cookies.status');
    expect(
      new Set(points.map(({ attributes }) => attributes['media.cookies.file_name'])).size,
    ).toBeLessThanOrEqual(100);
  });
});
