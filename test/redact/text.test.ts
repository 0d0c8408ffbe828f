import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK } from '../../src/redact/mask.ts';
import { MAX_SCANNED_LENGTH, redactText } from '../../src/redact/text.ts';
import { SECRETS, SURVIVORS } from './secrets.ts';

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

  it.each(SURVIVORS.map((text) => [text]))('leaves %s as it is', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it.each([
    ['the program', '/usr/local/bin/yt-dlp: not found', `${MASK}/yt-dlp: not found`],
    [
      'the package in a stack',
      'at f (/srv/app/node_modules/got/index.js:3:1)',
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
    expect(redactText('read /api/v1/users', { paths: false })).toBe('read /api/v1/users');
    expect(redactText('read /api/v1/users')).toBe(`read ${MASK}/users`);
    // What follows a method is a route, and read as one.
    expect(redactText('GET /api/v1/users/dQw4w9WgXcQ')).toBe('GET /api/v1/users/dQw4w9Wg...');
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
  it('stays as it is, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
        const once = redactText(text);
        expect(redactText(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('stays as it is, whatever it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pieces, separators), { maxLength: 6 }), (parts) => {
        const once = redactText(parts.flat().join(''));
        expect(redactText(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
