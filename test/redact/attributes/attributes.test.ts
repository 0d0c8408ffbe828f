import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { redactAttributes, redactValue } from '../../../src/redact/attributes/attributes.ts';
import { MASK } from '../../../src/redact/mask.ts';
import { keyedHash } from '../../../src/redact/policy/hash.ts';
import { setRedaction } from '../../../src/redact/policy/settings.ts';
import { attributes as registered } from '../../../src/registry/registry.ts';
import { SECRETS } from '../secret_samples.ts';

beforeEach(() => setRedaction({ content: 'hash', hashKey: 'a key of the tests' }));
afterEach(() => setRedaction({ content: 'hash' }));

describe('redactAttributes', () => {
  it('drops what the registry does not know of media.*, and keeps what others call their own', () => {
    expect(
      redactAttributes({ 'media.unheard_of': 'x', 'media.': 1, mediaplayer: 'vlc', 'my.own': 2 }),
    ).toEqual({
      mediaplayer: 'vlc',
      'my.own': 2,
    });
  });

  it('gives back the same object where there is nothing to do, and never changes its argument', () => {
    const clean = { 'media.download.outcome': 'success', 'http.response.status_code': 403, list: ['a', 'b'] };
    expect(redactAttributes(clean)).toBe(clean);
    const dirty = Object.freeze({ a: 'SID=planted', 'media.nope': 1 });
    expect(redactAttributes(dirty)).toEqual({ a: `SID=${MASK}` });
    expect(dirty).toEqual({ a: 'SID=planted', 'media.nope': 1 });
  });

  it.each([
    ['media.video.id', 'dQw4w9WgXcQ', 'dQw4w9Wg...'],
    ['media.video.id', 'short', 'sh...'],
    ['media.cookies.file_name', '/secrets/planted/cookies.txt', 'cookies.txt'],
    ['client.address', '2001:db8:abcd:12::1', '2001:db8:abcd::'],
    ['client.address', '203.0.113.77', '203.0.113.0'],
    ['network.peer.address', '198.51.100.9', '198.51.100.0'],
    ['process.command_args', ['--cookies', 'x'], MASK],
    ['process.owner', 'planted', MASK],
    ['host.name', 'planted', MASK],
    ['process.env.PWD', '/usr/src/app', '/usr/src/app'],
    ['OLDPWD', '/home/planted/app', '****/app'],
    ['PWD', 'planted', MASK],
    ['db_pwd', '/usr/src/app', MASK],
    ['http.request.header.cookie', ['planted'], MASK],
    ['url.full', 'https://h/watch?v=dQw4w9WgXcQ&sig=planted', `https://h/watch?v=dQw4w9Wg...&sig=${MASK}`],
    ['url.path', '/api/v1/users', '/api/v1/users'],
    ['url.query', 'v=dQw4w9WgXcQ&x=planted', `v=dQw4w9Wg...&x=${MASK}`],
    ['http.target', '/watch?v=dQw4w9WgXcQ', '/watch?v=dQw4w9Wg...'],
    ['session.id', '0199c8f2-6f0e-7b1c-8b0a-3d2f5f0c9a11', '0199c8f2-6f0e-7b1c-8b0a-3d2f5f0c9a11'],
    ['my.path', '/srv/planted/file.mp3', `${MASK}/file.mp3`],
    ['my.list', ['fine', 'SID=planted'], ['fine', `SID=${MASK}`]],
    ['my.number', 203, 203],
    ['my.flag', false, false],
  ])('of %s, %j leaves as %j', (name, value, expected) => {
    expect(redactAttributes({ [name]: value })).toEqual({ [name]: expected });
  });

  it.each(['media.video.hash', 'user.id', 'enduser.id', 'user.email'])('hashes %s', (name) => {
    expect(redactAttributes({ [name]: 'planted@example.org' })).toEqual({
      [name]: keyedHash('planted@example.org'),
    });
  });

  it.each([
    ['hash', { 'media.session.titles': ['hmac:21df4ae68f543339', 'hmac:280eae0d9e8d3554'] }],
    ['keep', { 'media.session.titles': ['A title', 'Another'] }],
    ['mask', { 'media.session.titles': MASK }],
    ['drop', {}],
  ] as const)('treats content as set: %s', (content, expected) => {
    setRedaction({ content });
    expect(redactAttributes({ 'media.session.titles': ['A title', 'Another'] })).toEqual(expected);
  });

  it('looks through content that is kept', () => {
    setRedaction({ content: 'keep' });
    const { 'media.session.links': links } = redactAttributes({
      'media.session.links': ['https://youtu.be/dQw4w9WgXcQ'],
    });
    expect(links).toEqual(['https://youtu.be/dQw4w9Wg...']);
  });

  it('redacts names that carry secrets', () => {
    expect(JSON.stringify(redactAttributes({ 'mail.planted@example.org': 1 }))).not.toContain('planted');
  });

  it('lets nothing through twice that it stopped once, whatever the attribute', () => {
    for (const name of registered.keys()) {
      for (const [, text] of SECRETS) {
        const once = redactAttributes({ [name]: text });
        expect(redactAttributes(once), name).toEqual(once);
      }
    }
  });

  it.each(SECRETS)('takes out %s whatever attribute of the registry it is in', (_kind, text, secret) => {
    for (const { name, truncation } of registered.values()) {
      // A base name and an id of a video are shortened as they are: the text of a failure is never in them.
      if (truncation === 'base_name' || truncation === 'video_id') continue;
      expect(JSON.stringify(redactAttributes({ [name]: text })), name).not.toContain(secret);
    }
  });
});

