import { describe, expect, it } from 'vitest';
import { redactAttributes } from '../../src/redact/attributes/attributes.ts';
import { redactText } from '../../src/redact/text/text.ts';

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
    // What only begins like a part of a stream, or goes on with letters.
    ['http://h:80/live/john/streamer/12.ts', 'http://h:80/live/****/****/12.ts'],
    ['http://h:80/live/john/tracker9/12.ts', 'http://h:80/live/****/****/12.ts'],
    ['http://h:80/live/john/s3cret/12.ts', 'http://h:80/live/****/****/12.ts'],
    ['http://h:80/live/john/v0lume/12.ts', 'http://h:80/live/****/****/12.ts'],
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
    'GET /hls/live/720p/seg-00042.ts 200',
    'GET /movie/550/credits/12',
    'https://tv.example/api/series/12/episodes/3',
    'http://h:8080/hls/stream1/42.ts',
    'http://h:8080/api/users/42',
    'http://h:8080/v1/jobs/12',
    'http://h:8080/artists/somebody/12',
    'https://cdn.example/vod/segments/00012.ts',
    'https://cdn.example/live/channel1/chunklist_w123/5.ts',
    'https://cdn.example/live/out/v0/12.ts',
    'https://cdn.example/live/stream1/abr_3/1234.ts',
    'https://cdn.example/live/ch1/Stream_720p/1234.ts',
    'https://api.example/series/breaking-bad/s01/5',
    'https://api.example/series/42/season-2/7',
    'http://minio:9000/bucket/prefix2/15.ts',
    'http://h:8888/cam1/stream1/12.ts',
    'https://cdn.example/live/john/planted/3.m4s',
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

describe('the folders of a path', () => {
  it.each([
    '/var/lib/postgresql/16/main/x',
    '/var/log/nginx/access.log',
    '/var/cache/nginx/proxy_temp/3/12/0000000123',
    '/run/containerd/containerd.sock',
    '/tmp/ffmpeg-4711/seg_00012.ts',
    '/tmp/002d8321e0717ebf54d05c3a0884a9cb/x.raw',
    '/opt/media/bin/worker.js',
    '/app/hls/v1/x.m3u8',
    '/frontend.Frontend/Process',
    'file:///app/dist/worker.mjs:4:19',
    'C:\\Program Files\\nodejs\\node.exe',
  ])('of packages and programs stay: %s', (path) => {
    expect(redactText(`in ${path}`)).toBe(`in ${path}`);
  });

  it.each([
    '/var/lib/planted/planted/x',
    '/var/lib/nginx/home/planted/x',
    '/var/log/nginx/planted/x.log',
    '/run/user/planted/x',
    '/tmp/planted/x.ts',
    '/tmp/planted92/x.ts',
    '/var/lib/planted/music/x.mp3',
    '/run/planted/x',
    '/tmp/ffmpeg-4711/planted/x.ts',
    '/opt/media/planted/x',
    '/var/planted/x',
    '/var/www/planted.example/x',
    'file:///srv/planted/x.mjs:4:19',
    'file:///home/planted/x.mjs',
    'C:\\Program Files\\x\\data\\planted\\x.exe',
  ])('of somebody go: %s', (path) => {
    expect(redactText(`in ${path}`)).not.toContain('planted');
  });
});

describe('a part of a URL', () => {
  it.each([
    'https://cdn.example/live/channel1/720p/12.ts',
    'https://cdn.example/live/radio2',
    'https://cdn.example/live/breaking-news/720p/index.m3u8',
    'https://cdn.example/live/breaking-news/720p/12.ts',
    'https://cdn.example/vod/smil:show.smil/chunklist_w1234567_b800000.m3u8',
    'https://cdn.example/static/main-app-4f3e2d1c0b9a8877.js',
    'https://docs.example/docs/Web/API/MediaSource/isTypeSupported_static',
    'https://ci.example/acme/media/actions/runs/9753949763/job/26920038674',
    'https://api.example/v1/jobs/0199c8f2-6f0e-7b1c-8b0a-3d2f5f0c9a11/status',
    'http://tempo:3200/api/traces/4bf92f3577b34da6a3ce929d0e0e4736',
    'http://127.0.0.1/media.m3u8?_HLS_msn=180&_HLS_part=2',
    'postgres://postgres:5432/media?sslmode=disable',
    'udp://@239.10.10.10:1234?pkt_size=1316&ttl=32',
  ])('that tells what it is stays: %s', (url) => {
    expect(redactText(url)).toBe(url);
    expect(redactAttributes({ 'url.full': url })['url.full']).toBe(url);
  });

  it.each([
    'https://cdn.example/live/Ab3-defplanted/720p.m3u8',
    'https://cdn.example/planted-4f3e2d1c0b9a8877665544/main.m3u8',
    'https://cdn.example/x/planted4f3e2d1c0b9a8877/main.js',
    'https://cdn.example/x/planted_AbC9dEf0GhI1jKl2.m3u8',
    'https://cdn.example/share/0199c8f2-6f0e-7b1c-8b0a-00planted000',
    'GET /api/videos/dQ-planted0',
    'GET /videos/dQ-planted0 200',
  ])('that is opaque goes: %s', (url) => {
    expect(redactText(url)).not.toMatch(/planted[^/]/);
  });
});

describe('a digest', () => {
  it.each([
    'sha512-irh/4+iYFM4GAzpluDErgjz89bj6NDtqqMAG/6O1LG38Ed3NpyebzCpcVNkFW8uhy+/3/BocUvnXDR33CXWe9A==',
  ])('that a package is checked by stays: %s', (digest) => {
    expect(redactText(`"integrity": "${digest}",`)).toBe(`"integrity": "${digest}",`);
  });
});
