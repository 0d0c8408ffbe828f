import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

/** What only yt-dlp and youtube-dl say, and is about themselves. */
export const YTDLP_RULES: readonly Rule[] = [
  // mpv, of the program that it looked for.
  rule('program_missing', /not found or not enough permissions/),
  rule('module_missing', /nosupportinghandlers|unsupported extensions: impersonat/),
  rule(
    'ffmpeg_missing',
    /need ffmpeg exe|ffmpeg (?:is )?not (?:initiali[sz]ed|ready)|no ffmpeg (?:exe|binary|executable)|(?:ffmpeg|ffprobe|avconv|avprobe)['"`]?(?: (?:binary|executable|exe|command|program|install\w{0,6}|path))?(?: and \w{1,10}| or \w{1,10}|\/avconv|\/avprobe){0,2}(?: is| are| was)? (?:not|cannot be|could not be) (?:found|installed|available)(?! (?:in|for) (?:input|stream))/,
  ),
  rule(
    'ffmpeg_missing',
    /(?:cannot|can't|could not|couldn't|unable to) (?:find|locate) (?:ffmpeg|ffprobe)|ff(?:mpeg|probe) could(?: not|n't) be found/,
  ),
  rule(
    'ffmpeg_missing',
    /ffmpeg-location .{0,200}does not exist|ffmpeg executable (?:was )?not found|spawn \S{0,80}ff(?:mpeg|probe)\S{0,10} enoent/,
  ),
  rule(
    'ffmpeg_missing',
    /ff(?:mpeg|probe): (?:command )?not found|'ff(?:mpeg|probe)' is not recognized|no such file or directory: '[^']{0,80}ff(?:mpeg|probe)'/,
  ),
  rule(
    'signature_extraction',
    /nsig extraction failed|signature (?:extraction|solving) failed|(?:n|sig|js) challenges? .{0,20}fail|solving .{0,20}challenge.{0,20}fail/,
  ),
  rule(
    'signature_extraction',
    /error running (?:deno|node|bun|quickjs|\w{1,12}) process|sig function possibilities|get_throttling_function|challenge requests? using/,
  ),
  rule(
    'signature_extraction',
    /error solving .{0,20}challenge|decipher function|n[- ]?transform function|unable to extract .{0,20}nsig|unable to extract .{0,40}(?:signature|n function|player url|js player)/,
  ),
  rule(
    'signature_extraction',
    /javascript runtime|phantomjs (?:executable )?not found|challenge solver|could not find js function|unable to (?:decrypt|decode) .{0,20}(?:signature|nsig|n-param)/,
    marked,
  ),
  rule(
    'bad_argument',
    /please call (?:yt-dlp|youtube-dl) (?:with|like)|embed-only|no such option|invalid (?:format|time ?range|retry|rate|audio) .{0,20}specif|doesn't make any sense|conflicting options|error in output template/,
  ),
  // An address that the extractor put together, and not the one that was given.
  rule('extractor_error', /valueerror: unknown url type: '[/*]/),
  rule(
    'unsupported_url',
    /(?:url|site|website|link)s? (?:is |are |might be |may be |be )?(?:not|isn't|aren't) (?:yet |be |currently )?(?:supported|enabled)|unsupported (?:url|site|website|domain|link)\b|invalid (?:\w{2,12} )?(?:url|link)\b|unknown url type|not an? (?:valid |supported )?\w{1,20} (?:domain|url|link)\b|no suitable extractor|is not a valid url|failed to parse url from|only absolute urls|incomplete youtube id|no suitable infoextractor|provide a (?:valid )?(?:url|link)/,
  ),
  rule(
    'tool_outdated',
    /unsupported version of python|engine "?\w{1,20}"? is incompatible|\bebadengine\b|unsupported engine|expected version "?[<>=^~]|python (?:version )?[\d.x+]{1,6} (?:is )?(?:no longer|not) supported|requires? (?:a )?(?:newer|later|more recent) version|please (?:update|upgrade) (?:yt-dlp|youtube-dl|ffmpeg|the app|to the latest)/,
  ),
  rule('tool_outdated', /\byt-dlp\b.{0,60}(?:older than|out ?dated|too old|out of date)/, marked),
  rule('tool_outdated', /use (?:that|it) to update/, marked),
  rule(
    'extractor_error',
    /parsingerror\]?: type mismatch|unsupported js (?:expression|statement)|jsinterpreter\.exception/,
  ),
  rule('stalled', /below throttle limit|below throttled rate|throttled/, marked),
  // A step after the download, whose own program does not say more than that its input or output was not right.
  rule(
    'post_processing',
    /^(?:error: )?(?:post|pre)-?process(?:ing|or)(?!.{0,300}(?:permission denied|no such file|no space|invalid data)).{0,200}(?:invalid argument|could not find codec|error (?:opening|splitting|parsing|initiali[sz]ing|while)|not currently supported)|ffmpegpostprocessorerror/,
  ),
  rule('interrupted', /^interrupted! |interrupted by user|\bkeyboardinterrupt\b/),
  rule(
    'cancelled',
    /download (?:was )?cancelled|immediate exit requested|cancell?ederror|operation (?:was |has been )?(?:aborted|cancell?ed)(?! due to timeout)|aborted by (?:the )?user|user aborted a request|^user (?:has )?(?:aborted|cancell?ed)\b/,
  ),
];

/** yt-dlp's own words for a step that failed for a reason that the line may not tell. Looked at after the reasons. */
export const YTDLP_VAGUE_RULES: readonly Rule[] = [
  rule(
    'post_processing',
    /(?:post|pre)-?processing(?: error)?:|postprocessorerror|postprocessingerror|stream #\d{1,3}:\d{1,3} -> #|audio conversion failed|unable to determine video duration|error (?:fixing|embedding|merging)/,
  ),
  rule(
    'post_processing',
    /unable to obtain file audio codec|unable to embed|(?:could not|unable to) (?:write|add) (?:metadata|thumbnail|subtitles)/,
    marked,
  ),
  rule('extractor_error', /no (?:video )?formats? found/),
  rule(
    'extractor_error',
    /^'?nonetype'? object|^'\w{1,20}' object (?:has no|is not)|^list index out of range|missing .{0,30}(?:key|field) in (?:the )?(?:json|response)/,
  ),
  // Python's own words: the extractor met what it did not expect.
  rule(
    'extractor_error',
    /'?nonetype'? object|object (?:has no attribute|is not (?:subscriptable|iterable|callable))|argument of type '|expected string or bytes|list index out of range|\b(?:key|index|attribute|type|value|regexnotfound|regexmatch)error(?:\(|: (?!fetch failed|failed to fetch|terminated))/,
    marked,
  ),
  rule(
    'extractor_error',
    /(?:unable to|failed to|could not|cannot|can't|couldn't) (?:extract|parse|decode (?:json|the response))|an extractor error|no player response|needs to be reloaded/,
    marked,
  ),
  rule(
    'extractor_error',
    /(?:unable to|failed to|could not|cannot|can't|couldn't|error (?:while )?) ?(?:retriev|get|obtain|fetch)\w{0,3} (?:the )?(?:video|playlist|player|stream|track|format|m3u8|hls|dash|channel|media)s?(?:'s)? (?:metadata|info\w{0,7}|urls?|data|id|config|link)\b/,
    marked,
  ),
  rule(
    'extractor_error',
    /failed to (?:download|fetch) .{0,40}(?:manifest|player|api|json)|unexpected (?:response|result) from/,
    marked,
  ),
  rule(
    'incomplete_read',
    /fragment \d{1,9} not found|fragment not found|skipping fragment|did not get any data blocks|downloaded file is empty/,
  ),
];
