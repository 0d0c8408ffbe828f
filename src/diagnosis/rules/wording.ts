import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;
const loud = { loud: true } as const;

/** Cookies and the key stores of browsers, as yt-dlp's cookies.py and its relatives tell of them. */
export const COOKIE_RULES: readonly Rule[] = [
  rule(
    'cookies_invalid',
    /^(?!.{0,300}(?:not necessarily|specified|unsupported browser)).{0,300}(?:\bcookie(?:s|jar| jar| file| database)?\b.{0,80}(?:fail|error|could not|couldn't|cannot|can't|unable|decrypt|not (?:be )?(?:found|read|load|valid)|malformed|corrupt|permission)|(?:fail\w*|error|could not|couldn't|cannot|can't|unable|invalid|no|bad)\b.{0,60}\bcookies?\b|\b(?:keyring|kwallet|secretstorage|keychain|dpapi|local state)\b.{0,60}(?:fail|error|not (?:available|found)|could not|cannot|no )|(?:fail\w*|error|could not|cannot|unable|no encrypted key)\b.{0,60}\b(?:keyring|kwallet|secretstorage|keychain|dpapi|local state)\b)/,
    marked,
  ),
];

/** Programs and modules that are not there. */
export const MISSING_RULES: readonly Rule[] = [
  rule(
    'program_missing',
    /not found\. ?please install|please install (?:it|the|one|a )|(?:library|module|package|binary|executable|program|dependency|interpreter|plugin) .{0,60}(?:is |was |could )?not (?:be )?(?:found|installed|available)|(?:is )?not installed\b|neither .{1,60} nor .{1,60} could be run|no (?:valid )?\w{1,20} (?:binary|executable) (?:was )?found|not (?:found )?(?:in|on) (?:your |the )?\$?path\b|no module named|cannot find module|importerror|dll load failed|exec format error|unable to find image|no such image|plugin .{0,40}not (?:found|loaded)|(?:could not|cannot|unable to|failed to) (?:find|locate) .{0,30}(?:binary|executable|interpreter|module|plugin)/,
    marked,
  ),
];

