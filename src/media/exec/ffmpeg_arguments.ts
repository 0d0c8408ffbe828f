const FFMPEG = /^ffmpeg(?:\.exe)?$/i;

// Protocols of live streams, as output or input of ffmpeg, also inside the tee muxer's `[f=flv]rtmp://…|…`.
const LIVE = /(?:^|[|\]])(?:rtmp\w{0,2}|rtsps?|srt|rist|icecast|rtp|udp|whip):\/\//i;

/**
 * Whether a program has to keep up with real time: ffmpeg that reads at the speed of playing (`-re`, `-readrate`), talks to
 * a live stream, or writes a live HLS playlist. Looks at its arguments and keeps none.
 *
 * @param name base name of the program
 */
export function isStreaming(name: string, args: readonly string[]): boolean {
  if (!FFMPEG.test(name)) return false;
  return (
    args.includes('-re') ||
    args.includes('-readrate') ||
    args.some((one) => LIVE.test(one)) ||
    isLiveHls(args)
  );
}

// A playlist of everything is a file that is being made, in whatever time it takes.
function isLiveHls(args: readonly string[]): boolean {
  const after = (option: string): string | undefined => args[args.lastIndexOf(option) + 1];
  if (!args.includes('-f') || after('-f') !== 'hls') return false;
  if (args.includes('-hls_playlist_type')) return after('-hls_playlist_type') === 'event';
  return !(args.includes('-hls_list_size') && after('-hls_list_size') === '0');
}

/**
 * Whether what a program writes to stdout is text for people or programs that tell of progress. Of ffmpeg it is media,
 * unless `-progress` goes there.
 *
 * @param name base name of the program
 */
export function tellsOnStdout(name: string, args: readonly string[]): boolean {
  if (!FFMPEG.test(name)) return true;
  const at = args.lastIndexOf('-progress');
  return at >= 0 && /^(?:-|pipe:1?)$/.test(args[at + 1] ?? '');
}
