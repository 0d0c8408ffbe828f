import { type Entry, nowPlaying as inTheShapeOfAzuracast } from '../../examples/radio/now_playing.ts';

/** What AzuraCast posts, of an artist and album that must not leave. */
export function nowPlaying(entry: Omit<Entry, 'artist'>, more: object = {}): object {
  return inTheShapeOfAzuracast({ artist: 'Planted Artist', album: 'Planted Album', ...entry }, more);
}
