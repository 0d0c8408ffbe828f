import { MASK } from '../mask.ts';
import type { Detector } from './detector.ts';

/** Folders, which name people, tenants and projects. */
export const pathDetectors: readonly Detector[] = [
  {
    // A name of two words is one only before another slash. `/users/` in small letters is a route.
    name: 'home_folder',
    family: 'path',
    caseMatters: true,
    source:
      '(/home/|/Users/|\\b[A-Za-z]:[\\\\/]+(?:[Uu]sers|USERS|Documents and Settings)[\\\\/]+|\\\\(?:[Uu]sers|Documents and Settings)\\\\+)(?:[^/\\\\\\s"\'*:]{1,60}[ ][^/\\\\\\s"\'*:]{1,60}([/\\\\])|[^/\\\\\\s"\'*:]+)',
    replacement: `$1${MASK}$2`,
    needs: ['/home/', '/users/', 'users\\', 'users/', 'settings'],
  },
  {
    name: 'home_of_user',
    family: 'path',
    source: '(^|[\\s"\'=(:,])~[a-z_][a-z0-9_.-]{0,40}/',
    replacement: `$1~${MASK}/`,
    needs: ['~'],
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
