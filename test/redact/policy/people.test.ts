import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { redactAttributes } from '../../../src/redact/attributes/attributes.ts';
import { meaningOfKey } from '../../../src/redact/policy/foreign_keys.ts';
import { dailyKeyedHash, keyedHash } from '../../../src/redact/policy/hash.ts';
import { setRedaction } from '../../../src/redact/policy/settings.ts';

const DEFAULTS = { content: 'hash', contentOf: {}, address: 'truncate', userAgent: 'family' } as const;
beforeEach(() => setRedaction({ ...DEFAULTS, hashKey: 'a key of the tests' }));
afterEach(() => {
  setRedaction(DEFAULTS);
  vi.useRealTimers();
});

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const HASH = /^hmac:[0-9a-f]{16}$/;

describe('the daily hash', () => {
  const noon = Date.UTC(2026, 10, 21, 12);
  const HOUR = 3_600_000;

  it('is the same all day (UTC), another the next, and never the one that lasts', () => {
    const today = dailyKeyedHash('203.0.113.77', noon);
    expect(today).toMatch(HASH);
    expect(dailyKeyedHash('203.0.113.77', noon + 11.9 * HOUR)).toBe(today);
    expect(dailyKeyedHash('203.0.113.77', noon + 12 * HOUR)).not.toBe(today);
    expect(dailyKeyedHash('203.0.113.77', noon - 12.1 * HOUR)).not.toBe(today);
    expect(keyedHash('203.0.113.77')).not.toBe(today);
    expect(dailyKeyedHash('203.0.113.78', noon)).not.toBe(today);
  });

  it('is that of the key, in whatever order days and keys come', () => {
    const first = dailyKeyedHash('x', noon);
    setRedaction({ hashKey: 'another key of the tests' });
    expect(dailyKeyedHash('x', noon)).not.toBe(first);
    setRedaction({ hashKey: 'a key of the tests' });
    expect(dailyKeyedHash('x', noon)).toBe(first);
  });

  it('is not hashed again', () => {
    const once = dailyKeyedHash('x', noon);
    expect(dailyKeyedHash(once, noon)).toBe(once);
  });
});

describe('addresses of people', () => {
  const attributes = {
    'client.address': '203.0.113.77',
    'network.peer.address': '2001:db8:1:2::3',
    'http.request.header.x-forwarded-for': ['203.0.113.77, 198.51.100.9'],
    remoteAddress: '203.0.113.77',
    request: { ip: '2001:db8:1:2::3', headers: { 'X-Real-IP': '203.0.113.77' } },
  };

  it('leave as networks by default', () => {
    expect(redactAttributes(attributes)).toEqual({
      'client.address': '203.0.113.0',
      'network.peer.address': '2001:db8:1::',
      'http.request.header.x-forwarded-for': ['203.0.113.0, 198.51.100.0'],
      remoteAddress: '203.0.113.0',
      request: { ip: '2001:db8:1::', headers: { 'X-Real-IP': '203.0.113.0' } },
    });
  });

  it('leave as hashes of the day by setting, the same wherever they are', () => {
    setRedaction({ address: 'hash' });
    const redacted = redactAttributes(attributes);
    expect(redacted['client.address']).toMatch(HASH);
    expect(redacted.remoteAddress).toBe(redacted['client.address']);
    expect(redacted.request).toEqual({
      ip: redacted['network.peer.address'],
      headers: { 'X-Real-IP': redacted['client.address'] },
    });
    expect(redactAttributes(redacted)).toEqual(redacted);
  });

  it('do not leave at all by setting', () => {
    setRedaction({ address: 'drop' });
    expect(redactAttributes(attributes)).toEqual({ request: { headers: {} } });
  });
});

describe('user agents', () => {
  it('leave as family and version, whoever recorded them', () => {
    expect(redactAttributes({ 'user_agent.original': FIREFOX, other: 1 })).toEqual({
      'user_agent.name': 'Firefox',
      'user_agent.version': '140',
      other: 1,
    });
    expect(redactAttributes({ 'http.user_agent': 'Googlebot/2.1' })).toEqual({
      'user_agent.name': 'Googlebot',
      'user_agent.synthetic.type': 'bot',
    });
    expect(redactAttributes({ headers: { 'User-Agent': FIREFOX } })).toEqual({
      headers: { 'User-Agent': 'Firefox 140' },
    });
    expect(redactAttributes({ 'http.request.header.user-agent': [FIREFOX] })).toEqual({
      'http.request.header.user-agent': ['Firefox 140'],
    });
  });

  it.each([
    ['keep', { 'user_agent.original': FIREFOX, 'user-agent': FIREFOX }],
    [
      'hash',
      { 'user_agent.original': expect.stringMatching(HASH), 'user-agent': expect.stringMatching(HASH) },
    ],
    ['mask', { 'user_agent.original': '****', 'user-agent': '****' }],
    ['drop', {}],
  ] as const)('%s by setting', (userAgent, expected) => {
    setRedaction({ userAgent });
    expect(redactAttributes({ 'user_agent.original': FIREFOX, 'user-agent': FIREFOX })).toEqual(expected);
  });
});

describe('content', () => {
  const attributes = {
    'media.session.titles': ['A title'],
    'media.session.links': ['https://host/watch?v=dQw4w9WgXcQ&sig=planted'],
    'media.session.file_names': ['a.mp3'],
  };

  it('is treated as its kind says, and else as content in general', () => {
    setRedaction({ content: 'mask', contentOf: { titles: 'keep', links: 'keep', fileNames: undefined } });
    expect(redactAttributes(attributes)).toEqual({
      'media.session.titles': ['A title'],
      'media.session.links': ['https://host/watch?v=dQw4w9Wg...&sig=****'],
      'media.session.file_names': '****',
    });
    setRedaction({ content: 'keep', contentOf: { titles: 'drop', links: 'hash' } });
    expect(redactAttributes(attributes)).toEqual({
      'media.session.links': [expect.stringMatching(HASH)],
      'media.session.file_names': ['a.mp3'],
    });
  });
});

describe('what a name tells of a value', () => {
  it.each([
    ['authorization', 'secret'],
    ['Set-Cookie', 'secret'],
    ['req.headers.cookie', 'secret'],
    ['access_token', 'secret'],
    ['accessToken', 'secret'],
    ['x-api-key', 'secret'],
    ['x-forwarded-for', 'address'],
    ['clientIp', 'address'],
    ['userAgent', 'user_agent'],
    ['tokens', 'plain'],
    ['key', 'plain'],
    ['title', 'plain'],
    ['', 'plain'],
  ])('%s: %s', (key, meaning) => {
    expect(meaningOfKey(key)).toBe(meaning);
  });

  it('keeps flags, and takes numbers, lists and objects of a secret', () => {
    expect(redactAttributes({ cookies: true, password: 1234, token: ['a'], secret: { a: 'b' } })).toEqual({
      cookies: true,
      password: '****',
      token: '****',
      secret: '****',
    });
  });
});
