import { isIP } from 'node:net';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { dailyKeyedHash } from '../../redact/policy/hash.ts';

/** Tells the country of an address, as its ISO 3166-1 code of two letters. */
export type CountryLookup = (address: string) => string | undefined;

/** What an MMDB database is read with: a `Reader` of `mmdb-lib` or of `maxmind`. */
export interface CountryDatabase {
  get(address: string): unknown;
}

let lookUp: CountryLookup | undefined;

/** Sets how countries are found, or that they are not. For `init()`. */
export function setCountryLookup(lookup: CountryLookup | undefined): void {
  lookUp = lookup;
}

/**
 * Finds countries in an offline database in MMDB format that has them (GeoLite2 Country or City, DB-IP Lite, …).
 *
 * ```ts
 * init({ country: countryFrom(new Reader(readFileSync('dbip-country-lite.mmdb'))) }); // Reader of mmdb-lib
 * ```
 *
 * @param database a reader of such a file
 * @returns what `init({ country })` takes
 */
export function countryFrom(database: CountryDatabase): CountryLookup {
  return (address) => {
    const found = database.get(address) as Found;
    return found?.country?.iso_code ?? found?.registered_country?.iso_code;
  };
}

type Found =
  | { country?: { iso_code?: string }; registered_country?: { iso_code?: string } }
  | null
  | undefined;

/** What is told of whoever asked, instead of who it is. Never throws. */
export function visitorAttributes(address: string | undefined, userAgent: string | undefined) {
  if (address === undefined) return undefined;
  try {
    return {
      'media.visitor.hash': dailyKeyedHash(`${address}\0${userAgent ?? ''}`),
      'geo.country.iso_code': countryOf(address),
    };
  } catch (error) {
    reportTelemetryFailure('hashing a visitor', error);
    return undefined;
  }
}

function countryOf(address: string): string | undefined {
  if (lookUp === undefined) return undefined;
  const bare = address.startsWith('::ffff:') ? address.slice(7) : address;
  if (isIP(bare) === 0) return undefined;
  try {
    const code = lookUp(bare);
    return typeof code === 'string' && /^[A-Z]{2}$/.test(code) ? code : undefined;
  } catch (error) {
    reportTelemetryFailure('looking up a country', error);
    return undefined;
  }
}
