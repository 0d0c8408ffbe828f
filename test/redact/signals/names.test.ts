import { afterEach, describe, expect, it } from 'vitest';
import { setRedaction } from '../../../src/redact/policy/settings.ts';
import { redactName } from '../../../src/redact/signals/names.ts';

afterEach(() => setRedaction({ secretPatterns: [] }));

describe('the name of a span', () => {
  it.each([
    ['GET /albums/:id', 'GET /albums/:id'],
    ['middleware - /albums/new', 'middleware - /albums/new'],
    ['media.download.attempt', 'media.download.attempt'],
    ['read /home/planted/x.mp3', 'read ****/x.mp3'],
    ['GET /x?sig=planted', 'GET /x?sig=****'],
  ])('%s leaves as %s, each time', (name, expected) => {
    expect(redactName(name)).toBe(expected);
    expect(redactName(name)).toBe(expected);
  });

  it('is looked at anew once the settings are others', () => {
    expect(redactName('acme-planted')).toBe('acme-planted');
    setRedaction({ secretPatterns: ['acme-[a-z]{3,10}'] });
    expect(redactName('acme-planted')).toBe('****');
    setRedaction({ secretPatterns: [] });
    expect(redactName('acme-planted')).toBe('acme-planted');
  });

  it('is remembered of some only, however many there are', () => {
    for (let at = 0; at < 2000; at += 1)
      expect(redactName(`step ${at} SID=planted`)).toBe(`step ${at} SID=****`);
  });
});
