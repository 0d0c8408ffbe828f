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
];
