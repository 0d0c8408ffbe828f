import { MASK } from '../mask.ts';
import { type Detector, IS, QUOTE } from './detector.ts';

// What OBS keeps of a service, whose key is called by no more than that.
const OBS_SIGNS = '["\'\\\\]{0,4}[ ]?:[ ]?["\'\\\\]{1,4}';
const OBS_KEY = `\\bkey${OBS_SIGNS}`;
const OBS_SERVER = `\\bserver${OBS_SIGNS}(?:rtmps?|srt)://[^\\s"'\\\\]{1,200}["'\\\\]{1,4},[ ]?["'\\\\]{0,4}key${OBS_SIGNS}`;

const FOUR = '[a-z0-9]{4}';

/** Keys with which anybody could broadcast in another's name. */
export const streamKeyDetectors: readonly Detector[] = [
  {
    name: 'rtmp_key',
    family: 'stream_key',
    // All behind the name of the application: of several URLs in one word only the first has one that is known.
    source:
      '(rtmp[a-z]{0,3}://[^/\\s"\'*]{1,300}/[^/\\s"\'?*]{0,300}(?:/+|\\?))\\*{0,3}[^/\\s"\'*?][^\\s"\']*',
    replacement: `$1${MASK}`,
    needs: ['rtmp'],
  },
  {
    // Options of librtmp stand behind the URL, with spaces.
    name: 'rtmp_option',
    family: 'stream_key',
    source: '((?:playpath|tcUrl|\\bconn|rtmp_conn)=)[^\\s"\'*&][^\\s"\'&]*',
    replacement: `$1${MASK}`,
    needs: ['playpath=', 'tcurl=', 'conn='],
  },
  {
    name: 'srt_stream_id',
    family: 'stream_key',
    source: '([?&](?:streamid|passphrase)=)[^&\\s"\'*][^&\\s"\']*',
    replacement: `$1${MASK}`,
    needs: ['streamid', 'passphrase'],
  },
  {
    // `streamid=publish:path:user:password`, as servers of SRT take it.
    name: 'named_stream_id',
    family: 'stream_key',
    source: `(\\bstream_?id${IS}(?:publish:|read:|request:|#!::))[^\\s"'*\\\\][^\\s"'\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['streamid', 'stream_id'],
  },
  {
    // Who publishes under a name knows the key: what nginx-rtmp writes, and what it asks. A word is for people.
    name: 'published_name',
    family: 'stream_key',
    source:
      "(\\bpublish(?::[ ]name='|&name=))(?:[a-z_-]{8,40}[0-9]|[a-z_-]{0,7}[0-9][^\\s\"'*&]{4})[^\\s\"'&]*",
    replacement: `$1${MASK}`,
    needs: ['publish'],
  },
  {
    name: 'stream_query',
    family: 'stream_key',
    source: "(\\bname='[^'\\r\\n]{0,200}'[ ]args=')[^\\s'*][^\\s']*",
    replacement: `$1${MASK}`,
    needs: ['args='],
  },
  {
    // Of Twitch, and of the service of Amazon's that is made of it, which others use as well.
    name: 'twitch_key',
    family: 'stream_key',
    source: 'live_\\d{5,12}_[a-z0-9]{20,}|sk_[a-z]{2}-[a-z]{4,10}-\\d_[a-z0-9_]{8,}',
    replacement: MASK,
    needs: ['live_', 'sk_'],
  },
  {
    name: 'youtube_key',
    family: 'stream_key',
    // Four groups of four letters and digits, and a fifth.
    source: `(\\b|_)${FOUR}-${FOUR}-${FOUR}-${FOUR}-${FOUR}(\\b|_)`,
    replacement: `$1${MASK}$2`,
    needs: ['-'],
  },
  {
    name: 'facebook_key',
    family: 'stream_key',
    source: '(?:\\b|_)FB-\\d{5,20}-\\d{1,3}-[a-z0-9_-]{8,}',
    replacement: MASK,
    needs: ['fb-'],
  },
  {
    // Whatever it is, and however short: `TWITCH_STREAM_KEY=x`.
    name: 'named_stream_key',
    family: 'stream_key',
    source: `((?:stream(?:ing)?|rtmp|ingest)[_ -]?key${IS}|${OBS_SERVER})[^\\s"'*,;&=>\\\\][^\\s"',;&\\\\]*|(${OBS_KEY})[^\\s"'*\\\\][^\\s"'\\\\]*(["'\\\\]{1,4},[ ]?["'\\\\]{0,4}server${OBS_SIGNS}(?:auto|rtmps?:|srt:))`,
    replacement: `$1$2${MASK}$3`,
    needs: ['stream', 'rtmp', 'ingest', 'server"', "server'", 'server:', 'server :', 'server\\'],
  },
  {
    // A stream has a name for people as well: so a key is long.
    name: 'stream_name',
    family: 'stream_key',
    source: '((?:\\b|_)stream(?:ing)?[_ -]?name["\']?[ ]?[:=][ ]?["\']?)[^\\s"\'*,;\\\\][^\\s"\',;\\\\]{5,}',
    replacement: `$1${MASK}`,
    needs: ['stream'],
  },
  {
    // Without a colon it takes a digit behind letters, or many, or groups of four, as no word of a sentence has.
    name: 'told_stream_key',
    family: 'stream_key',
    source: `(stream(?:ing)?[_ -]?key[ ]{1,2}(?:is[ ]|was[ ])?${QUOTE}?)(?:[a-z_-]{1,40}[0-9][a-z0-9_-]{3,}|[0-9]{1,7}[a-z_-][a-z0-9_-]{4,}|[0-9]{8,}[a-z0-9_-]*|[a-z]{4}(?:-${FOUR}){1,4}(?:$|[\\s"'.,;)]))`,
    replacement: `$1${MASK}`,
    needs: ['key '],
  },
];
