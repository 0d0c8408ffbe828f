import { describe, expect, it } from 'vitest';
import { readConfig } from '../../examples/downloader/config.ts';
import { cookieHeader } from '../../examples/downloader/cookie_header.ts';
import { isDirect, parseLinks, videoIdOf } from '../../examples/downloader/links.ts';

describe('parseLinks', () => {
  it('reads links', () => {
    const links = parseLinks(
      '{"links": ["https://example.org/a.mp4", "http://example.org/watch?v=dQw4w9WgXcQ"]}',
    );
    expect(links.map(({ pathname }) => pathname)).toStrictEqual(['/a.mp4', '/watch']);
  });

  it.each([
    ['not json', 'the body must be JSON'],
    ['null', '"links" must be a list'],
    ['{"links": "https://example.org"}', '"links" must be a list'],
    ['{"links": []}', '1 to 20 links, not 0'],
    [JSON.stringify({ links: Array(21).fill('https://example.org') }), '1 to 20 links, not 21'],
    ['{"links": ["https://example.org", "file:///etc/passwd"]}', 'link 2 must be an http or https URL'],
    ['{"links": [5]}', 'link 1 must be'],
    [JSON.stringify({ links: [`https://example.org/${'x'.repeat(3000)}`] }), 'link 1 must be'],
  ])('refuses %.60s', (body, message) => {
    expect(() => parseLinks(body)).toThrow(message);
  });
});

describe('links', () => {
  it.each([
    ['https://example.org/watch?v=dQw4w9WgXcQ', 'dQw4w9WgXcQ', false],
    ['https://example.org/a/film.MP4?sig=x', 'film', true],
    ['https://example.org/', undefined, false],
  ])('%s has id %s, direct: %s', (link, id, direct) => {
    const url = new URL(link);
    expect([videoIdOf(url), isDirect(url)]).toStrictEqual([id, direct]);
  });
});

describe('cookieHeader', () => {
  const now = new Date('2026-11-21T00:00:00Z');
  const file = [
    '# Netscape HTTP Cookie File',
    '.example.org\tTRUE\t/\tFALSE\t0\tsession\t1',
    '#HttpOnly_www.example.org\tFALSE\t/\tTRUE\t1900000000\tsecure\t2',
    'www.example.org\tFALSE\t/\tFALSE\t1000\texpired\t3',
    'www.example.org\tFALSE\t/private\tFALSE\t0\tpath\t4',
    'elsewhere.org\tFALSE\t/\tFALSE\t0\tother\t5',
    'broken line',
  ].join('\n');

  it.each([
    ['https://www.example.org/', 'session=1; secure=2'],
    ['http://www.example.org/private/x', 'session=1; path=4'],
    ['https://example.org/', 'session=1'],
    ['https://notexample.org/', ''],
  ])('sends to %s what is meant for it', (url, header) => {
    expect(cookieHeader(file, new URL(url), now)).toBe(header);
  });
});

describe('readConfig', () => {
  it('does without any setting', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      keepFiles: false,
      trustProxy: false,
    });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is a whole number from 0 to 65535, not "http"'],
    [{ STALL_SECONDS: '0' }, 'STALL_SECONDS is a whole number from 1 to 600'],
    [{ DOWNLOADER: 'wget' }, 'DOWNLOADER is one of auto, yt-dlp, fetch, not "wget"'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is one of 0, 1, not "yes"'],
  ])('refuses %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});
