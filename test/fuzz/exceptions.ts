import type { Plant } from './plant.ts';

/** What is let through on purpose, and why; docs/privacy.md tells users of each. */
export interface Exception {
  readonly what: string;
  readonly why: string;
  holds(plant: Plant): boolean;
}

const isName = ({ field }: Plant) => /: name\b|key (?:of|in)\b/.test(field);
const isUrl = ({ field }: Plant) => /attribute (?:url\.|http\.(?:url|target|route)$)/.test(field);
const FOLDERS = ['folder of somebody', 'home folder', 'yt-dlp --cookies'];

// The name of an error stands before its message, a method before a route.
const BEHIND_A_WORD = /exception|name of a route/;
const IN_A_LINE = ['in a sentence', 'behind 3,000 characters', 'percent-encoded as a form'];

/** Nothing else may be found in what leaves. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    what: 'folders other than those of a home, in names: of spans, events, keys',
    why: 'a name is a route more often than a path',
    holds: (plant) => plant.kind === 'folder of somebody' && isName(plant),
  },
  {
    what: 'folders, in attributes that are URLs, or parts of one, by nature',
    why: 'the path of a URL is no path of a file, and tells which request it was',
    holds: (plant) => FOLDERS.includes(plant.kind) && isUrl(plant),
  },
  {
    what: 'the line of a key, with a sentence around it',
    why: 'alone on a line it is nothing else; among words it is an id or a digest more often than a key',
    holds: (plant) =>
      plant.kind === 'line of a PEM block' &&
      (IN_A_LINE.includes(plant.way) || BEHIND_A_WORD.test(plant.field)),
  },
];
