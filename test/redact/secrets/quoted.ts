import { PLACES, QUOTINGS, type QuotingName, writtenIn } from '../quoting.ts';
import { hide, kind, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'quoted';

const SIGNS = [
  '"',
  "'",
  '`',
  '\\',
  ',',
  ';',
  '&',
  '=',
  ':',
  '/',
  '$',
  '#',
  '!',
  '?',
  '@',
  '%',
  '{',
  '}',
  '|',
  '(',
  ' ',
] as const;
// Without quotes a space ends it, and so may what parts fields.
const BARE_SIGNS = ['"', "'", ',', ';', '&', '$', '#', '!', '@', '|', '('] as const;
const SIGNS_OF: Partial<Record<QuotingName, readonly string[]>> = {
  none: BARE_SIGNS,
  // There a backslash before a quote is a letter, which others take for what escapes it.
  'a shell': SIGNS.filter((sign) => sign !== '\\'),
  shlex: SIGNS.filter((sign) => sign !== '\\'),
};

/** Secrets with a sign in them that may end a value too soon, written as languages and shells do. */
export const QUOTED: readonly SecretKind[] = (Object.keys(QUOTINGS) as QuotingName[]).map((quoting) =>
  kind(
    FAMILY,
    `secret as written for ${quoting === 'none' ? 'no quotes' : quoting}`,
    {
      place: spelled(...PLACES.filter(({ quotings }) => quotings.includes(quoting)).map(({ name }) => name)),
      a: random('alnum', 9, 12),
      b: random('alnum', 9, 12),
      sign: spelled(...(SIGNS_OF[quoting] ?? SIGNS)),
    },
    ({ place, a, b, sign }) => {
      const [found] = PLACES.filter(({ name }) => name === place);
      const written = found ? writtenIn(found, quoting, a + sign + b) : '';
      return written.replace(a, hide(a)).replace(b, hide(b));
    },
  ),
);
