import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectorDetectors } from '../../../src/redact/detectors/all.ts';
import { MASK } from '../../../src/redact/mask.ts';
import { MAX_SCANNED_LENGTH, redactText } from '../../../src/redact/text/text.ts';
import { SEED } from '../../seeds.ts';
import { SECRETS, SURVIVORS } from '../secret_samples.ts';

describe('redactText', () => {
  it.each(SECRETS)('takes out %s', (_name, text, secret) => {
    expect(text).toContain(secret);
    expect(redactText(text)).not.toContain(secret);
  });

  it.each(SECRETS)('takes out %s in the middle of a text, in quotes and in JSON', (_name, text, secret) => {
    for (const around of [
      `it failed: ${text}`,
      `[generic] ${text} (caused by it)`,
      JSON.stringify({ text }),
    ]) {
      expect(redactText(around)).not.toContain(secret);
    }
  });

  it.each([
    "--add-header $'Cookie: a=b1' --codec opus",
    "ffmpeg -headers $'Authorization: Bearer abc\\r\\n' -i x.mp4",
    "password=b'abc1' codec=opus",
    'https://manifest.googlevideo.com/api/manifest/hls_playlist/id/9bZkp7q19f0.1/itag/96/sig/AJfQdSsw/index.m3u8',
    'env:\n- name: DB_PASSWORD\n  value: "x 1"\n- name: CODEC\n  value: opus',
    'htpasswd -c f method=track.scrobble&api_sig=planted"encoding pass 1/2',
    'rtmp://live.example/app/plantedKey:/srv/a/b',
    'rtmp://live.example/a/b/c/d',
    '=rtmp:///+/+/=',
    'ps:///QeRkm5NMpJWZG3hSuFU="C:\\',
    'GET /videoplayback?pot=://\\s',
    'APIkey:ds://?&t=ps://?=r',
    String.raw`[\n  'run',\n  '--api-key',\n  'x1y2z3w4',\n  '--kept' ]`,
  ])('leaves what it made of %j as it is', (text) => {
    const left = redactText(text);
    expect(left).toContain(MASK);
    expect(redactText(left)).toBe(left);
  });

  it.each([
    ['args=--password,abc,-f,best', `args=--password,${MASK},-f,best`],
    ["{'po_token': ['web+a1', 'web.gvs+b2'], 'fetch': ['web']}", `{'po_token': [${MASK}], 'fetch': ['web']}`],
    [
      'app=live&tcurl=rtmp://h/live&addr=10.0.0.1&clientid=1',
      `app=live&tcurl=${MASK}&addr=10.0.0.1&clientid=1`,
    ],
    ['passwords: [a1, b2]\ncodec: opus', `passwords: [${MASK}]\ncodec: opus`],
    ['passwords:\n  - a1\n  - b2\ncodec: opus', `passwords:\n  - ${MASK}\ncodec: opus`],
    ['- name: PW\n  value: a1\n- name: CODEC', `- name: PW\n  value: ${MASK}\n- name: CODEC`],
    ['API key: "a1b2c3d4", codec: opus', `API key: "${MASK}", codec: opus`],
  ])('takes of %j no more than there is', (text, left) => {
    expect(redactText(text)).toBe(left);
  });

  it.each(SURVIVORS.map((text) => [text]))('leaves %s as it is', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it.each([
    ['the program', '/usr/local/bin/yt-dlp: not found', '/usr/local/bin/yt-dlp: not found'],
    ['a library', 'libva: /usr/lib/x86_64-linux-gnu/dri/a.so', 'libva: /usr/lib/x86_64-linux-gnu/dri/a.so'],
    ['a package', 'in /opt/package/bin/x.pl, /etc/nginx/ssl/x', 'in /opt/package/bin/x.pl, /etc/nginx/ssl/x'],
    ['no folder of a person', '/usr/home/somebody/x', `${MASK}/x`],
    [
      'no folder of a person below the system',
      '/usr/src/somebody/x /proc/1/root/srv/x',
      `${MASK}/x ${MASK}/x`,
    ],
    ['no odd folder of the system', '/usr/lib/Some~Title/x', `${MASK}/x`],
    ['no id in a folder of the system', '/usr/share/dQw4w9WgXcQ/x', `${MASK}/x`],
    ['no folders above', '/usr/../srv/somebody/x', `${MASK}/x`],
    [
      'nothing of a folder for users',
      '/home/anna/x /tmp/somebody/x /data/anna/x',
      `${MASK}/x ${MASK}/x ${MASK}/x`,
    ],
    ['folders that anybody has', '/downloads/cache/x /downloads/somebody/x', `/downloads/cache/x ${MASK}/x`],
    [
      'a browser without its profile',
      'yt-dlp --cookies-from-browser chrome; --cookies-from-browser firefox:somebody',
      `yt-dlp --cookies-from-browser chrome; --cookies-from-browser firefox${MASK}`,
    ],
    [
      'ports, sizes and switches of a URL',
      'srtp://host:1?rtcpport=58864&pkt_size=1316&beta=true&mode=caller',
      'srtp://host:1?rtcpport=58864&pkt_size=1316&beta=true&mode=caller',
    ],
    [
      'no other values of theirs',
      'srtp://host:1?timeout=planted&mode=planted1&unheard=12',
      `srtp://host:1?timeout=${MASK}&mode=${MASK}&unheard=${MASK}`,
    ],
    [
      'states in a URL',
      'GET /api/x/?filter=pending&mode2=somebody',
      `GET /api/x/?filter=pending&mode2=${MASK}`,
    ],
    [
      'folders of Windows',
      'E:\\jellyfin\\cache\\x.ts E:\\some\\cache\\x.ts',
      `E:\\jellyfin\\cache\\x.ts ${MASK}/x.ts`,
    ],
    [
      'where Node was built',
      'in c:\\ws\\deps\\openssl\\ssl\\x.c:1605',
      'in c:\\ws\\deps\\openssl\\ssl\\x.c:1605',
    ],
    [
      'a mailing list',
      '(ffmpeg-devel@ffmpeg.org) a-ffmpeg-devel@ffmpeg.org',
      `(ffmpeg-devel@ffmpeg.org) ${MASK}`,
    ],
    ['a switch in backticks', 'Use `use_po_token=True` or', 'Use `use_po_token=True` or'],
    [
      'the package in a stack',
      'at f (/srv/somebody/node_modules/got/index.js:3:1)',
      `at f (${MASK}/node_modules/got/index.js:3:1)`,
    ],
    [
      'a host and a port',
      'POST https://u:p@host:8443/upload?size=3&k=v',
      `POST https://${MASK}@host:8443/upload?size=3&k=${MASK}`,
    ],
    [
      'an id’s beginning',
      'ERROR: [youtube] dQw4w9WgXcQ: Video unavailable',
      'ERROR: [youtube] dQw4w9Wg...: Video unavailable',
    ],
    ['a title', 'Deleting My Title [dQw4w9WgXcQ].f137.mp4', 'Deleting My Title [dQw4w9Wg...].f137.mp4'],
    ['the network of an address', 'to 203.0.113.77:443', 'to 203.0.113.0:443'],
  ])('keeps %s', (_name, text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('leaves paths alone where it is told to', () => {
    expect(redactText('read /srv/acme/users', { paths: false })).toBe('read /srv/acme/users');
    expect(redactText('read /srv/acme/users')).toBe(`read ${MASK}/users`);
    // What follows a method is a route, and read as one.
    expect(redactText('GET /api/v1/users/dQw4w9WgXcQ')).toBe('GET /api/v1/users/dQw4w9Wg...');
  });

  it('cuts no letter in two halves', () => {
    const redacted = redactText(`x${'\u{1F600}'.repeat(MAX_SCANNED_LENGTH)}`);
    expect(Buffer.from(redacted).toString()).toBe(redacted);
  });

  it('keeps what it answered for a route apart from other texts', () => {
    const path = '/srv/planted/file.mp4';
    expect(redactText(path, { paths: false })).toBe(path);
    expect(redactText(`\u0001${path}`).startsWith('\u0001')).toBe(true);
    expect(redactText(path)).not.toContain('planted');
  });

  it('cuts what it does not look at', () => {
    const redacted = redactText(`${'word '.repeat(MAX_SCANNED_LENGTH)} SID=planted-secret`);
    expect(redacted).not.toContain('planted-secret');
    expect(redacted.length).toBeLessThan(MAX_SCANNED_LENGTH + 20);
    expect(redacted).toMatch(/\[cut]$/);
  });
});

const pieces = fc.constantFrom(
  ...SECRETS.map(([, text]) => text),
  ...SURVIVORS,
  '/',
  '//',
  '=',
  '\t',
  'TRUE',
  '@',
  '.',
  'a',
  'https://',
  '?',
  '&',
  '#',
  '[',
  ']',
  ' ',
  '"',
  MASK,
  '...',
  'cookie: ',
  'SID=',
  '1.2.3.4',
  'C:\\Users\\',
  '--cookies ',
);

const separators = fc.constantFrom(' ', '\n', ', ', '"', "'", ' (', ') ');

describe('an answer given back as text', () => {
  it.each([
    '["yt-dlp","--password","****","https://x.example/"]',
    String.raw`[\"yt-dlp\",\"--password\",\"****\",\"https://x.example/\"]`,
    String.raw`{\"cookie\":\"****\"}`,
    "array('password' => '****')",
    'PASSWORD := ****',
    'password == "****"',
  ])('is not taken for a secret: %s', (text) => {
    for (const { source, caseMatters, name } of collectorDetectors) {
      expect([name, new RegExp(source, caseMatters ? '' : 'i').exec(text)?.[0]]).toEqual([name, undefined]);
    }
  });

  it.each([
    ['PASSWORD := planted1', 'PASSWORD := ****'],
    ["array('password' => 'planted1')", "array('password' => '****')"],
    [String.raw`{\"cookie\":\"a=planted1\"}`, String.raw`{\"cookie\":\"****\"}`],
    ['x --password=-planted1 y', 'x --password=**** y'],
  ])('keeps the shape of %s', (text, left) => {
    expect(redactText(text)).toBe(left);
  });

  it('stays as it is, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
        const once = redactText(text);
        expect(redactText(once)).toBe(once);
      }),
      { seed: SEED, numRuns: 500 },
    );
  }, 60_000);

  it('stays as it is, whatever it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pieces, separators), { maxLength: 6 }), (parts) => {
        const once = redactText(parts.flat().join(''));
        expect(redactText(once)).toBe(once);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });
});
