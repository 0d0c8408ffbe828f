import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CookiesFileOptions, readCookiesFile } from '../../../src/media/cookies/file.ts';
import { parseCookies } from '../../../src/media/cookies/netscape_format.ts';
import { SEED } from '../../seeds.ts';

const HEADER = '# Netscape HTTP Cookie File\n# This is a generated file! Do not edit.\n\n';
const NOW = new Date('2026-03-01T12:00:00Z');
const nowSeconds = NOW.getTime() / 1000;
const DAY = 86_400;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-cookies-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cookie(domain: string, name: string, expires: number, value = 'planted-secret-value'): string {
  return `${domain}\tTRUE\t/\tTRUE\t${expires}\t${name}\t${value}\n`;
}

function write(content: string | Buffer, ageSeconds = 60): string {
  const path = join(folder, 'cookies.txt');
  writeFileSync(path, content);
  utimesSync(path, nowSeconds - ageSeconds, nowSeconds - ageSeconds);
  return path;
}

function report(content: string | Buffer, options: CookiesFileOptions = {}, ageSeconds = 60) {
  return readCookiesFile(write(content, ageSeconds), { now: NOW, ...options });
}

const login =
  cookie('.youtube.com', 'SID', nowSeconds + 300 * DAY) +
  cookie('.youtube.com', 'LOGIN_INFO', nowSeconds + 30 * DAY);

describe('state of a cookie file', () => {
  it.each([
    ['fresh', HEADER + login],
    ['fresh', login],
    ['fresh', `\uFEFF${(HEADER + login).replaceAll('\n', '\r\n')}`],
    ['fresh', `${HEADER}#HttpOnly_${login}`],
    ['fresh', `${HEADER}this line is malformed\n${login}`],
    ['fresh', HEADER + cookie('.youtube.com', 'SID', 0)],
    ['no_auth', HEADER + cookie('.youtube.com', 'VISITOR_INFO1_LIVE', nowSeconds + DAY)],
    ['no_auth', HEADER + cookie('.youtube.com', 'SID', nowSeconds + DAY, '')],
    ['no_auth', HEADER + cookie('.example.com', 'csrf_token', nowSeconds + DAY)],
    ['fresh', HEADER + cookie('.example.com', 'PHPSESSID', nowSeconds + DAY)],
    ['expired', HEADER + cookie('.youtube.com', 'SID', nowSeconds - DAY)],
    ['expired', HEADER + login + cookie('.youtube.com', 'SAPISID', nowSeconds - 1)],
    ['fresh', HEADER + cookie('.instagram.com', 'sessionid', nowSeconds - 1) + login],
    ['empty', ''],
    ['empty', HEADER],
    ['empty', '\n\n  \n'],
    ['invalid', '[{"domain": ".youtube.com", "name": "SID", "value": "planted-secret-value"}]'],
    ['invalid', '.youtube.com TRUE / TRUE 0 SID planted-secret-value\n'],
    ['invalid', Buffer.from([0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0, 1, 2, 3])],
    ['invalid', '<!DOCTYPE html><html></html>'],
  ])('is %s', async (state, content) => {
    expect(await report(content)).toMatchObject({ state, fileName: 'cookies.txt' });
  });

  it('is stale by age alone, and no_auth and expired win over it', async () => {
    expect((await report(login, {}, 13 * 3600)).state).toBe('stale');
    expect((await report(login, { staleAfterSeconds: 14 * 3600 }, 13 * 3600)).state).toBe('fresh');
    expect((await report(cookie('.youtube.com', 'SID', 1), {}, 13 * 3600)).state).toBe('expired');
    expect((await report(cookie('.youtube.com', 'PREF', 0), {}, 13 * 3600)).state).toBe('no_auth');
  });

  it('is missing or unreadable without throwing', async () => {
    expect(await readCookiesFile(join(folder, 'none.txt'))).toEqual({
      fileName: 'none.txt',
      state: 'missing',
    });
    expect(await readCookiesFile(join(write(''), 'below-a-file'))).toMatchObject({ state: 'missing' });
    expect(await readCookiesFile(folder)).toMatchObject({ state: 'unreadable' });
    expect(await readCookiesFile('/dev/null')).toMatchObject({ state: 'unreadable' });
    expect(await readCookiesFile('a\0b')).toMatchObject({ state: 'unreadable' });
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await readCookiesFile(pipe)).toMatchObject({ state: 'unreadable' });
  });

  it('reads no more than the beginning of a huge file', async () => {
    const path = write(HEADER + login);
    truncateSync(path, 1024 ** 3);
    expect(await readCookiesFile(path)).toMatchObject({ state: 'invalid', sizeBytes: 1024 ** 3 });
    const many = HEADER + login + cookie('.youtube.com', 'PREF', 0).repeat(150_000);
    const { state, count } = await report(many);
    expect(state).toBe('fresh');
    expect(count).toBeGreaterThan(50_000);
    expect(count).toBeLessThan(150_000);
  });
});

