import { MASK } from '../mask.ts';
import type { Detector } from './detector.ts';

/** Folders, which name people, tenants and projects. */
export const pathDetectors: readonly Detector[] = [
  {
    name: 'home_folder',
    family: 'path',
    source: '(/home/|/Users/|/var/home/|\\b[a-z]:[\\\\/]+Users[\\\\/]+|\\\\Users\\\\+)[^/\\\\\\s"\'*:]+',
    replacement: `$1${MASK}`,
    needs: ['/home/', '/users/', 'users\\', 'users/'],
  },
  {
    name: 'unix_path',
    family: 'path',
    only: 'collector',
    source: '(^|[\\s"\'=(\\[,:`])~?(?:/[^\\s/"\'<>|:,;()`\\]*]+)+(/[^\\s/"\'<>|:,;()`\\]*]+)',
    replacement: `$1${MASK}$2`,
    needs: ['/'],
  },
  {
    name: 'windows_path',
    family: 'path',
    only: 'collector',
    source: '\\b[a-z]:\\\\+(?:[^\\s\\\\"\'<>|:*]+\\\\+)+',
    replacement: `${MASK}/`,
    needs: [':\\'],
  },
];
