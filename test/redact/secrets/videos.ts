import fc from 'fast-check';
import { hide, kind, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'video id';

// With a letter and a digit in it, as nearly every one has: those few that read as a word cannot be told from one.
const youtube = random('base64url', 11).filter(
  (id) =>
    /\d/.test(id.slice(1)) &&
    /[A-Z]/.test(id) &&
    /[a-z]/.test(id) &&
    /^[a-zA-Z0-9]/.test(id) &&
    /[a-zA-Z0-9]$/.test(id),
);
const bv = random('alnum', 10).map((id) => `BV${id}`);
const digits = random('digits', 19);
const extension = spelled(
  '.mp4',
  '.webm',
  '.f137.mp4.part',
  '.info.json',
  '.en.vtt',
  '.mp3',
  '.f251.webm.ytdl',
);

/** Ids of videos, which leave shortened: in URLs, in names of files, in what programs say. */
export const VIDEOS: readonly SecretKind[] = [
  kind(
    FAMILY,
    'YouTube URL',
    {
      id: youtube,
      url: spelled(
        'https://www.youtube.com/watch?v=',
        'https://youtu.be/',
        'https://www.youtube.com/shorts/',
        'https://www.youtube.com/embed/',
        'https://m.youtube.com/watch?app=desktop&v=',
        'https://music.youtube.com/watch?v=',
        'https://www.youtube-nocookie.com/embed/',
        'https://www.youtube.com/live/',
        'https://i.ytimg.com/vi/',
        'https://www.youtube.com/v/',
      ),
      after: spelled('', '?t=10', '/'),
    },
    (p) => `${p.url}${hide(p.id)}${p.url.includes('v=') ? '' : p.after}`,
  ),
  kind(
    FAMILY,
    'YouTube URL without a scheme',
    { id: youtube, url: spelled('www.youtube.com/watch?v=', 'youtu.be/', 'youtube.com/shorts/') },
    (p) => `open ${p.url}${hide(p.id)}`,
  ),
  kind(FAMILY, 'YouTube path', { id: youtube }, (p) => `GET /watch?v=${hide(p.id)} 200`),
  kind(
    FAMILY,
    'URL of another site',
    {
      made: fc.oneof(
        bv.map((id) => ['https://www.bilibili.com/video/', id] as const),
        digits.map((id) => ['https://www.tiktok.com/@x/video/', id] as const),
        digits.map((id) => ['https://x.com/x/status/', id] as const),
        random('digits', 9).map((id) => ['https://vimeo.com/', id] as const),
        random('digits', 10).map((id) => ['https://www.twitch.tv/videos/', id] as const),
        youtube.map((id) => ['https://www.instagram.com/reel/', `C${id}`] as const),
        youtube.map((id) => ['https://www.instagram.com/p/', `D${id}`] as const),
        random('digits', 16).map((id) => ['https://www.facebook.com/watch/?v=', id] as const),
        random('lowerDigits', 6)
          .filter((id) => /\d/.test(id))
          .map((id) => ['https://www.dailymotion.com/video/x', id] as const),
        random('digits', 8).map((id) => ['https://www.nicovideo.jp/watch/sm', id] as const),
        random('alnum', 22).map((id) => ['https://open.spotify.com/track/', id] as const),
      ),
    },
    ({ made: [url, id] }) => `${url}${hide(id)}`,
  ),
  kind(
    FAMILY,
    'name of a file of yt-dlp',
    { id: youtube, extension },
    (p) => `Deleting original file Some Title [${hide(p.id)}]${p.extension}`,
  ),
  kind(
    FAMILY,
    'name of a file of youtube-dl',
    { id: youtube, extension },
    (p) => `[download] Destination: Some Title-${hide(p.id)}${p.extension}`,
  ),
  kind(
    FAMILY,
    'name of a file that is an id',
    { id: youtube, extension, folder: spelled('', '/srv/cache/', './', 'out/') },
    (p) => `wrote ${p.folder}${hide(p.id)}${p.extension}`,
  ),
  kind(
    FAMILY,
    'id that yt-dlp speaks of',
    {
      id: youtube,
      tag: spelled('[youtube] ', '[youtube:tab] ', '[debug] [youtube] ', 'ERROR: [youtube] ', '[info] '),
    },
    (p) => `${p.tag}${hide(p.id)}: Downloading webpage`,
  ),
  kind(
    FAMILY,
    'id that yt-dlp lists something for',
    { id: youtube, what: spelled('formats', 'subtitles', 'thumbnails', 'automatic captions') },
    (p) => `[info] Available ${p.what} for ${hide(p.id)}:`,
  ),
  kind(
    FAMILY,
    'number that yt-dlp speaks of',
    { id: digits, tag: spelled('[TikTok] ', '[twitter] ', 'ERROR: [vimeo] ') },
    (p) => `${p.tag}${hide(p.id)}: Downloading webpage`,
  ),
  kind(
    FAMILY,
    'line of an archive',
    { id: youtube },
    (p) => `youtube ${hide(p.id)} has already been recorded in the archive`,
  ),
  kind(FAMILY, 'id in JSON', { id: youtube, name: spelled('videoId', 'video_id', 'display_id') }, (p) => ({
    text: `{"${p.name}":"${hide(p.id)}"}`,
    field: [p.name, p.id],
  })),
];
