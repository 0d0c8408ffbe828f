/**
 * Now-playing data in the shape that AzuraCast's "Generic Web Hook" posts: fields and types as in its API
 * (Api_NowPlaying), names and ids made up.
 */
export function nowPlaying(
  entry: { id: number; title: string; duration?: number; elapsed?: number; playedAt?: number },
  more: object = {},
): object {
  const { id, title, duration = 180, elapsed = 2, playedAt = 1_763_700_000 + id * 180 } = entry;
  const song = {
    id: `9f33bbc912c19603e51be8e0987d${String(id).padStart(4, '0')}`,
    art: 'https://radio.example/api/station/main/art/abc-1.jpg',
    custom_fields: {},
    text: `Planted Artist - ${title}`,
    artist: 'Planted Artist',
    title,
    album: 'Planted Album',
    genre: '',
    isrc: '',
    lyrics: '',
  };
  const listeners = { total: 20, unique: 15, current: 20 };
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
    listeners,
    live: { is_live: false, streamer_name: '', broadcast_start: null, art: null },
    now_playing: {
      sh_id: id,
      played_at: playedAt,
      duration,
      playlist: 'default',
      streamer: '',
      is_request: false,
      song,
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
