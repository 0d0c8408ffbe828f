import { MAX_TEXT_LENGTH } from '../../registry/define.ts';

/**
 * The key by which plays of one track are found: `artist - title` in one normal form, which is Unicode's NFKC, in lower
 * case, with every run of white space one space and none at the ends. Nothing else is changed: `feat.`, brackets and
 * remix names stay, since they tell tracks apart. Without an artist it is the title alone.
 *
 * @param artist cut after 1024 characters
 * @param title  cut after 1024 characters
 */
export function trackKey(artist: string | undefined, title: string): string {
  const normalTitle = normal(title);
  const normalArtist = artist === undefined ? '' : normal(artist);
  return normalArtist === '' ? normalTitle : `${normalArtist} - ${normalTitle}`;
}

function normal(text: string): string {
  return text.slice(0, MAX_TEXT_LENGTH).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