describe('facts about a cookie file', () => {
  it('tells age, size, count and when the login lapses first', async () => {
    expect(await report(HEADER + login)).toMatchObject({
      ageSeconds: 60,
      sizeBytes: Buffer.byteLength(HEADER + login),
      count: 2,
      authPresent: true,
      expirySeconds: 30 * DAY,
      modified: new Date(NOW.getTime() - 60_000),
    });
  });

  it('takes the copy that lasts longest, and the login that lapses first of those that hold', async () => {
    const copies =
      cookie('.google.com', 'SID', nowSeconds - DAY) + cookie('.youtube.com', 'SID', nowSeconds + DAY);
    expect((await report(copies)).expirySeconds).toBe(DAY);
    const two =
      cookie('.x.com', 'auth_token', nowSeconds + 9 * DAY) +
      cookie('.vimeo.com', 'vimeo', nowSeconds + 3 * DAY);
    expect((await report(two)).expirySeconds).toBe(3 * DAY);
    expect((await report(two, { domain: '.x.com' })).expirySeconds).toBe(9 * DAY);
    expect((await report(two, { domain: 'youtube.com' })).state).toBe('no_auth');
    const lapsed =
      cookie('.x.com', 'auth_token', nowSeconds - 9) + cookie('.vimeo.com', 'vimeo', nowSeconds - 3);
    expect(await report(lapsed)).toMatchObject({ state: 'expired', expirySeconds: -3 });
  });

  it('knows no expiry of session cookies', async () => {
    expect(await report(cookie('.youtube.com', 'SID', 0))).not.toHaveProperty('expirySeconds');
  });

  it('takes other names as proof of a login when told', async () => {
    const content = cookie('.example.org', 'koekje', nowSeconds + DAY);
    expect((await report(content)).authPresent).toBe(false);
    expect((await report(content, { authCookieNames: ['koekje'] })).authPresent).toBe(true);
    expect((await report(login, { authCookieNames: ['koekje'] })).state).toBe('no_auth');
  });

  it('changes its fingerprint with the values of auth cookies only', async () => {
    const { authFingerprint } = await report(HEADER + login);
    expect(authFingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect((await report(login + cookie('.youtube.com', 'PREF', 0, 'other'), {}, 5)).authFingerprint).toBe(
      authFingerprint,
    );
    expect((await report(login.replaceAll('planted', 'another'))).authFingerprint).not.toBe(authFingerprint);
  });

  it('gives away no value and no path', async () => {
    for (const content of [HEADER + login, '[{"value": "planted-secret-value"}]', 'planted-secret-value']) {
      const told = JSON.stringify(await report(content));
      expect(told).not.toContain('planted');
      expect(told).not.toContain(folder);
    }
  });
});

it('parses any text without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(fc.string()), (text, fields) => {
      parseCookies(text);
      parseCookies(fields.join('\t'));
    }),
    { seed: SEED },
  );
});
