import { type Rule, rule } from './rule.ts';

/** Time that ran out; before everything that may be why. */
export const TIMEOUT_RULES: readonly Rule[] = [
  rule(
    'stalled',
    /operation too slow|\bidle (?:time(?:-?out)? )?exceeded|less than \d{1,9} bytes\/sec|(?:nothing|no (?:new )?(?:data|progress|packets?|frames?|bytes|audio|video|input|(?:recording )?segments?)) (?:(?:was |were |has been |have been )?(?:received|read|arrived|sent|created|decoded|written)\b ?(?:(?:on|from|for) \S{1,100} )?(?:for|in|since|within)\b|(?:on \S{1,100} )?(?:for|in|since|within) (?:the last |more than |over )?\d) ?|download (?:has )?stalled|body timeout error|und_err_body_timeout|\bstalled\b/,
  ),
  rule(
    'timeout',
    /timed[- ]?out(?!["']?: ?(?:false|0|null))|\w\.timeout\b(?! *[(=:])|readtimeout|(?<![-\w.])time-?out\b(?! *[=:]? *\d| --?\w| (?:is |was )?set\b| value| option)|etimedout|esockettimedout|timeout ?error|err_socket_connection_timeout|_timeout\b(?!["']?[:=] ?\d)|deadline exceeded|cry\.timeout|timeoutexception|timeoutexpired|took too long|(?:did not|didn't) respond|no response (?:from|within|after)/,
  ),
  rule(
    'timeout',
    /time ?limit ?(?:was |is )?(?:exceeded|reached)|exceeded (?:the |its )?(?:max\w{0,4}|allowed) (?:run|execution|processing|job)?[ -]?time|worker timeout|taking more than [\d.]+ ?s|errno 110\b|winerror 10060|gateway time-?out/,
  ),
];

/** The way to the other side, as Python, curl, Node, undici, ffmpeg and the systems word it. */
export const NETWORK_RULES: readonly Rule[] = [
  rule(
    'server_error',
    /httpparsererror|parse error: (?:expected http|data after|invalid (?:header|character|method|http|response|constant|content))/,
  ),
  rule('permission_denied', /permissionerror\(/),
  rule(
    'http_client_error',
    /request entity too large|too large (?:a )?body|payload too large|requestcontentlengthmismatch|request body length does not match/,
  ),
  rule(
    'proxy_error',
    /proxyerror|proxy handshake|proxy authentication|tunnel connection failed|connect tunnel failed|could(?: not|n't) resolve proxy|(?:connect|connection) to (?:the )?proxy/,
  ),
  rule(
    'proxy_error',
    /proxy connect|(?:all|any) (?:available |configured )?prox(?:y|ies)\b|proxy tunnel|invalid proxy|proxy .{0,40}(?:refused|failed|denied)|\bsocks[45]?h?\b.{0,60}(?:error|fail|refused|reject)|from proxy after connect/,
  ),
  rule('proxy_error', /your proxy appears|unable to connect to proxy|proxy url|407 proxy/),
  rule(
    'dns_failure',
    /host(?:name)? could not be resolved|name resolution|\[errno -[235]\]|name or service not known|nodename nor servname|getaddrinfo|could(?: not|n't) resolve(?! (?:request|playlist|track)| ur[il]:? ['"]?(?:[/*]|annotate:|media:))|failed to resolve|\benotfound\b|eai_again|eai_nodata|eai_noname/,
  ),
  rule(
    'dns_failure',
    /no address associated|no such host|name does not resolve|host(?:name)? not found|err_name_not_resolved|dns (?:error|lookup|resolution|server)|unknown host\b|unknownhost|gaierror|server can't be found|cannot resolve|unable to resolve/,
  ),
  rule(
    'certificate_error',
    /certificate[ _]verify[ _]failed|verify the legitimacy|ssl certificate|self[- ]signed cert|local issuer certificate|does not match certificate|\bcert's (?:list|altnames|cn)|\bx509: |pkix path|cert_(?:has_expired|altname|not_yet)|unable_to_(?:verify|get)|depth_zero|\bwget .{0,60}exit (?:code|status) 5\b/,
  ),
  rule(
    'certificate_error',
    /certificate\b.{0,60}(?:expired|not yet valid|problem|subject name|unable|invalid|verif|revoked|untrusted|not trusted|unknown|mismatch|fail|reject|was not ok|not valid)|(?:unable|failed|could not|cannot|problem|invalid|untrusted|expired|error)\b.{0,60}\b(?:ca )?cert(?:ificate|\b)|unable to (?:verify|get) .{0,40}(?:certificate|issuer)/,
  ),
  rule(
    'tls_error',
    /(?<![_a-z])ssl(?:v3)?: |sslerror|ssl_error|ssl routines|ssl[ _]connect|\[ssl\b|mbedtls_|\(_ssl\.c:\d|ssl module .{0,30}not available|tlsv1 alert/,
  ),
  rule(
    'tls_error',
    /wrong version number|(?<!proxy )handshake (?:failure|failed|error)|violation of protocol|record layer failure|(?<!-)gnutls(?:_[a-z]|: )|schannel: (?!.{0,60}need more data)|ssl\/tls |ssl handshake|sslhandshake|sslexception|err_(?:tls|ssl)_|tls connection was non-properly/,
  ),
  rule(
    'connection_refused',
    /connection refused|econnrefused|actively refused|err_connection_refused|couldn't connect to (?:server|host)|could not connect to (?:server|host)(?!.{0,40}time)/,
  ),
  rule(
    'connection_refused',
    /errno (?:111|61)\b|winerror 10061|cannot open connection tcp|connectexception|connectionrefused/,
  ),
  rule(
    'network_unreachable',
    /network is (?:unreachable|down)|no route to host|enetunreach|ehostunreach|enetdown|ehostdown|host is (?:down|unreachable)|network unreachable|no live upstreams|eaddrnotavail|err_internet_disconnected|cannot assign requested address|errno (?:101|113)\b/,
  ),
  rule(
    'incomplete_read',
    /incomplete_?read|(?:file )?size mismatch|incomplete data received|bytes read, .{0,40}expected|more expected|outstanding read data|transfer closed with|premature(?:ly)? clos|(?:response|stream|connection|transfer|download|body|file|data) (?:has )?ended prematurely|premature close|content too short|partial file|content[- ]length mismatch|unexpected eof|end_of_stream|feeding stopped|content_length_mismatch/,
  ),
  rule(
    'incomplete_read',
    /payload is not completed|unexpected end of (?:file|stream|data|json)|file ended unexpectedly|connection broken|body (?:was )?cut|^(?:uncaught )?(?:typeerror: )?terminated\.?$|err_content_length_mismatch|err_incomplete_chunked/,
  ),
  rule(
    'connection_reset',
    /connection (?:to .{1,60} )?(?:was |has been |got )?(?:reset|aborted|closed(?! \(\d)|lost|terminated)|econnreset|econnaborted|broken pipe|\bepipe\b|forcibly closed|remote ?(?:end closed|disconnected)|weird server reply|server returned nothing|(?:failed|failure) (?:sending|when receiving|receiving|when sending) data|connection abort|endpoint is not connected|connection died|(?:^|[:>/)] ?)aborted\.?$|server disconnected|disconnected from (?:the )?server|lost (?:the )?connection|connection got closed|badstatusline|connectionreset|connectionaborted|brokenpipe|(?:read|write|read\/write) on closed (?:pipe|socket|stream)|(?:output|input|response|request) stream (?:was )?closed|closed (?:abruptly|prematurely|by (?:the )?(?:peer|remote|server|host))|error="?eof\b/,
  ),
  rule(
    'connection_reset',
    /socketerror: |httpx\.(?:read|write|close|network|remoteprotocol)error|other side closed|error in the pull function|socket disconnected|http\/?2 framing|socket hang up|closed (?:the )?(?:\w{2,12} )?connection|empty reply from server|recv failure|send failure|not closed cleanly|\bgoaway\b|errno (?:104|54|32)\b|winerror 1005[34]|-1005[34]\b|und_err_socket|error=(?:input\/output error|end of file)/,
  ),
];

/**
 * What broadcasts lose their server by, where no cause is told. Looked at when nothing of the network matched, and
 * before files: `I/O error` in such a line is no disk.
 */
export const PUSH_RULES: readonly Rule[] = [
  rule(
    'stream_push_failed',
    /\bwriten, rtmp|\brtmp(?:[a-z]|dump|provider)?\b.{0,120}(?:error|fail|reject|denied|disconnect|invalid|closed)|(?:error|fail\w{0,3}|unable to|cannot|could not)\b.{0,80}(?<![/.])\b(?:rtmp|srt|rist|icecast|shoutcast)\b/,
  ),
  rule(
    'stream_push_failed',
    /(?<![/.])\b(?:srt|rist|icecast|shoutcast)\b(?!\/).{0,80}(?:error\b(?!\.)|fail|reject|denied|disconnect)|(?:stream ?key|mount ?point|publish\w{0,4}|re-?stream\w{0,4}|relay)\b.{0,60}(?:fail|invalid|denied|reject|in use|refused)|error in the push function/,
  ),
  rule(
    'connection_refused',
    /(?:failed|unable|could not|couldn't|cannot|can't) (?:to )?(?:establish (?:a )?(?:new )?connection|connect\b)|connection (?:error|failed|failure|attempt failed)|connection\w{0,20}(?:error|exception)\b|server (?:is )?(?:unreachable|not reachable|unavailable|offline)/,
  ),
];

/** Faults that pass, and whose cause nobody told. Looked at last. */
export const TRANSIENT_RULES: readonly Rule[] = [
  rule(
    'server_error',
    /^(?:\d{3} )?(?:bad gateway|service (?:temporarily )?unavailable|internal server error)\W{0,3}$/,
  ),
  rule(
    'server_error',
    /internal server error|bad gateway|service ?(?:temporarily )?unavailable|weird server reply|server error\b|backend (?:error|fetch failed)|overloaded/,
    { marked: true },
  ),
  rule(
    'transient',
    /try(?:ing)? again later|temporarily unavailable|temporary (?:failure|error)|please try again|needs to be reloaded|giving up after \d|(?:^|error: )fetch failed|(?:^|error: )failed to fetch|network error/,
  ),
  rule('transient', /unable to download (?:webpage|api page|video data|json metadata|xml|m3u8)/, {
    marked: true,
  }),
];
