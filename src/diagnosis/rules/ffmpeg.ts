import { type Rule, rule } from './rule.ts';

const warning = { warning: true } as const;

/** ffmpeg and ffprobe 4 to 7, and Liquidsoap, which prints ffmpeg's errors. */
export const FFMPEG_RULES: readonly Rule[] = [
  rule(
    'codec_missing',
    /unknown (?:encoder|decoder)|(?:encoder|decoder) (?:\(codec \S{1,40}\) )?not found|encoder selection failed|error selecting an encoder/,
  ),
  rule(
    'codec_missing',
    /no such filter|filter not found|protocol not found|muxer not found|demuxer not found|bitstream filter not found|unknown bitstream filter/,
  ),
  rule(
    'codec_missing',
    /no device available for decoder|\] .{1,80} is not (?:yet )?implemented|no capable devices found|no va display found|(?:could not|couldn't|cannot|unable to) find a (?:suitable )?(?:decoder|encoder|codec)|does not support .{0,40}decoding/,
  ),
  rule('interrupted', /exiting normally, received signal|received > \d+ system signals, hard exiting/),
  rule(
    'bad_argument',
    /unrecognized option|option (?:\S{1,60} )?not found|missing argument for option|error (?:parsing|splitting|setting|applying) (?:an? |the )?(?:options?|argument|filter|global)|no option name near|failed to set value/,
  ),
  rule(
    'bad_argument',
    /at least one output file must|output file must be specified|unable to (?:find|choose) (?:a suitable|an) output format|not a suitable output format/,
  ),
  rule(
    'bad_argument',
    /unsafe file name|error setting (?:profile|preset|tune|the option)\b|subtitle encoding currently only possible|not in allowed_\w|impossible to convert between the formats|already exists\. exiting|stream (?:map|specifier) .{0,1000}matches no streams|unable to parse option value|invalid (?:duration|frame size|size|pixel format|sample format)/,
  ),
  rule(
    'bad_argument',
    /maybe incorrect parameters|error="?invalid argument|rematrix is needed|not enough information to|codec not currently supported in container|only .{0,60}(?:are|is) supported (?:for|by|in) |cannot be used together|not divisible by 2/,
  ),
  rule(
    'bad_argument',
    /failed to configure (?:input|output) pad|do not match the corresponding|failed to inject frame into filter network: (?:invalid|result|function|option|unknown|numerical)|incorrect codec parameters|invalid args? |too many inputs specified|specified (?:sample rate|pixel format|channel layout|sample format|frame rate)\b|graph description|binding filtergraph|unable to parse (?:option|filter|graph)/,
  ),
  rule(
    'bad_argument',
    /same as input .{0,10}- exiting|filtergraph .{0,60}not (?:used|connected)|error (?:opening|(?:re)?initializing) (?:complex )?filters?|undefined constant or missing|trailing option|kind: "encoder"|unable to map stream|cannot be applied to (?:input|output) url|invalid chars '|at the end of expression/,
  ),
  rule('disk_full', /no space left on device/),
  // Muxers write what they were told to; what they refuse is a matter of options, but for timestamps.
  rule(
    'bad_argument',
    /^\[(?:mp4|mov|ipod|matroska|webm|webm_chunk|adts|latm|dash|tee|segment|stream_segment|ssegment|null|3gp|psp|f4v|ismv|rtp_mpegts|whip|spdif) @ (?:0x)?[0-9a-f]{6,16}\] (?!.{0,120}(?:\bdts|\bpts|timestamp|malformed|corrupt|\bnal|bitstream|i\/o|input\/output|\bopen\b)).{0,120}(?:\binvalid\b|not (?:supported|allowed|currently supported|compatible)|unsupported|cannot|can't|must|only |could not find tag|incorrect)/,
  ),
  // A component that names itself and its address speaks of the stream it was given.
  rule(
    'invalid_media',
    /^\[(?!tls|tcp|udp|https?|rt[ms]p|srt|ftp)[\w,/.-]{1,80} @ (?:0x)?[0-9a-f]{6,16}\] .{0,80}(?:\binvalid (?!argument|option|stream specifier)|mismatch|missing (?:picture|reference)|non-existing|unref |could not find ref|not allocated|exceeds? limit|out of range|over-?read|overflow|underflow|corrupt|no start code|crc |illegal |broken (?!pipe)|damaged|unavailable in |block unavailable|error (?:decoding|in )|sync (?:code|lost|error)|too many audio samples|failed to decode|pts \(\S{1,20}\) < dts|failed to read frame size)/,
    warning,
  ),
  rule(
    'invalid_media',
    /(?:decoding|demuxing|probing|scanning media) failed\b(?!:)|was found before the first|reserved bit set|multiple frames in a packet|input buffer exhausted|channel element \S{1,10} is not allocated|unplayable|error while decoding|error submitting .{0,20}packet to decoder|header missing|corrupt(?:ed)? (?:decoded |input )?(?:frame|packet|data)|concealing \d+/,
    warning,
  ),
  rule(
    'invalid_media',
    /could not find codec parameters|invalid nal|error splitting the input into nal|decode_slice|no frame!|output file is empty/,
    warning,
  ),
  rule(
    'stream_push_failed',
    /(?:rtmp[a-z]{0,2}|rtsp|srt|icecast|tcp|udp):\/\/.{0,80}(?:i\/o error|input\/output error|broken pipe|unknown error|error number|end of file|conversion)/,
  ),
  rule(
    'stream_push_failed',
    /error (?:writing trailer of|closing file|opening output(?: file)?|muxing) .{0,20}(?:rtmp[a-z]{0,2}|srt|icecast):\/\/(?!.{0,200}(?:refused|timed out|resolve))/,
  ),
  rule(
    'stream_push_failed',
    /already publishing|stream already running|rtmp server requires|mount ?point (?:is )?(?:already )?in use|publish\.(?:badname|denied)|rtmp_(?:connect|readpacket|sendpacket|write)|\[rtmps? @ \w{1,20}\] server error/,
  ),
  rule(
    'stream_push_failed',
    /av_interleaved_write_frame(?:\(\))?:? ?(?:broken pipe|unknown error|end of file|error(?: number)? -?\d|connection)/,
  ),
  rule(
    'stream_push_failed',
    /could not write data to host(?!.{0,40}(?:refused|time-?out|timed))|error while sending data(?!.{0,160}(?:time-?out|timed))|\] connection failed: (?!.{0,80}(?:refused|timeout|timed out|econn|40[134]))/,
  ),
  rule(
    'stream_push_failed',
    /^\[(?:out#\d{1,3}\/(?:flv|rtsp|tee)|flv|tee) @ (?:0x)?[0-9a-f]{6,16}\] .{0,60}(?:error (?:writing|muxing|closing|submitting|opening)|unable to write|failed|broken pipe)/,
  ),
  rule(
    'incomplete_read',
    /^\[in#\d{1,3}\/(?:hls|dash|rtsp|flv|mpegts|rtp|sdp) @ .{0,80}(?:i\/o error|input\/output|end of file)/,
  ),
  rule('read_write_error', /^\[[\w,/.-]{1,80} @ (?:0x)?[0-9a-f]{6,16}\] (?:read|write) error/),
  rule('read_write_error', /error writing trailer of pipe|pipe:\d?: broken pipe/),
  rule(
    'incomplete_read',
    /https?:\/\/.{0,20}(?:input\/output error|i\/o error|end of file)|stream ends prematurely|segment \d{1,9} of playlist(?!.{0,120}http error \d)/,
  ),
  rule('server_error', /server returned 5xx|5xx server error/),
  rule('http_client_error', /server returned 4xx|4xx client error/),
  rule(
    'invalid_media',
    /invalid data found|moov atom not found|ebml header parsing failed|could not find (?:any )?(?:stream|codec) |failed to decode (?:audio|video|frame|packet|stream)|failed to (?:read frame size|find two consecutive)/,
  ),
  rule(
    'invalid_media',
    /unsupported (?:codec|format) .{0,20}(?:input|stream)|does not contain any (?:stream|video|audio)|unknown format|not a valid (?:media|audio|video)|truncated file/,
  ),
  rule(
    'invalid_media',
    /invalid (?:input|video|audio|media|image) (?:file|data|stream)|(?:unable to|cannot) decode\b|(?:failed to|could not|cannot) (?:recogni[sz]e|detect|determine|probe) (?:the )?(?:file|format|input|media|codec)|unrecogni[sz]ed (?:file )?(?:format|type)|unable to extract dts|found 0 valid title|(?:file|video|audio|media) (?:is |appears to be |seems )?(?:corrupt|damaged|broken|truncated)|invaliddataerror|unsupported (?:image|audio|video|media|file|input|container) (?:format|type|codec)|(?:file|media|image|container) (?:format|type) (?:is |was )?(?:not|un) ?supported|premature end of|cannot identify image|headernotfound|(?:can't|cannot) sync to|couldntdecode|not detecting m3u8|read (?:the )?(?:first frame|duration|video stream|audio stream) (?:of|from)|\(near\) nan|\b(?:no|without|missing) (?:dts|pts)\b|determine (?:the )?(?:type|format|codec) of|no suitable format reader|unknown content type|no supported source|src_not_supported|format not recogni[sz]ed|does not start with riff|nobackenderror|(?:is )?not an? (?:\w{1,12} )?file\b(?! or directory)|unknown file type|(?:riff|file|id3) header|no handler for (?:file|this)/,
  ),
];

/** ffmpeg's closing words, which say that it failed and not why. Looked at after everything else. */
export const FFMPEG_VAGUE_RULES: readonly Rule[] = [
  rule('read_write_error', /^\[parsed_\w{1,30} @ .{0,30}unable to open/),
  rule('file_not_found', /could find no file with/),
  rule('bad_argument', /^error opening output files?.{0,200}: invalid argument/),
  // This component of ffmpeg tells of nothing but errors.
  rule('certificate_error', /^\[(?:ffmpeg\] tls: |tls @ ).{0,200}\bcertificate/),
  rule('tls_error', /^\[(?:ffmpeg\] tls: |tls @ )/),
  rule(
    'program_failed',
    /^conversion failed!|^error opening (?:input|output) files?|error (?:initializing|configuring) (?:output|filter)|task finished with error code/,
  ),
  rule(
    'program_failed',
    /ffmpeg (?:exited|finished|failed|terminated|returned)|nothing was written into output file|error (?:while )?(?:opening|processing) /,
  ),
  // Liquidsoap numbers what is wrong with a script; below zero it does not know.
  rule('bad_argument', /(?:^|[\s|>])error \d{1,2}: /),
  rule('program_failed', /\b(?:ffmpeg|ffprobe|yt-dlp|youtube-dl|liquidsoap) error\b/),
  rule('program_failed', /too many packets buffered|\berror \w{0,10}(?:en|de)coder\b/),
  rule('program_failed', /(?:^|[\s|>])error -\d{1,3}: unknown error/),
  rule('bad_argument', /invalid argument/),
];
