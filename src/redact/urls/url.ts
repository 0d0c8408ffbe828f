import { MASK } from '../mask.ts';
import { looksLikeId, surelyId } from '../names/looks_like_id.ts';
import { truncateVideoId } from '../truncate.ts';
import { withoutPlayerLogin } from './player_logins.ts';
import { isPublicPath } from './public_paths.ts';

// Parameters whose values say how, not what or who. The values of all others are taken away: a signature may be
// called anything. Lower case.
const HARMLESS_PARAMETERS = new Set(
  'alt,audio,bitrate,c,client,codec,count,dur,end,fmt,format,hl,itag,lang,limit,mime,offset,order,page,quality,range,rate,res,size,sort,start,step,t,time,type,version'.split(
    ',',
  ),
);

// Those of which a number says how: of a port, a size, a time. And those of which a word does.
const NUMERIC_PARAMETERS = new Set(
  'buffer_size,channel,delay,fifo_size,fps,height,latency,listen_timeout,local_port,localport,localrtcpport,localrtpport,max_delay,pkt_size,port,reorder_queue_size,retries,rtcpport,rtpport,rw_timeout,samplerate,stimeout,timeout,ttl,width,_hls_msn,_hls_part,per_page,page_size,pr'.split(
    ',',
  ),
);
const WORD_PARAMETERS = new Set(
  'authsource,call,el,mode,platform,protocol,rtsp_transport,transport,transtype,sslmode,_hls_skip,operation'.split(
    ',',
  ),
);

// Which edition of an interface: a day.
const VERSION_PARAMETERS = new Set(['sv', 'api-version', 'api_version']);

// Switches, states and sizes, which no key and no name is; and what stands for a value in a route.
const HARMLESS_VALUE =
  /^(?:[\d_tf]|(?:127|10|192\.168)(?:\.\d{1,3}){2,3}|\{\w{1,40}\}?|true|false|yes|no|on|off|null|all|any|none|pending|queued|running|done|failed|low|high|auto|sd|hd)$/i;

// Segments after which a video id follows: /watch/ID, /shorts/ID, /embed/ID, /vi/ID, …
const BEFORE_ID = new Set([
  'watch',
  'shorts',
  'embed',
  'v',
  'vi',
  'vi_webp',
  'live',
  'video',
  'videos',
  'status',
  'reel',
  'p',
  'id',
]);

// Segments after which a secret follows, in URLs that carry their parameters as /name/value (googlevideo, HLS).
const BEFORE_SECRET = new Set([
  'signature',
  'sig',
  'lsig',
  'pot',
  'key',
  'token',
  'policy',
  'ip',
  'hdntl',
  'hdnts',
  'hdnea',
]);

const ID = /^[A-Za-z0-9_-]{11}$/;
const OPAQUE = /^[A-Za-z0-9_=~%,:+-]{20,}$/;
const NUMBER = /^\d{7,}$/;

// A signed name in three parts: not only the first of them tells of somebody.
const JWT = /^eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)*/;

// What is called by words with signs between them, and by what a stream is counted by: `MPEG-DASH_schema_files`,
// `chunklist_w1234567_b800000`. Longer numbers may be ids. There is one way to match.
const WORD = '(?:[A-Z]{2,5}|[A-Za-z][a-z]{0,20}(?:[A-Z][a-z]{1,20}){0,3})';
const PARTS = new RegExp(`^${WORD}(?:[-_.](?:${WORD}|[a-z]?\\d{1,7}))+$`);

// What a build made, called by its contents: `main-app-4f3e2d1c0b9a8877.js`.
const BUILT = /^[a-z]+(?:-[a-z]+)*[-.][0-9a-f]{8,20}$/;
const BUILT_ENDING = /^\.(?:m?js|css|map|woff2?)(?:\.map)?$/;

