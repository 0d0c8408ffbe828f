import { afterEach, describe, expect, it } from 'vitest';
import { redactAttributes, redactValue } from '../../../src/redact/attributes/attributes.ts';
import { MASK } from '../../../src/redact/mask.ts';
import { keyedHash } from '../../../src/redact/policy/hash.ts';
import { policy } from '../../../src/redact/policy/policy.ts';
import { redactionSettings, setRedaction } from '../../../src/redact/policy/settings.ts';
import { redactText } from '../../../src/redact/text/text.ts';

const before = { ...redactionSettings() };
afterEach(() => setRedaction(before));

describe('the policy', () => {
  it('is compiled once, and anew when settings change', () => {
    const first = policy();
    expect(policy()).toBe(first);
    setRedaction({ secretKeys: ['shoeSize'] });
    expect(policy()).not.toBe(first);
  });
});

describe('keys that the user calls secret', () => {
  it.each(['shoeSize', 'shoe-size', 'my.SHOE_SIZE'])('are masked whatever their spelling: %s', (key) => {
    setRedaction({ secretKeys: ['shoe_size'] });
    expect(redactAttributes({ [key]: 'planted', other: 'planted' })).toEqual({
      [key]: MASK,
      other: 'planted',
    });
  });

  it('are masked in texts, lists and maps', () => {
    setRedaction({ secretKeys: ['shoe_size'] });
    expect(redactText('shoe_size=planted and "shoe_size":"planted"')).not.toContain('planted');
    expect(redactText('run --shoe_size planted now')).toBe(`run --shoe_size ${MASK} now`);
    expect(redactValue(['--shoe_size', 'planted'])).toEqual(['--shoe_size', MASK]);
    expect(redactValue({ deep: { shoeSize: 'planted' } })).toEqual({ deep: { shoeSize: MASK } });
  });

  it('are found in texts in any spelling', () => {
    setRedaction({ secretKeys: ['shoeSize'] });
    expect(redactText('shoe_size=planted, SHOE-SIZE: planted, shoesize=planted')).not.toContain('planted');
  });

  it('are no expressions', () => {
    setRedaction({ secretKeys: ['a.b(c'] });
    expect(redactText('a.b(c=planted axb(c=kept')).toBe(`a.b(c=${MASK} axb(c=kept`);
  });
});

describe('patterns of the user', () => {
  it('take out what they find, wherever it is, short texts without a sign of a secret included', () => {
    setRedaction({ secretPatterns: ['cust-[0-9a-f]{4,}', 'fox'] });
    expect(redactText('fox of cust-12ab')).toBe(`${MASK} of ${MASK}`);
    expect(redactAttributes({ a: 'FOX', b: ['cust-beef'] })).toEqual({ a: MASK, b: [MASK] });
  });

  it('that are not safe are left out', () => {
    setRedaction({ secretPatterns: ['(a+)+$', 'fox'] });
    expect(redactText('aaaa fox')).toBe(`aaaa ${MASK}`);
  });
});

describe('allowed keys', () => {
  it('leave as they are, detectors or not', () => {
    setRedaction({ allowedKeys: ['my.contact', 'app.token'] });
    const given = { 'my.contact': 'help@example.org', 'app.token': 'three', 'my.other': 'help@example.org' };
    expect(redactAttributes(given)).toEqual({ ...given, 'my.other': MASK });
  });

  it('do not free what is of class secret, nor what the user calls secret', () => {
    setRedaction({ allowedKeys: ['process.command_line', 'shoe'], secretKeys: ['shoe'] });
    expect(redactAttributes({ 'process.command_line': 'planted', shoe: 'planted' })).toEqual({
      'process.command_line': MASK,
      shoe: MASK,
    });
  });
});

describe('allowed values', () => {
  it('stay where all that was found is what is allowed', () => {
    setRedaction({
      allowedValues: [
        'help@example.org',
        '203.0.113.7',
        '/srv/radio/main.liq',
        'https://radio.example/a?k=v1',
      ],
    });
    for (const text of [
      'write to help@example.org',
      'to 203.0.113.7:443',
      'cannot open /srv/radio/main.liq',
      'GET https://radio.example/a?k=v1 failed',
    ]) {
      expect(redactText(text)).toBe(text);
    }
  });

  it('do not free what stands beside them', () => {
    setRedaction({ allowedValues: ['help@example.org'] });
    expect(redactText('help@example.org planted@example.org')).toBe(`help@example.org ${MASK}`);
    expect(redactText('Cookie: help@example.org; SID=planted')).not.toContain('planted');
    expect(redactText('https://help@example.org/?sig=planted')).not.toContain('planted');
  });
});

describe('the treatment of a class', () => {
  const given = {
    'media.video.id': 'dQw4w9WgXcQ',
    'enduser.id': 'somebody',
    'process.command_line': 'yt-dlp --password planted',
  };

  it.each([
    ['truncate', 'drop', 'media.video.id', undefined],
    ['truncate', 'mask', 'media.video.id', MASK],
    ['truncate', 'keep', 'media.video.id', 'dQw4w9WgXcQ'],
    ['hash', 'drop', 'enduser.id', undefined],
    ['hash', 'mask', 'enduser.id', MASK],
    ['hash', 'keep', 'enduser.id', 'somebody'],
    ['secret', 'drop', 'process.command_line', undefined],
    ['secret', 'mask', 'process.command_line', MASK],
  ])('%s: %s', (name, treatment, key, expected) => {
    setRedaction({ classes: { [name]: treatment } });
    expect(redactAttributes(given)[key as keyof typeof given]).toBe(expected);
  });

  it('may be a hash', () => {
    setRedaction({ classes: { truncate: 'hash', secret: 'hash' } });
    expect(redactAttributes(given)).toMatchObject({
      'media.video.id': keyedHash('dQw4w9WgXcQ'),
      'process.command_line': keyedHash(given['process.command_line']),
    });
  });

  it('of what is kept still takes secrets out', () => {
    setRedaction({ classes: { hash: 'keep' }, content: 'keep' });
    expect(redactAttributes({ 'enduser.id': 'SID=planted' })).toEqual({ 'enduser.id': `SID=${MASK}` });
  });
});
