import { describe, expect, it } from 'vitest';
import { redactAttributes } from '../../src/redact/attributes.ts';
import { redactText } from '../../src/redact/text.ts';

describe('a name that ends in pass', () => {
  it('is that of a password as a field, and else a word', () => {
    const secret = {
      pass: 'x',
      'db.pass': 'x',
      DB_PASS: 'x',
      smtpPass: 'x',
      'redis-pass': 'x',
      Passwort: 'x',
    };
    const plain = {
      ...{ bypass: 'x', compass: 'x', low_pass: '12000', lowPass: 'x', two_pass: 'yes' },
      ...{ 'encode.pass': 2, pass: '1', passthrough: 'copy' },
    };
    expect(new Set(Object.values(redactAttributes(secret)))).toEqual(new Set(['****']));
    expect(redactAttributes(plain)).toEqual(plain);
  });

  it('announces one in a list, unless it tells of a pass', () => {
    const given = {
      argv: ['--pass', '2', '--smtp-pass', 'planted', '--lowpass', '16'],
      seen: ['pass', 'fail'],
    };
    expect(redactAttributes(given)).toEqual({
      argv: ['--pass', '2', '--smtp-pass', '****', '--lowpass', '16'],
      seen: ['pass', 'fail'],
    });
  });
});

describe('user and password in a path', () => {
  it.each([
    ['http://h:8080/live/john/planted/12.ts', 'http://h:8080/live/****/****/12.ts'],
    ['http://h/movie/john/planted/12.mkv', 'http://h/movie/****/****/12.mkv'],
    ['GET /series/john/planted/12.mkv 200', 'GET /series/****/****/12.mkv 200'],
    ['http://h:80/john/planted/12.m3u8', 'http://h:80/****/****/12.m3u8'],
    ['http://h:80/john/planted9/12', 'http://h:80/****/****/12'],
    [
      'http://h:80/timeshift/john/planted/60/2026-01-01:10-00/12.ts',
      'http://h:80/timeshift/****/****/60/2026-01-01:10-00/12.ts',
    ],
  ])('goes: %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
    expect(redactAttributes({ 'url.full': text })['url.full']).toBe(expected);
  });

  it.each([
    'http://h:8080/live/news/hd/12.ts',
    'GET /live/news/720p/12.ts',
    'GET /movie/550/credits/12',
    'https://tv.example/api/series/12/episodes/3',
    'http://h:8080/hls/stream1/42.ts',
    'http://h:8080/api/users/42',
    'http://h:8080/v1/jobs/12',
    'http://h:8080/artists/somebody/12',
    'https://cdn.example/vod/segments/00012.ts',
  ])('is not looked for in %s', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('what hides a name', () => {
  it.each([
    'pass\u200bword=planted',
    'password\u00a0=\u00a0planted',
    'ｐａｓｓｗｏｒｄ＝planted',
    'pass\u00adword: planted',
  ])('is read past: %j', (text) => {
    expect(redactText(text)).not.toContain('planted');
  });

  it('stays in a title beside something else that goes', () => {
    expect(redactText('Song ＂Two＂ by a@mail.example.org')).toBe('Song ＂Two＂ by ****');
  });
});

describe('an object with the name of a secret, in a text', () => {
  it.each([
    ['{"cookies":{"a":{"b":"planted}"}},"x":1}', '{"cookies":{****},"x":1}'],
    ["{ auth: [ 'planted', 'planted' ], ok: true }", '{ auth: [****], ok: true }'],
    ['{"cookies":{},"x":1}', '{"cookies":{},"x":1}'],
    ['update your cookies: [youtube] first', 'update your cookies: [youtube] first'],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });
});