// Places that are called by a number: channels, cameras, stages.
const PLACE =
  /^(?:channel|chan|ch|cam|camera|stream|tv|radio|sport|news|event|stage|room|show|studio|feed|input|source|hls|audio|video|test)[-_]?[a-z]?\d{0,4}$/i;

const SIZE = /^\d{3,4}[pi]\d{0,2}$/i;

// Segments after which the number of a run follows, which is of no video.
const BEFORE_RUN = new Set([
  'run',
  'runs',
  'job',
  'jobs',
  'build',
  'builds',
  'issue',
  'issues',
  'pull',
  'pipeline',
  'pipelines',
]);

// Those after which the id of a trace does.
const TRACE_ID = /^[0-9a-f]{32}$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * A URL as it may leave: scheme, host, port and the shape of its path. User and password, the values of parameters
 * that are not known to be harmless, the fragment, opaque and signed parts of the path are masked, video ids shortened.
 * Takes any text that begins with `scheme://`, well-formed or not.
 */
export function redactUrl(url: string): string {
  const schemeEnd = url.indexOf('://') + 3;
  const scheme = url.slice(0, schemeEnd);
  const kind = scheme.toLowerCase();
  const rest = url.slice(schemeEnd);
  const authorityEnd = endOfAuthority(rest);
  const authority = rest.slice(0, authorityEnd);
  const at = authority.lastIndexOf('@');
  // Of a group of receivers nothing stands before it: `udp://@239.0.0.1:1234`.
  const host = at <= 0 ? authority : `${MASK}@${authority.slice(at + 1)}`;
  const tail = rest.slice(authorityEnd);
  if (kind === 'file://') {
    return isPublicPath(withoutPosition(tail))
      ? url
      : `${scheme}${MASK}/${tail.slice(tail.lastIndexOf('/') + 1)}`;
  }
  // What an RTMP URL ends with is the key to the stream.
  if (kind === 'rtmp://' || kind === 'rtmps://') return `${scheme}${host}${redactStreamKey(tail)}`;
  return `${scheme}${host}${redactPathAndQuery(tail, { hasPort: /:\d{1,5}$/.test(host) })}`;
}

