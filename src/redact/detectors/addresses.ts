import { isIPv4 } from 'node:net';
import { truncateIpAddress } from '../truncate.ts';
import type { Detector } from './detector.ts';

// Of the machine, of a house, and of groups of receivers.
const LOCAL_IPV4 =
  /^(?:127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^(?:22[4-9]|23\d|24\d)\./;

// How an address begins that may be a person's: not one of those, and of no group.
const PUBLIC =
  '(?:[1-9]|1[1-9]|[2-9]\\d|1[013-5]\\d|12[0-689]|16[0-8]|17[0134-9]|18\\d|19[013-9]|2[01]\\d|22[0-3])';

/** What a version of four parts stands behind, as an expression; that of a program has a nought in the middle. */
export const BEFORE_VERSION =
  '\\b(?:version|ver|release|build|revision)["\']?[ :=]{1,3}v?|\\b(?:kernel|linux|driver|firmware|bios|v8)[ /=-]v?|\\.so\\.';
export const BEFORE_VERSION_OF_PROGRAM =
  '\\b(?:chrome|chromium|chromedriver|electron|edge?|opr|opera|firefox|safari|windows|obs|vlc|mpv|ffmpeg|ffprobe|lav[fc]|openssl|nvidia|cuda)[ /=-]v?';
const VERSION = new RegExp(`(?:${BEFORE_VERSION})$`, 'i');
const VERSION_OF_PROGRAM = new RegExp(`(?:${BEFORE_VERSION_OF_PROGRAM})$`, 'i');
const OF_PROGRAM = /^\d+\.(?:\d+\.)?0\./;

const isVersion = (_value: string, found: string, before: string): boolean =>
  VERSION.test(before) || (OF_PROGRAM.test(found) && VERSION_OF_PROGRAM.test(before));

// Of four numbers under ten, a section or a version is meant.
const SECTION = /^\d\.\d\.\d\.\d$/;

// The first two bytes of what is public: 2000::/3, and what names a network card.
const PUBLIC_IPV6 = '(?:[23][0-9a-f]{3}|fe80)';
const GROUP = '[0-9a-f]{1,4}';

/** Addresses of the network; those of the machine and of a house tell nothing about anybody. */
export const addressDetectors: readonly Detector[] = [
  {
    name: 'ipv4',
    family: 'address',
    only: 'process',
    source: '(\\bversion["\']?[ :=]{1,3}|\\bv|\\b|(_))((?:\\d{1,3}\\.){3}\\d{1,3})(-node\\b|\\b|_)',
    replacement: '',
    replace: (found, before = '', underscore = '', address = '', end = '') =>
      before !== underscore || end.length > 1 || isLocal(address) || SECTION.test(address)
        ? found
        : before + shortened(address) + end,
    unless: isVersion,
    needs: ['.'],
  },
  {
    // Public ones that do not end with .0, as shortened ones do.
    name: 'ipv4_public',
    family: 'address',
    only: 'collector',
    source: `((?:\\b|_)${PUBLIC}\\.\\d{1,3}\\.\\d{1,3})\\.[1-9]\\d{0,2}(\\b|_)`,
    replacement: '$1.0$2',
    needs: ['.'],
  },
  {
    // `ip-203-0-113-7.compute.internal`, `203-0-113-7.dsl.example`
    name: 'ipv4_in_host',
    family: 'address',
    only: 'process',
    source:
      '((?:\\b|_)(?:ip-|host-|dyn-|static-|ec2-)?\\d{1,3}-\\d{1,3}-\\d{1,3})-[1-9]\\d{0,2}(\\.[a-z][a-z0-9-]*\\.?)',
    replacement: '',
    replace: (found, before = '', after = '') =>
      isLocal(
        found
          .slice(0, found.length - after.length)
          .replace(/^_?(?:[a-z0-9]+-)?(?=\d+-\d+-\d+-\d+$)/i, '')
          .replaceAll('-', '.'),
      )
        ? found
        : `${before}-0${after}`,
    needs: ['-'],
  },
  {
    // `ip-203-0-113-7.compute.internal`, `203-0-113-7.dsl.example`
    name: 'ipv4_public_in_host',
    family: 'address',
    only: 'collector',
    source: `((?:\\b|_)(?:ip-|host-|dyn-|static-|ec2-)?${PUBLIC}-\\d{1,3}-\\d{1,3})-[1-9]\\d{0,2}(\\.[a-z][a-z0-9-]*\\.?)`,
    replacement: '$1-0$2',
    needs: ['-'],
  },
  {
    name: 'ipv6',
    family: 'address',
    // Not what is shortened already: three groups and two colons.
    source: `\\b(?:(${PUBLIC_IPV6}(?::${GROUP}){2})(?:(?::${GROUP}){5}|(?::${GROUP}){1,4}::(?:${GROUP}(?::${GROUP}){0,4})?)|(${PUBLIC_IPV6}(?::${GROUP}){0,2})::${GROUP}(?::${GROUP}){0,5})`,
    replacement: '$1$2::',
    replace: (found) => truncateIpAddress(found),
    needs: [':'],
  },
];

function isLocal(address: string): boolean {
  return LOCAL_IPV4.test(address);
}

// What has four numbers and is none is left as it is.
function shortened(address: string): string {
  return isIPv4(address) ? truncateIpAddress(address) : address;
}
