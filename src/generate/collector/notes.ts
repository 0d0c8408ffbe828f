import type { Unit } from './units.ts';

// What is noted with the attributes of a record from one group of statements to the next, and gone at the end.

/** A map of what was found, by family and unit. */
export const FOUND = 'redaction.late';

/** The text that it was found in. */
export const SEEN = 'redaction.seen';

/** What the processor that masks by name alone leaves. */
export const BY_NAME = 'redaction.masked.count';

/** Before the family of a unit that is rough. */
export const MAYBE = 'maybe ';

/** Under what name a unit's finds are noted. */
export const noted = ({ family, rough }: Unit): string => (rough ? `${MAYBE}${family}` : family);

/** What a place keeps while its statements run: so they are the same wherever it stands. */
export const kept = (context: string, name: string): string => `${context}.cache["${name}"]`;

/** What was found, in one group of statements. */
export const FINDS = 'found';

/** The attributes that are masked. */
export const MASKED = 'a';

/** On a resource that was looked into, with the first of its scopes. */
export const LOOKED = 'redaction.looked';