describe('redactValue', () => {
  it.each(SECRETS)('takes out %s however deep it is', (kind, text, secret) => {
    // A name may be a route: paths stay in names.
    const name = kind === 'another folder' ? 'name' : text;
    const value = { text, list: [text, { text }], [name]: 'value', fine: 'yes' };
    const redacted = redactValue(value);
    expect(JSON.stringify(redacted)).not.toContain(secret);
    expect(redacted).toMatchObject({ fine: 'yes' });
  });

  it('drops unknown media.* in maps, and applies the classes of names', () => {
    expect(redactValue({ 'media.nope': 1, 'media.video.id': 'dQw4w9WgXcQ', 'user.id': 'u' })).toEqual({
      'media.video.id': 'dQw4w9Wg...',
      'user.id': keyedHash('u'),
    });
  });

  it('masks bytes and what is too deep to be looked through', () => {
    expect(redactValue(new TextEncoder().encode('planted'))).toBe(MASK);
    const inner: { [key: string]: string | typeof inner } = { a: 'planted' };
    let deep = inner;
    for (let level = 0; level < 20; level += 1) deep = { deep };
    expect(JSON.stringify(redactValue(deep))).not.toContain('planted');
  });

  const bytes = Buffer.from('planted bytes');
  it.each([
    ['pino writes a Buffer', JSON.parse(JSON.stringify(bytes))],
    ['JSON writes an array of bytes', JSON.parse(JSON.stringify(Uint8Array.from(bytes)))],
    ['a Buffer is written into a text', JSON.stringify({ a: bytes })],
    ['Node shows a Buffer', inspect(bytes)],
    ['Node shows an array of bytes', inspect({ a: Uint8Array.from(bytes) })],
    ['Node shows the memory behind it', inspect(Uint8Array.from(bytes).buffer)],
    ['Node shows what JSON made of it', inspect(bytes.toJSON())],
  ])('masks bytes as %s, in a map or not', (_how, written) => {
    for (const value of [written, { a: written }, [written]]) {
      const left = JSON.stringify(redactValue(value));
      expect(left).toContain(MASK);
      expect(left).not.toMatch(/110|6e 74/);
    }
  });

  it.each([
    [{ type: 'Buffer', length: 12 }],
    [{ 0: 12, 1: 40 }],
    [{ 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 8: 9 }],
    [{ type: 'Buffer', data: 'planted' }],
  ])('takes %j for no bytes', (value) => {
    expect(redactValue(value)).toBe(value);
  });

  it('looks into what has a number that JSON cannot have', () => {
    expect(redactValue([Number.NaN, 'SID=planted', Number.POSITIVE_INFINITY])).toEqual([
      Number.NaN,
      `SID=${MASK}`,
      Number.POSITIVE_INFINITY,
    ]);
    expect(redactValue({ n: Number.NaN, note: 'SID=planted' })).toEqual({
      n: Number.NaN,
      note: `SID=${MASK}`,
    });
  });

  it('takes a value that contains itself', () => {
    const value: { [key: string]: string | typeof value } = { a: 'SID=planted' };
    value.self = value;
    expect(JSON.stringify(redactValue(value))).not.toContain('planted');
  });
});
