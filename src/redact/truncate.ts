import { isIP } from 'node:net';
import { posix, win32 } from 'node:path';
import { MAX_TEXT_LENGTH, type Truncation } from '../registry/define.ts';
import { MASK } from './mask.ts';

const ELLIPSIS = '...';

/**
 * A video id as it may leave: its first 8 characters, or the first half of an id of 8 or fewer, and `...`
 * (requirement C7). One that was shortened already stays as it is.
 */
export function truncateVideoId(id: string): string {
  if (id.endsWith(ELLIPSIS)) return id;
  return id.slice(0, id.length > 8 ? 8 : Math.floor(id.length / 2)) + ELLIPSIS;
}

/** An address as it may leave: IPv4 by its /24, IPv6 by its /48; loopback as it is. What is no address is masked. */
export function truncateIpAddress(address: string): string {
  const bare = address.startsWith('::ffff:') ? address.slice(7) : (address.split('%')[0] ?? '');
  // The machine itself tells nothing about anybody.
  if (bare === '127.0.0.1' || bare === '::1') return address.includes('%') ? bare : address;
  if (isIP(bare) === 4) return `${bare.split('.').slice(0, 3).join('.')}.0`;
  if (isIP(bare) === 6) {
    const [head = ''] = bare.split('::');
    const groups = head === '' ? [] : head.split(':');
    return `${[0, 1, 2].map((at) => groups[at] ?? '0').join(':')}::`;
  }
  return MASK;
}

/** The last part of a path of either kind of system. */
export function baseName(path: string): string {
  return path.includes('/') || path.includes('\\') ? win32.basename(posix.basename(path)) : path;
}

/** Shortens a value in the way its attribute asks for. */
export function truncate(value: string, how: Truncation): string {
  switch (how) {
    case 'video_id':
      return truncateVideoId(value);
    case 'ip_address':
      return truncateIpAddress(value);
    case 'base_name':
      return baseName(value);
    case 'length':
      return value.length > MAX_TEXT_LENGTH ? `${value.slice(0, MAX_TEXT_LENGTH)}${ELLIPSIS}` : value;
  }
}