/** Values and options that a program does not take. */
const ARGUMENT_RULES: readonly Rule[] = [
  // `yt-dlp: error: …`, as programs say what is wrong with their arguments.
  rule(
    'bad_argument',
    /^[\w./\\-]{1,80}(?<!error|exception|message|cause|failed|warning|stderr): error: (?!\[)/,
  ),
  rule(
    'bad_argument',
    /\b(?:invalid|illegal|bad|wrong|unknown|unrecogni[sz]ed|unsupported|undefined|malformed|incorrect|unexpected) .{0,40}\b(?:value|option|argument|parameter|param|specif\w{1,9}|syntax|expression|regex|flag|mode|preset|profile|target|level|setting|configuration|config|browser|keyring|channel layout|pixel format|sample rate|sample format|aspect ratio|frame ?rate|time ?base|loglevel|label|metadata|date|port|host ?name|ip address|update channel|key|property|field|command|method|variable|identifier|path|name|range)s?\b/,
    marked,
  ),
  rule(
    'bad_argument',
    /\bmust (?:not )?(?:be|have|specify|provide|contain|match|start|end)\b|\bcannot (?:be )?(?:used?|set|applied|apply|mapp?e?d?|combined?|both|mix|specify)\b|(?:are|is) (?:incompatible|mutually exclusive|not compatible|required\b|deprecated and)|should be (?:a|an|at|between|of|one|in|less|greater)\b|not (?:a valid|within|allowed|permitted|recogni[sz]ed)\b|out of range|(?:parse|parsing|syntax|typing|type|usage|validation|configuration|config) ?(?:error|failed)|scannererror|parsererror|(?:configuration|config|settings)\b.{0,30} invalid|is missing\b|missing (?:required|a |an |the )?\w{0,20} ?(?:value|parameter|argument|option|key|field|url|property)|requires? (?:a|an|at least)\b|(?:option|argument|parameter|value|flag)\b.{0,60}(?:invalid|missing|unknown|not (?:found|supported|set|valid))|already (?:in use|allocated|bound|running|exists)\b|no (?:input|output|url|file|argument)s? (?:was |were )?(?:specified|given|provided|set|configured)|\bexpected (?:an?|the|one of|end of|['"]\w)\b|size (?:of \S{1,20} )?exceed|env(?:ironment)? var\w{0,6}\b.{0,20} (?:not (?:found|set)|missing)|did you (?:mean|forget)/,
    loud,
  ),
];

/** What a line that complains is about, by a single word of it: where the words around it meet no rule. */
const KEYWORD_RULES: readonly Rule[] = [
  rule('out_of_memory', /\b(?:malloc|memory|heap)\b/, loud),
  rule('timeout', /\b(?:time-?out|timed|deadline)\b/, loud),
  rule('dns_failure', /\b(?:dns|hostname)\b/, loud),
  rule('certificate_error', /(?<![-\w])certificates?\b/, loud),
  rule('tls_error', /(?<![-\w])(?:ssl|tls|handshake)\b/, loud),
  rule('proxy_error', /\b(?:proxy|proxies|socks[45]?)\b/, loud),
  rule('rate_limited', /\b(?:quota|rate[- ]?limit\w{0,3}|throttl\w{1,4})\b/, loud),
  rule('unauthorized', /\b(?:log-?in|credentials?|oauth\d?|password|auth\w{0,12})\b/, loud),
  rule('permission_denied', /\b(?:permissions?|privileges?|denied|not allowed to)\b/, loud),
  rule(
    'database_error',
    /\b(?:sql\w{0,4}|sqlite\d?|redis|mongo\w{0,3}|postgres\w{0,3}|mysql|mariadb|database)\b/,
    loud,
  ),
];

/** What was not done, wherever in the line it is said: the line must call itself an error. */
const UNDONE_RULES: readonly Rule[] = [
  rule(
    'invalid_media',
    /(?:malformed|corrupt\w{0,3}|damaged|truncated|invalid|broken) .{0,30}(?:playlist|manifest|m3u8|segment|header|frame|packet|stream|file|data|image|video|audio|subtitle|container|atom|box)\b|(?:en|de)crypt\w{0,3} .{0,20}(?:segment|fragment|key)|(?:checksum|hash|size|digest|md5) mismatch|(?:fail\w{0,3}|error|could not|cannot|unable to) .{0,30}(?:decod|demux|prob(?:e|ing)\b|seek|read (?:frame|packet|header))/,
    loud,
  ),
  rule(
    'read_write_error',
    /(?:unable|fail\w{0,3}|could not|couldn't|cannot|can't|error)\b.{0,30}(?:open|read|writ|sav|creat|delet|remov|mov(?:e|ing)|copy|renam|unlink|overwrit|truncat|mkdir|clos|flush|set permission|stat)\w{0,4}\b.{0,60}(?:file|folder|dir|path|fragment|pipe|disk|thumbnail|archive|log\b|shortcut|xattr|cache|temp|output|\.\w{2,4}\b)/,
    loud,
  ),
  rule(
    'connection_reset',
    /\b(?:(?:host|server|client|peer) (?:has |is |was |had )?|(?:connection|socket|network|tcp|udp|websocket|ws)\b.{0,60})(?:fail|error|lost|clos|drop|broken|abort|reset|reject|disconnect|unreachable|gone)|(?:fail\w{0,3}|error|unable|could not|cannot)\b.{0,40}(?:connect|socket|network|websocket|handshake|bind|listen)/,
    loud,
  ),
  rule(
    'extractor_error',
    /(?:unable|fail\w{0,3}|could not|couldn't|cannot|can(?:'t| not)|error)\b.{0,30}(?:extract|pars|find|determine|get|locate|decipher|scrap|split|match)\w{0,4} .{0,60}(?:id|url|json|data|info|metadata|player|page|token|config|regex|manifest|api|state|hash|key|title|script|js|html|response|element|channel|video|stream|playlist)s?\b|(?:unexpected|unknown|invalid|empty|bad|malformed) .{0,20}(?:response|answer|json|data|page|reply|result|status|xml|html|redirect|content)|no (?:data|response|json|metadata|player|token|url)\b.{0,30}(?:found|returned|in)|api (?:error|returned|says|said)|error\(s\) while querying|not implemented|not (?:yet |currently )?supported/,
    loud,
  ),
  rule(
    'transient',
    /failed after \d{1,6} (?:re)?(?:tries|attempts|times)|(?:could not|cannot|can't) be (?:downloaded|fetched|retrieved|loaded|reached)|(?:unable|fail\w{0,3}|could not|couldn't|cannot|can't|error)\b.{0,20}(?:download|fetch|get|retriev|request|refresh|reload|quer|load|obtain|reach|contact|send|receiv|upload|updat|submit|post|sync)\w{0,4}\b|(?:download|request|fetch|upload|reload|quer(?:y|ies)|lookup|update|refresh)\b.{0,40}(?:failed|aborted|error)|(?:http|request|response|api|server|rpc|grpc) (?:error|failure|failed)/,
    loud,
  ),
  ...KEYWORD_RULES,
  rule(
    'post_processing',
    /^error: .{0,20}(?:post-?process|embed|thumbnail|sponsorblock|fixup|remux|subtitle|metadata)/,
  ),
  rule(
    'program_failed',
    /\b(?:fail(?:ed|ure|ing|s)?|crash\w{0,3}|exception|cannot|can't|could not|couldn't|unable|aborted|aborting|panic\w{0,3}|unexpected(?:ly)?|error (?:\w{3,20}ing|from|while|in|during|when|occurr\w{2,3}|code|number)|not (?:found|working|running|responding|ready)|went wrong|not|no|lost|missing|mismatch|denied|expected|\w{2,12}n't|wrong|bad|incorrect|terminated|dead|giv(?:ing|en) up|bug|invalid|unknown)\b/,
    loud,
  ),
];

/**
 * A component of ffmpeg that names itself and its address, and could not do something: what it is tells whether the
 * way, the settings or the media are at fault.
 */
export const COMPONENT_RULES: readonly Rule[] = [
  rule(
    'read_write_error',
    /^\[(?:concat @ .{0,20}(?:impossible to|could not|cannot|unable to) open|parsed_(?:ass|subtitles|movie|drawtext|lut3d)\w{0,4} @ .{0,30}(?:could not|unable to|cannot|failed to) (?:open|load|read))/,
    loud,
  ),
  rule(
    'connection_reset',
    /^\[(?:tcp|udp|tls|https?|httpproxy|rtsp|rtp|ftp|sftp|mmsh?|rtmp\w{0,2}|srt|rist|whip) @ /,
    loud,
  ),
  rule(
    'incomplete_read',
    /^\[(?:hls|dash|concat|applehttp|async|cache) @ .{0,60}(?:segment|fragment|playlist|manifest|open|read|reload|keepalive|request)/,
    loud,
  ),
  rule(
    'bad_argument',
    /^\[(?:lib(?!dav1d|opus|vorbis|jxl|webp|zvbi)\w{2,20}|parsed_\w{1,40}|graph \S{1,20}(?: \w{1,20})?|auto_\w{1,40}|avfiltergraph|fc#\S{1,40}|format|scale|s?wscaler|swr|[av]ost#\S{1,40}|enc:\S{1,40}|out#\S{1,40}|af#\S{1,40}|vf#\S{1,40}|segment|tee|stream_segment|eval) @ /,
    loud,
  ),
  rule(
    'bad_argument',
    /\] .{0,80}\b(?:must (?:be|use|have|not)|requires? (?:an?|the|at)|(?:is|are) required)\b/,
    loud,
  ),
  rule(
    'invalid_media',
    /^\[(?:[\w,/.#: -]{1,80} @ (?:0x)?[0-9a-f]{6,16}|[\w,]{2,12} {2,12}|ffmpeg\/(?:video|audio|demuxer))\] /,
    loud,
  ),
];

/** The others, from the one that tells most to the one that tells least. Nothing is looked at after them. */
export const WORDING_RULES: readonly Rule[] = [...ARGUMENT_RULES, ...UNDONE_RULES];
