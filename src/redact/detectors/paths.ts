import { MASK } from '../mask.ts';
import { nameOtherThan } from '../names/alternatives.ts';
import {
  COMMON_PACKAGES,
  COMMON_ROOTS,
  PERSONAL_FOLDERS,
  SYSTEM_FOLDERS,
  VARIABLE_FOLDERS,
} from '../urls/system_folders.ts';
import type { Detector } from './detector.ts';

// What the name of a folder is not made of.
const NOT = '\\s/"\'<>|:,;()`\\]*';
/** One; a mask is none. */
export const FOLDER = `/[^${NOT}]+`;
/** One that is no plain word, or somebody's. */
export const ODD = `(?:${PERSONAL_FOLDERS.join('|')}|[\\w.+-]*[^${NOT}\\w.+-][^${NOT}]*)`;

/** Where a path may begin, in a text. */
export const BEGIN = '^|[\\s"\'=(\\[,:`]';
const COMMON_PACKAGE = `var/(?:${VARIABLE_FOLDERS.join('|')})/(?:${COMMON_PACKAGES.join('|')})`;
/** Below these only what is odd is masked. */
export const SYSTEM_ROOTS = [...SYSTEM_FOLDERS, COMMON_PACKAGE].join('|');

/**
 * The folders of a path and its last part, as the Collector sees them: below what roots they are masked, and below the
 * system's only where one of them is not a plain word or is somebody's.
 */
export function pathBelow(roots: string): string {
  const below = `/(?:${SYSTEM_ROOTS})(?:${FOLDER})*/${ODD}`;
  return `(${BEGIN})~?(?:/${roots}|${below})(?:${FOLDER})*(${FOLDER})`;
}

// Any root but a system's; of one that anybody may have there is a folder below it, of `/var/lib` one of no common package.
function anybodysRoots(): string {
  const variable = VARIABLE_FOLDERS.join('|');
  const other = nameOtherThan([...SYSTEM_FOLDERS, ...COMMON_ROOTS, 'var'], NOT);
  const inVar = `${nameOtherThan(VARIABLE_FOLDERS, NOT)}|(?:${variable})/(?:${nameOtherThan(COMMON_PACKAGES, NOT)})`;
  return `(?:${other}|(?:${COMMON_ROOTS.join('|')})${FOLDER}|var/(?:${inVar}))`;
}

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
    source: '(^|[\\s"\'`=(:,<])~[a-z_][a-z0-9_.-]{0,40}/',
    replacement: `$1~${MASK}/`,
    needs: ['~'],
  },
  {
    name: 'unix_path',
    family: 'path',
    only: 'collector',
    // Made when it is asked for: no process needs it.
    get source() {
      return pathBelow(anybodysRoots());
    },
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
