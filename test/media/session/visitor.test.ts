import { Reader } from 'mmdb-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { session } from '../../../src/media/session/session.ts';
import { countryFrom } from '../../../src/media/session/visitor.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { everything } from '../signals.ts';
import { countryDatabase } from './country_database.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

describe('visitors', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

  it('are told apart, and not told', async () => {
    const asked = [
      { clientAddress: '203.0.113.77', userAgent: FIREFOX },
      { clientAddress: '203.0.113.77', userAgent: FIREFOX },
      { clientAddress: '203.0.113.78', userAgent: FIREFOX },
      {},
    ];
    for (const visitor of asked) await session(visitor, () => {});
    const hashes = (await sink.spans()).map(({ attributes }) => attributes['media.visitor.hash']);
    expect(hashes[0]).toMatch(/^hmac:/);
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
    expect(hashes[3]).toBeUndefined();
    expect((await sink.spans())[0]?.attributes).toMatchObject({
      'client.address': '203.0.113.0',
      'user_agent.name': 'Firefox',
      'user_agent.version': '140',
    });
    const found = await everything(sink);
    for (const raw of ['203.0.113.7', 'Gecko']) expect(found).not.toContain(raw);
  });

  it.each<[string, (address: string) => string | undefined, string | undefined]>([
    ['found', () => 'DE', 'DE'],
    ['not found', () => undefined, undefined],
    ['nonsense', () => 'a name of a country', undefined],
    [
      'a failure',
      () => {
        throw new Error('no');
      },
      undefined,
    ],
  ])('country %s', async (_name, country, expected) => {
    await sink.shutdown();
    sink = startTestSink({ country });
    await session({ clientAddress: '::ffff:203.0.113.77' }, () => {});
    await session({ clientAddress: 'not an address' }, () => {});
    const [first, second] = await sink.spans();
    expect(first?.attributes['geo.country.iso_code']).toBe(expected);
    expect(second?.attributes['geo.country.iso_code']).toBeUndefined();
  });

  it('have the country that an MMDB database says', async () => {
    const database = countryDatabase([203, 0, 113], { country: { iso_code: 'NZ' } });
    await sink.shutdown();
    sink = startTestSink({ country: countryFrom(new Reader(database)) });
    await session({ clientAddress: '203.0.113.77' }, () => {});
    await session({ clientAddress: '198.51.100.9' }, () => {});
    const countries = (await sink.spans()).map(({ attributes }) => attributes['geo.country.iso_code']);
    expect(countries).toEqual(['NZ', undefined]);
  });

  it('have the country that a network is registered in, where it is in none', () => {
    const lookUp = countryFrom({ get: () => ({ registered_country: { iso_code: 'FR' } }) });
    expect(lookUp('203.0.113.77')).toBe('FR');
    expect(countryFrom({ get: () => null })('203.0.113.77')).toBeUndefined();
  });
});