// A password may have in it what ends an authority: what stands behind the colon is then no port, and an `@` follows.
function endOfAuthority(rest: string): number {
  const end = rest.search(/[/?#]|$/);
  const colon = rest.indexOf(':');
  if (
    colon < 0 ||
    colon > end ||
    /^:\d{1,5}$/.test(rest.slice(colon, end)) ||
    rest.slice(0, end).includes('@')
  )
    return end;
  const at = rest.lastIndexOf('@');
  if (at < end) return end;
  const after = rest.slice(at).search(/[/?#]|$/);
  return at + after;
}

/**
 * Path and query of a URL as they may leave; see {@link redactUrl}.
 *
 * @param of.hasPort whether the URL names a port
 */
export function redactPathAndQuery(text: string, { hasPort = false } = {}): string {
  const fragmentAt = text.indexOf('#');
  const bare = fragmentAt < 0 ? text : text.slice(0, fragmentAt);
  const queryAt = bare.indexOf('?');
  const path = queryAt < 0 ? bare : bare.slice(0, queryAt);
  const query = queryAt < 0 ? '' : `?${redactQuery(bare.slice(queryAt + 1))}`;
  return `${redactPath(path, hasPort)}${query}${fragmentAt < 0 ? '' : `#${redactFragment(text.slice(fragmentAt + 1))}`}`;
}

// An anchor of a page: words in small letters with dashes.
function redactFragment(fragment: string): string {
  return /^[a-z]{1,20}(?:-[a-z]{1,20}){2,}$/.test(fragment) ? fragment : MASK;
}

/** The query of a URL, without its question mark, as it may leave. */
export function redactQuery(query: string): string {
  return query
    .split('&')
    .map((parameter) => {
      const equals = parameter.indexOf('=');
      if (equals < 0) return OPAQUE.test(parameter) ? MASK : parameter;
      const name = parameter.slice(0, equals);
      const value = parameter.slice(equals + 1);
      // A token without a name, and the end of its base64.
      if (value === '' && OPAQUE.test(name) && surelyId(name)) return MASK;
      if (isHarmless(name.toLowerCase(), value)) return parameter;
      if (/^(?:v|vid|id|video_?id)$/i.test(name) && /^[\w-]{1,64}(?:\.\.\.)?$/.test(value)) {
        return `${name}=${truncateVideoId(value)}`;
      }
      return `${name}=${MASK}`;
    })
    .join('&');
}

function isHarmless(name: string, value: string): boolean {
  return (
    (HARMLESS_PARAMETERS.has(name) && !isDigest(value) && !value.includes('://')) ||
    value === '' ||
    HARMLESS_VALUE.test(value) ||
    (NUMERIC_PARAMETERS.has(name) && /^\d{1,10}$/.test(value)) ||
    (VERSION_PARAMETERS.has(name) && /^20\d\d-\d\d-\d\d(?:-preview)?$/.test(value)) ||
    (WORD_PARAMETERS.has(name) && /^[a-z]{1,12}$/i.test(value))
  );
}

// Of a service of music `t` is no time, but what a password and salt make.
function isDigest(value: string): boolean {
  return (
    (value.length >= 24 &&
      (/^[0-9a-f]+$/i.test(value) || (/^[\w-]+={0,2}$/.test(value) && surelyId(value)))) ||
    // A shorter one has letters of both sizes and digits, as no word of a client or a format has.
    (value.length >= 14 &&
      /^[\w-]+$/.test(value) &&
      /\d/.test(value) &&
      /[a-z]/.test(value) &&
      /[A-Z]/.test(value))
  );
}

function redactPath(path: string, hasPort: boolean): string {
  const segments = withoutPlayerLogin(path.split('/'), hasPort);
  const webhook = segments.findIndex((segment) => /^webhooks?$/i.test(segment));
  return segments
    .map((segment, at) => {
      const before = segments[at - 1]?.toLowerCase() ?? '';
      if (segment === '' || segment === MASK) return segment;
      if (BEFORE_SECRET.has(before) || (webhook >= 0 && at > webhook)) return MASK;
      if (JWT.test(segment)) return MASK;
      const dot = segment.indexOf('.');
      const stem = dot < 0 ? segment : segment.slice(0, dot);
      const extension = dot < 0 ? '' : segment.slice(dot);
      if (
        !extension.startsWith('...') &&
        ((BEFORE_ID.has(before) && looksLikeId(stem) && !PLACE.test(stem) && !SIZE.test(stem)) ||
          (ID.test(stem) && surelyId(stem)) ||
          (NUMBER.test(stem) && !BEFORE_RUN.has(before)))
      ) {
        return truncateVideoId(stem) + extension;
      }
      return isOpaque(stem, extension, before) ? MASK + extension : segment;
    })
    .join('/');
}

function isOpaque(part: string, extension: string, before: string): boolean {
  // A quote and what follows it may belong to the URL or not.
  const [stem = ''] = part.split(/["']/, 1);
  return (
    OPAQUE.test(stem) &&
    looksLikeId(stem) &&
    !PARTS.test(stem) &&
    !(BUILT.test(stem) && BUILT_ENDING.test(extension)) &&
    !(before === 'traces' && TRACE_ID.test(stem)) &&
    !(BEFORE_RUN.has(before) && UUID.test(stem))
  );
}

// A stack has line and column behind the name of a file.
function withoutPosition(path: string): string {
  return path.replace(/(?::\d{1,7}){1,2}$/, '');
}

// Behind the name of the application; another URL may follow in the same word, as where ffmpeg writes to several.
function redactStreamKey(tail: string): string {
  return tail
    .split('/')
    .map((segment, at) => (at < 2 || segment === '' ? segment : MASK))
    .join('/')
    .replace(/\?.*/, `?${MASK}`);
}
