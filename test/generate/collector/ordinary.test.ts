import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ORDINARY,
  ORDINARY_NAME,
  ORDINARY_ROUTE,
  ORDINARY_SCOPE,
  PUBLIC_ADDRESS,
} from '../../../src/generate/collector/ordinary.ts';
import { unitsOf } from '../../../src/generate/collector/units.ts';
import { collectorDetectors } from '../../../src/redact/detectors/all.ts';
import { SECRET_KINDS } from '../../redact/secret_kinds.ts';
import { SEED } from '../../seeds.ts';

const inJavaScript = (source: string) => new RegExp(source.replaceAll('\\z', '$'));
const ordinary = ORDINARY.map(inJavaScript);
const compiled = collectorDetectors.map(({ name, source, caseMatters }) => ({
  name,
  expression: new RegExp(source, caseMatters ? '' : 'i'),
}));
const route = inJavaScript(ORDINARY_ROUTE);
const inRoutes = unitsOf(true)
  .flatMap(({ detectors }) => detectors)
  .map(({ detector: { name, source, caseMatters } }) => ({
    name,
    expression: new RegExp(source, caseMatters ? '' : 'i'),
  }));
const finders = (text: string) =>
  compiled.filter(({ expression }) => expression.test(text)).map(({ name }) => name);

describe('what is ordinary to the Collector', () => {
  it.each([...ORDINARY, ORDINARY_NAME, ORDINARY_SCOPE])(
    'has nothing in it that a detector finds: %s',
    (source) => {
      fc.assert(
        fc.property(fc.stringMatching(inJavaScript(source)), (text) => {
          expect(finders(text)).toEqual([]);
        }),
        { seed: SEED, numRuns: 2000 },
      );
    },
  );

  // Every word that stands in an expression as a part of a path, with what may come behind it.
  const parts = new Set(
    collectorDetectors
      .flatMap(({ source, needs }) => [...(source.match(/[A-Za-z_-]{2,}/g) ?? []), ...needs])
      .map((word) => word.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '')),
  );
  const behind = ['', '/', '/abc', '/1234', '/abcdefghij', '/abc/abcdefghij/1234', '/:id', '/*'];

  it('has no part of a URL that tells of a secret', () => {
    for (const part of parts) {
      for (const rest of behind) {
        const urls = [`https://host.example/${part}${rest}`, `https://${part}.example/api/${part}${rest}`];
        for (const url of urls) {
          if (ordinary.some((one) => one.test(url))) expect(finders(url), url).toEqual([]);
        }
      }
    }
    expect(ordinary.some((one) => one.test('http://host.example:8080/api/v1/items/12'))).toBe(true);
  });

  it('shortens by itself the addresses that the detector finds, and no others', () => {
    const address = inJavaScript(PUBLIC_ADDRESS);
    for (let first = 0; first < 300; first += 1) {
      for (const rest of ['.0.113.7', '.0.113.0', '.168.0.12', '.1.1.255', '.16.0.1']) {
        const one = `${first}${rest}`;
        expect(address.test(one), one).toBe(finders(one).includes('ipv4_public'));
        const shortened = one.replace(address, '$1.0');
        if (shortened !== one)
          expect(
            ordinary.some((each) => each.test(shortened)),
            one,
          ).toBe(true);
      }
    }
  });

  it('has no route that tells of a secret, or is a folder', () => {
    const folders = [...parts, 'data', 'alice', 'music'];
    for (const part of folders) {
      for (const rest of behind) {
        for (const one of [`/${part}${rest}`, `GET /${part}${rest}`, `/api/${part}${rest}`]) {
          if (!route.test(one)) continue;
          const found = inRoutes.filter(({ expression }) => expression.test(one));
          expect(
            found.map(({ name }) => name),
            one,
          ).toEqual([]);
        }
      }
    }
    for (const one of ['/api/items/:id', 'GET /api/items/{id}', '/v2/*'])
      expect(route.test(one), one).toBe(true);
    for (const one of ['/home/alice', '/srv/music', '/usr/share/alice'])
      expect(route.test(one), one).toBe(false);
  }, 60_000);

  it.each(SECRET_KINDS)('is no secret of the kind $name', ({ planted }) => {
    fc.assert(
      fc.property(planted, ({ text }) => {
        // Those that no detector finds are none of the Collector's.
        if (finders(text).length > 0)
          expect([...ordinary, route].filter((one) => one.test(text))).toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  // A list or map that cannot be made a text is an empty one to the Collector.
  it('is not an empty text', () => {
    expect(ordinary.some((one) => one.test(''))).toBe(false);
  });

  it.each([
    [
      'ok',
      'GET',
      'lets-go',
      'okey-dokey-0',
      'www.youtube.com',
      'http.server',
      'a sentence, of (some) words.',
    ],
    ['0', '-5', '200', '1.5', '24.21.0', 'v1', 'true', '****'],
    ['4bf92f3577b34da6a3ce929d0e0e4736', '0199c8f2-6f0e-7b1c-8b0a-3d2f5f0c9a11'],
    ['127.0.0.1', '10.0.0.7', '192.168.1.20:8080'],
    ['http://127.0.0.1:8080/api/items', 'https://api.example.com/', 'audio/mpeg', 'node-fetch', 'curl/8.5.0'],
  ])('is most of what there is: %s, …', (...texts) => {
    for (const text of texts)
      expect(
        ordinary.some((one) => one.test(text)),
        text,
      ).toBe(true);
  });
});
