/** An entry of a station's song history. */
export interface Entry {
  readonly id: number;
  readonly artist: string;
  readonly title: string;
  readonly album?: string;
  /** In seconds, as the next ones. */
  readonly duration?: number;
  readonly elapsed?: number;
  readonly playedAt?: number;
}

/**
 * Now-playing data in the shape that AzuraCast's "Generic Web Hook" posts: fields and types as its API has them
 * (Api_NowPlaying), names and ids made up.
 *
 * @param more what is different
 */
export function nowPlaying(entry: Entry, more: object = {}): object {
  const {
    id,
    artist,
    title,
    album = '',
    duration = 180,
    elapsed = 2,
    playedAt = 1_763_700_000 + id * 180,
  } = entry;
  return {
    station: {
      id: 1,
      name: 'Main Radio',
      shortcode: 'main',
      description: '',
      frontend: 'icecast',
      backend: 'liquidsoap',
      timezone: 'UTC',
      listen_url: 'https://radio.example/listen/main/radio.mp3',
      url: null,
      is_public: true,
      mounts: [],
      remotes: [],
      hls_enabled: false,
    },
    listeners: { total: 20, unique: 15, current: 20 },
    live: { is_live: false, streamer_name: '', broadcast_start: null, art: null },
    now_playing: {
      sh_id: id,
      played_at: playedAt,
      duration,
      playlist: 'default',
      streamer: '',
      is_request: false,
      song: {
        id: Buffer.from(`${artist} ${title}`).toString('hex').padEnd(32, '0').slice(0, 32),
        art: 'https://radio.example/api/station/main/art/abc-1.jpg',
        custom_fields: {},
        text: `${artist} - ${title}`,
        artist,
        title,
        album,
        genre: '',
        isrc: '',
        lyrics: '',
      },
      elapsed,
      remaining: duration - elapsed,
    },
    playing_next: null,
    song_history: [],
    is_online: true,
    cache: 'event',
    ...more,
  };
}
