import type { AttributeDefinition } from '../../../registry/define.ts';
import { BAD, GOOD, NEUTRAL, WARN } from './colours.ts';

// The same colour for the same word everywhere: what went well is never red, and what failed never green. Words that stand
// beside each other in a graph have shades.
const COLOURS: Readonly<Record<string, readonly string[]>> = {
  [GOOD]: ['success', 'completed', 'accepted', 'fresh', 'delivered', 'closed', 'allowed', 'hit', 'ok'],
  [BAD]: ['failure', 'failed', 'rejected', 'open', 'critical'],
  'dark-red': ['start_failure', 'dropped', 'expired'],
  'semi-dark-red': ['no_auth', 'unreadable'],
  'light-red': ['missing', 'invalid'],
  'super-light-red': ['empty'],
  [WARN]: ['partial', 'interrupted', 'stale', 'half_open', 'degraded', 'error', 'miss'],
  'light-orange': ['retrying'],
  yellow: ['warning', 'exit_before_start'],
  [NEUTRAL]: ['running', 'info'],
  purple: ['cancelled'],
  'light-blue': ['queued'],
  'super-light-blue': ['pending'],
};

const BY_WORD = new Map(
  Object.entries(COLOURS).flatMap(([colour, words]) => words.map((word) => [word, colour] as const)),
);

/** The colour of an outcome, a state or a severity. Throws on one that has none. */
export function colourOf(word: string): string {
  const colour = BY_WORD.get(word);
  if (colour === undefined) throw new Error(`nobody has said which colour ${word} has`);
  return colour;
}

/** For each value of an attribute a pattern for the names of series that end with it, and their colour. */
export function coloursOfSeries(
  attribute: AttributeDefinition,
): readonly { readonly pattern: string; readonly color: string }[] {
  return (attribute.members ?? []).map((member) => ({
    pattern: `(.*[ :])?${member}`,
    color: colourOf(member),
  }));
}
