import type { Plant } from './plant.ts';

/** What is let through on purpose, and why; docs/privacy.md tells users of each. */
export interface Exception {
  readonly what: string;
  readonly why: string;
  holds(plant: Plant): boolean;
}

const isName = ({ field }: Plant) => /: name\b|key (?:of|in)\b/.test(field);

/** Nothing else may be found in what leaves. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    what: 'folders other than those of a home, in names: of spans, events, keys',
    why: 'a name is a route more often than a path',
    holds: (plant) => plant.kind === 'folder of somebody' && isName(plant),
  },
];
