import { MASK } from '../mask.ts';
import type { Detector } from './detector.ts';

const NAMES =
  '(?:password|passwd|passphrase|pwd|secrets?|token|credentials?|cookies?|authorization|pass|(?:api|access|secret|private|stream|auth|hash|encryption)[_-]?key)';

// As it is, or in JSON.
const BREAK = '(?:\\r?\\n|(?:\\\\{1,3}r)?\\\\{1,3}n)';
const LINE = '(?:[^\\r\\n\\\\]|\\\\+[^nr\\\\])*';

// The lines of a block begin with as many spaces as its first, or more. How many, an expression cannot remember: so each
// number is an alternative.
const BLOCK = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16]
  .map((spaces) => `[ ]{${spaces}}[^\\s*]${LINE}(?:(?:${BREAK})+[ ]{${spaces}}${LINE})*`)
  .join('|');

const LISTS =
  '(?:passwords|(?:api|access|auth|secret|private|stream)[ _-]?keys|(?:api|access|auth|refresh|bearer|session)[_-]?tokens)';
const ITEM = `[ \\t]{0,20}-[ ]{1,4}[^\\s*]${LINE}`;

/** Secrets of several lines, as YAML has them. */
export const blockDetectors: readonly Detector[] = [
  {
    // `password: |` and, in the next lines, further in, what it is.
    name: 'secret_block',
    family: 'credential',
    source: `(${NAMES}["']?[ ]?:[ ]{1,2})[|>][0-9+-]{0,2}[ \\t]{0,4}${BREAK}(?:${BLOCK})`,
    replacement: `$1${MASK}`,
    needs: [': |', ': >', ':  |', ':  >'],
  },
  {
    // `passwords:` and a list, one in each line or all in brackets.
    name: 'secret_list',
    family: 'credential',
    source: `(\\b${LISTS}[ ]?[:=])(?:([ ]?\\[)[^\\]\\s*][^\\]\\r\\n]*|(${BREAK}[ \\t]{0,20}-[ ]{1,4})[^\\s*]${LINE}(?:${BREAK}${ITEM})*)`,
    replacement: `$1$2$3${MASK}`,
    needs: ['passwords', 'keys', 'tokens'],
  },
];
