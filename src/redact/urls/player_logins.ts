import { MASK } from '../mask.ts';

/** Where a player of television over the internet (Xtream Codes) finds what: user and password are the next two parts. */
export const PLAYER_ROUTES: readonly string[] = ['live', 'movie', 'series', 'timeshift'];

// What a stream is played in, as the second part behind such a word: then the first is a channel, and no user.
const QUALITIES: readonly string[] = (
  'sd hd fhd uhd qhd 4k 8k 144p 240p 360p 480p 540p 576p 720p 900p 1080p 1080i 1440p 2160p low medium mid high source auto audio video ' +
  'main backup chunks segments segment index hls dash ts mpegts out'
).split(' ');

// What a service with films and series has below one of them: `/series/12/episodes/3`.
const BELOW: readonly string[] =
  'episode episodes season seasons chapter chapters credits reviews comments images tracks videos viewers page trailer'.split(
    ' ',
  );

const upTo = (last: number, name: (number: number) => string): string[] =>
  Array.from({ length: last + 1 }, (_, number) => name(number));

// Renditions and seasons: `v0`, `s01`, `s1`.
const NUMBERED: readonly string[] = [
  ...upTo(9, (number) => `v${number}`),
  ...upTo(29, (number) => `s${number}`),
  ...upTo(9, (number) => `s0${number}`),
];

/** What does not stand in the place of a password, as in `/live/news/720p/1.ts`. Small letters. */
export const NO_PLAYER_PASSWORDS: readonly string[] = [...QUALITIES, ...BELOW, ...NUMBERED];

/**
 * What a name begins with that is no password either, once a digit or a sign follows: parts of a stream and folders of
 * segments, as in `/live/news/chunklist_w123/1.ts`, `stream2`, `season-2`. Small letters.
 */
export const NO_PASSWORD_BEGINS_WITH: readonly string[] = (
  'chunklist chunk chunks segment segments seg stream track abr hls dash aac audio video season episode rendition variant ' +
  'level playlist page part trailer prefix asset quality'
).split(' ');

// First parts of paths of three parts and a number that are those of a service, and no user's name.
const ROUTE_WORDS: readonly string[] = (
  'api app apps live hls dash vod video videos movie movies series timeshift media stream streams radio audio music static ' +
  'public assets content files file download downloads upload uploads archive recordings segments chunks cache storage ' +
  'v1 v2 v3 v4 rest graphql admin users user jobs job items item tracks track albums album artists artist playlists ' +
  'playlist channels channel stations station shows show episodes episode podcasts podcast sessions session events ' +
  'tasks task queue queues workers worker status health metrics internal events posts comments images thumbs proxy tv iptv ' +
  'bucket buckets out output rooms room projects project cams cameras'
).split(' ');

/** What a player is given. Parts of a stream that only a player in a browser loads have other endings. */
export const PLAYED_ENDINGS = 'ts|m3u8|mkv|mp4|avi|flv|mov|wmv|mpe?g|webm';

const routes = new Set(PLAYER_ROUTES);
const noPasswords = new Set(NO_PLAYER_PASSWORDS);
const words = new Set([...ROUTE_WORDS, ...NO_PLAYER_PASSWORDS]);

// A channel's number. Those of segments are filled up with noughts.
const NUMBER = new RegExp(`^[1-9]\\d{0,9}(?:\\.(?:${PLAYED_ENDINGS}))?$`, 'i');
const PLAYED = /\.(?:ts|m3u8|mkv|mp4|avi|flv)$/i;
const MADE_UP = /^(?=.*\d)(?=.*[a-z])[\w.~!$@-]{5,}$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const SIZE = /^\d{3,4}[pi]\d{0,2}$/i;
const BEGINNING = new RegExp(`^(?:${NO_PASSWORD_BEGINS_WITH.join('|')})(?:[\\d_.~-]|$)`, 'i');

/**
 * The parts of a path without user and password where a player of Xtream Codes has them: `/live/USER/PASSWORD/1.ts`, and
 * `/USER/PASSWORD/1` of a host with a port. Gives back the same list if there are none.
 *
 * @param segments the path at its slashes
 * @param hasPort whether the URL names a port, as those do
 */
export function withoutPlayerLogin(segments: readonly string[], hasPort: boolean): readonly string[] {
  const route = segments.findIndex((segment) => routes.has(segment.toLowerCase()));
  if (route >= 0 && isLogin(segments, route)) return maskedAfter(segments, route);
  // What begins with a slash begins with an empty part.
  return segments.length === 4 && segments[0] === '' && isBareLogin(segments, hasPort)
    ? maskedAfter(segments, 0)
    : segments;
}

function isLogin(segments: readonly string[], route: number): boolean {
  const [user = '', password = '', ...rest] = segments.slice(route + 1);
  const last = rest.at(-1) ?? '';
  if (user === '' || !NUMBER.test(last)) return false;
  // Of a recording the time of its begin stands between them.
  return segments[route]?.toLowerCase() === 'timeshift'
    ? rest.length === 3
    : rest.length === 1 && !isPartOfStream(password);
}

function isBareLogin([, user = '', password = '', last = '']: readonly string[], hasPort: boolean): boolean {
  if (!NUMBER.test(last) || user === '' || words.has(user.toLowerCase())) return false;
  const isWord = words.has(password.toLowerCase()) || isPartOfStream(password);
  if (last.includes('.')) return PLAYED.test(last) && !isWord && (hasPort || isMadeUp(password));
  if (!hasPort) return false;
  // An id of something and a number of one of its parts are called so by every service.
  return !isWord && (isMadeUp(password) || isMadeUp(user));
}

/** Whether what stands in the place of a password is what a service calls a part of a stream. */
function isPartOfStream(part: string): boolean {
  return noPasswords.has(part.toLowerCase()) || BEGINNING.test(part);
}

function isMadeUp(part: string): boolean {
  return MADE_UP.test(part) && !UUID.test(part) && !SIZE.test(part);
}

function maskedAfter(segments: readonly string[], at: number): readonly string[] {
  return segments.map((segment, index) => (index === at + 1 || index === at + 2 ? MASK : segment));
}
