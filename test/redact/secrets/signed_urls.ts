import fc from 'fast-check';
import { base64Of, hide, kind, password, prefix, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'signed url';

const https = spelled('https://', 'http://', 'HTTPS://');
const edge = spelled('rr3---sn-4g5e6nsz.googlevideo.com', 'manifest.googlevideo.com', 'r1.c.youtube.com');

/** URLs that open what they name to whoever has them: in the query, in the path, without a scheme; stream keys. */
export const SIGNED_URLS: readonly SecretKind[] = [
  kind(
    FAMILY,
    'googlevideo query',
    {
      https,
      edge,
      ip: random('digits', 3),
      sig: random('base64url', 60, 100),
      lsig: random('base64url', 60, 100),
      pot: random('base64url', 80),
    },
    (p) =>
      `${p.https}${p.edge}/videoplayback?expire=1790000000&ei=abc&itag=22&source=youtube&mime=video%2Fmp4&lsparams=met&sig=${hide(p.sig)}&lsig=${hide(p.lsig)}&pot=${hide(p.pot)}`,
  ),
  kind(
    FAMILY,
    'googlevideo path',
    { edge, sig: random('base64url', 60, 100), n: random('base64url', 20) },
    (p) =>
      `https://${p.edge}/api/manifest/hls_playlist/expire/1790000000/ei/${p.n}/itag/96/n/${p.n}/sig/${hide(p.sig)}/lsig/${hide(p.sig)}/playlist/index.m3u8`,
  ),
  kind(
    FAMILY,
    'token in a path',
    { https, tells: random('base64url', 40, 80), signed: random('base64url', 40, 60) },
    (p) =>
      `${p.https}customer-x.cloudflarestream.com/eyJhbGciOiJSUzI1NiJ9.${hide(`eyJ${p.tells}`)}.${hide(p.signed)}/manifest/video.m3u8`,
  ),
  kind(
    FAMILY,
    'googlevideo address',
    { https, ip: random('digits', 2) },
    (p) => `${p.https}rr1.googlevideo.com/videoplayback?itag=18&ip=${hide(`203.0.1${p.ip}.177`)}&ms=au`,
  ),
  kind(
    FAMILY,
    'googlevideo path with an address',
    { ip: random('digits', 2) },
    (p) =>
      `https://manifest.googlevideo.com/api/manifest/dash/ip/${hide(`203.0.1${p.ip}.177`)}/id/x/source/youtube`,
  ),
  kind(
    FAMILY,
    'query without a scheme',
    { sig: random('base64url', 60) },
    (p) => `rr3.googlevideo.com/videoplayback?itag=22&sig=${hide(p.sig)}`,
  ),
  kind(
    FAMILY,
    'query of a relative URL',
    { sig: random('base64url', 60) },
    (p) => `GET /videoplayback?itag=22&signature=${hide(p.sig)} 403`,
  ),
  kind(
    FAMILY,
    'query alone',
    { sig: random('base64url', 60), first: spelled('', '?', 'a=b&') },
    (p) => `${p.first}sig=${hide(p.sig)}&x=1`,
  ),
  kind(
    FAMILY,
    'URL that begins with slashes',
    { sig: random('base64url', 60) },
    (p) => `from //cdn.example.com/a.mp4?st=${hide(p.sig)}&e=1790000000`,
  ),
  kind(
    FAMILY,
    'S3, version 4',
    { key: random('upperDigits', 16), sig: random('hex', 64), session: random('base64url', 100) },
    (p) =>
      `https://bucket.s3.eu-west-1.amazonaws.com/k.mp4?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${hide(prefix('AK', 'IA') + p.key)}%2F20260101%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20260101T000000Z&X-Amz-Expires=900&X-Amz-Security-Token=${hide(p.session)}&X-Amz-SignedHeaders=host&X-Amz-Signature=${hide(p.sig)}`,
  ),
  kind(
    FAMILY,
    'S3, version 2',
    { key: random('upperDigits', 16), sig: base64Of(20) },
    (p) =>
      `https://bucket.s3.amazonaws.com/k?AWSAccessKeyId=${hide(prefix('AK', 'IA') + p.key)}&Expires=1790000000&Signature=${hide(p.sig.slice(0, 20))}%3D`,
  ),
  kind(
    FAMILY,
    'GCS',
    { sig: random('hex', 128), account: random('lower', 12) },
    (p) =>
      `https://storage.googleapis.com/b/o.mp3?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=${hide(p.account)}%40p.iam.gserviceaccount.com%2F20260101&X-Goog-Signature=${hide(p.sig)}`,
  ),
  kind(
    FAMILY,
    'CloudFront',
    { policy: random('base64url', 80), sig: random('base64url', 100), pair: random('upperDigits', 14) },
    (p) =>
      `https://d111111abcdef8.cloudfront.net/v.m3u8?Policy=${hide(p.policy)}&Signature=${hide(p.sig)}~__&Key-Pair-Id=${hide(`K${p.pair}`)}`,
  ),
  kind(
    FAMILY,
    'CloudFront in cookies',
    { policy: random('base64url', 80), sig: random('base64url', 100) },
    (p) => `CloudFront-Policy=${hide(p.policy)}; CloudFront-Signature=${hide(p.sig)}`,
  ),
  kind(
    FAMILY,
    'Azure SAS',
    { sig: base64Of(32) },
    (p) =>
      `https://acc.blob.core.windows.net/c/b.mp4?sv=2023-11-03&st=2026-01-01&se=2026-02-01&sr=b&sp=r&sig=${hide(p.sig.slice(0, 30).replaceAll(/[+/]/g, 'x'))}%3D`,
  ),
  kind(
    FAMILY,
    'Azure SAS without its URL',
    { sig: base64Of(32) },
    (p) => `sas: ?sv=2023-11-03&sr=b&sp=r&sig=${hide(p.sig.slice(0, 30).replaceAll(/[+/]/g, 'x'))}%3D`,
  ),
  kind(
    FAMILY,
    'Akamai query',
    { name: spelled('hdnts', 'hdnea', 'hdntl', '__token__', 'hdnts_token'), hmac: random('hex', 64) },
    (p) =>
      `https://x.akamaized.net/i/master.m3u8?${p.name}=st=1700000000~exp=1700003600~acl=/*~hmac=${hide(p.hmac)}`,
  ),
  kind(
    FAMILY,
    'Akamai path',
    { name: spelled('hdntl', 'hdnts', 'hdnea'), hmac: random('hex', 64) },
    (p) =>
      `https://x.akamaized.net/${p.name}=exp=1700003600~acl=%2f*~data=hdntl~hmac=${hide(p.hmac)}/master.m3u8`,
  ),
  kind(
    FAMILY,
    'Akamai path without a name',
    { hmac: random('hex', 64) },
    (p) => `https://vod.akamaized.net/exp=1790000000~acl=%2F123%2F%2A~hmac=${hide(p.hmac)}/123/video/a.mp4`,
  ),
  kind(
    FAMILY,
    'hmac in a sentence',
    { hmac: random('hex', 64) },
    (p) => `edge auth exp=1790000000~acl=/*~hmac=${hide(p.hmac)} refused`,
  ),
  kind(
    FAMILY,
    'token of a CDN',
    {
      host: spelled('x.b-cdn.net', 'cdn.example.org', 'player.vimeo.com'),
      name: spelled(
        'token',
        'verify',
        'md5',
        'hash',
        'wowzatokenhash',
        'st',
        'Key',
        'auth_key',
        'upsig',
        'oh',
        '_nc_ohc',
        's',
        'h',
      ),
      token: random('base64url', 22, 64),
    },
    (p) => `https://${p.host}/a/b.mp4?expires=1790000000&${p.name}=${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'token of a CDN in the path',
    { token: random('base64url', 20, 38).map((made) => `aQ${made}`) },
    (p) => `https://cdn.example.org/${hide(p.token)},1790000000/file.mp4`,
  ),
  kind(
    FAMILY,
    'hash and a time in a path',
    {
      hash: fc.oneof(
        random('hex', 32),
        random('base64url', 20).map((made) => `aQ${made}`),
      ),
      order: spelled('hash first', 'time first'),
    },
    (p) =>
      p.order === 'hash first'
        ? `GET https://h.example/s/${hide(p.hash)}/1790000000/v/a.mp4`
        : `GET https://h.example/s/1790000000/${hide(p.hash)}/v/a.mp4`,
  ),
  kind(
    FAMILY,
    'hash in hexadecimal digits and a time in a path',
    {
      hash: random('hex', 32, 40),
      before: spelled('1790000000_', '1790000000-0x', '202611220101/', '6ab1c2d3/'),
    },
    (p) => `https://h.example/${p.before}${hide(p.hash)}/v/a.m3u8`,
  ),
  kind(
    FAMILY,
    'token in a path that is longer than a name',
    { token: random('base64url', 120, 300).map((made) => `aQ${made}`) },
    (p) => `https://video-weaver.fra02.hls.ttvnw.net/v1/playlist/${hide(p.token)}.m3u8`,
  ),
  kind(
    FAMILY,
    'token in a path, in brackets or behind a sign',
    {
      name: spelled('sec(', 'sec2(', 'h=', 'md5=', 'ks/'),
      token: random('base64url', 30, 60).map((made) => `a1${made}`),
    },
    (p) => `https://vod.example/${p.name}${hide(p.token)}${p.name.endsWith('(') ? ')' : ''}/video/1.m3u8`,
  ),
  kind(
    FAMILY,
    'token that is all of a query',
    { token: random('base64url', 100, 160).map((made) => `aQ${made}`) },
    (p) => `https://x.edgecastcdn.net/v/a.mp4?${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'usher of Twitch',
    { sig: random('hex', 40), device: random('hex', 32) },
    (p) =>
      `https://usher.ttvnw.net/api/channel/hls/x.m3u8?allow_source=true&sig=${hide(p.sig)}&token=%7B%22device_id%22%3A%22${hide(p.device)}%22%7D`,
  ),
  kind(
    FAMILY,
    'key of an encrypted stream',
    { token: random('base64url', 40) },
    (p) => `#EXT-X-KEY:METHOD=AES-128,URI="https://keys.example/k?token=${hide(p.token)}",IV=0x0`,
  ),
  kind(
    FAMILY,
    'key of a stream over RTMP',
    {
      https: spelled('rtmp://', 'rtmps://', 'RTMP://'),
      host: spelled(
        'a.rtmp.youtube.com/live2',
        'live.twitch.tv/app',
        'live-api-s.facebook.com:443/rtmp',
        'stream.example:1935/live',
      ),
      key: fc.oneof(
        random('lowerDigits', 20),
        random('alnum', 24),
        fc.tuple(random('digits', 9), random('alnum', 30)).map(([a, b]) => `live_${a}_${b}`),
      ),
    },
    (p) => ({
      text: `${p.https}${p.host}/${hide(p.key)}`,
      parts: ['-f', 'flv', `${p.https}${p.host}/${hide(p.key)}`],
    }),
  ),
  kind(
    FAMILY,
    'key of a stream, with parameters',
    { id: random('digits', 15), a: random('base64url', 18) },
    (p) => `rtmps://live-api-s.facebook.com:443/rtmp/${hide(`FB-${p.id}-0-Ab${p.a}`)}?s_bl=1&s_psm=1`,
  ),
  kind(
    FAMILY,
    'key of a stream that is told',
    {
      name: spelled('stream key ', 'streaming key: ', 'Stream Key is ', 'streaming_key='),
      key: random('lowerDigits', 20),
    },
    (p) => `the ${p.name}a1${hide(p.key)}`,
  ),
  kind(
    FAMILY,
    'key of a stream in an option of librtmp',
    { key: random('lowerDigits', 20) },
    (p) => `rtmp://live.example/app playpath=${hide(p.key)} live=1`,
  ),
  kind(
    FAMILY,
    'key of a stream to YouTube',
    {
      a: random('lowerDigits', 4),
      b: random('lowerDigits', 4),
      c: random('lowerDigits', 4),
      d: random('lowerDigits', 4),
      e: random('lowerDigits', 4),
    },
    (p) =>
      `Output #0, flv, to 'rtmp://a.rtmp.youtube.com/live2/${hide([p.a, p.b, p.c, p.d, p.e].join('-'))}':`,
  ),
  kind(
    FAMILY,
    'passphrase of SRT',
    { passphrase: password, id: random('alnum', 16) },
    (p) => `srt://h.example:9000?mode=caller&passphrase=${hide(p.passphrase)}&streamid=${hide(p.id)}`,
  ),
  kind(
    FAMILY,
    'fragment',
    { token: random('base64url', 40) },
    (p) => `https://app.example/cb#access_token=${hide(p.token)}&token_type=bearer`,
  ),
  kind(
    FAMILY,
    'URL inside a URL',
    { sig: random('base64url', 60) },
    (p) =>
      `https://proxy.example/get?url=${encodeURIComponent('https://rr1.googlevideo.com/videoplayback?itag=18&sig=')}${hide(p.sig)}`,
  ),
  kind(
    FAMILY,
    'URL with an encoded question mark',
    { sig: random('base64url', 60) },
    (p) => `https://cdn.example/a%3Fsig%3D${hide(p.sig)}`,
  ),
];
