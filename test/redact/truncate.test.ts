import { describe, expect, it } from 'vitest';
import { keyedHash } from '../../src/redact/policy/hash.ts';
import { setRedaction } from '../../src/redact/policy/settings.ts';
import { baseName, truncate, truncateIpAddress, truncateVideoId } from '../../src/redact/truncate.ts';
import { MAX_TEXT_LENGTH } from '../../src/registry/define.ts';

describe('a video id', () => {
  it.each([
    ['dQw4w9WgXcQ', 'dQw4w9Wg...'],
    ['123456789', '12345678...'],
    ['12345678', '1234...'],
    ['1234567', '123...'],
    ['ab', 'a...'],
    ['a', '...'],
    ['', '...'],
    ['dQw4w9Wg...', 'dQw4w9Wg...'],
  ])('%j leaves as %j', (id, expected) => {
    expect(truncateVideoId(id)).toBe(expected);
    expect(truncateVideoId(expected)).toBe(expected);
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0'],
    ['203.0.113.0', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:abcd:12:34:56:78:9a', '2001:db8:abcd::'],
    ['2001:db8::1', '2001:db8:0::'],
    ['fe80::1%eth0', 'fe80:0:0::'],
    ['::1', '::1'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1%20planted', '127.0.0.1'],
    ['planted.host.name', '****'],
    ['', '****'],
  ])('%j leaves as %j', (address, expected) => {
    expect(truncateIpAddress(address)).toBe(expected);
    expect(truncateIpAddress(expected)).toBe(expected);
  });
});

describe('other values', () => {
  it.each([
    ['/secrets/planted/cookies.txt', 'cookies.txt'],
    ['C:\\planted\\cookies.txt', 'cookies.txt'],
    ['cookies.txt', 'cookies.txt'],
  ])('%j leaves by its base name', (path, expected) => {
    expect(baseName(path)).toBe(expected);
    expect(truncate(path, 'base_name')).toBe(expected);
  });

  it('that are long are cut', () => {
    expect(truncate('x'.repeat(MAX_TEXT_LENGTH), 'length')).toHaveLength(MAX_TEXT_LENGTH);
    expect(truncate('x'.repeat(MAX_TEXT_LENGTH + 1), 'length')).toBe(`${'x'.repeat(MAX_TEXT_LENGTH)}...`);
  });
});

describe('a keyed hash', () => {
  it('is the same for the same value under the same key, and another under another', () => {
    setRedaction({ hashKey: 'one key of the tests' });
    const hash = keyedHash('planted');
    expect(hash).toMatch(/^hmac:[0-9a-f]{16}$/);
    expect(hash).toBe(keyedHash('planted'));
    expect(hash).not.toBe(keyedHash('planted2'));
    setRedaction({ hashKey: 'two key of the tests' });
    expect(keyedHash('planted')).not.toBe(hash);
    setRedaction({ hashKey: 'one key of the tests' });
    expect(keyedHash('planted')).toBe(hash);
  });

  it('is known: HMAC-SHA-256, its first 64 bits', () => {
    setRedaction({ hashKey: 'key' });
    // RFC-style vector: HMAC_SHA256("key", "The quick brown fox jumps over the lazy dog").
    expect(keyedHash('The quick brown fox jumps over the lazy dog')).toBe('hmac:f7bc83f430538424');
  });

  it('is not hashed again', () => {
    const hash = keyedHash('planted');
    expect(keyedHash(hash)).toBe(hash);
  });
});
