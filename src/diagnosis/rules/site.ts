import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

/** The site turned us away. Words as yt-dlp and youtube-dl print them, and as the sites say them. */
export const BLOCKED_RULES: readonly Rule[] = [
  rule(
    'rate_limited',
    /too ?many ?requests|rate\/request limit|flood[ _]?(?:wait|control)|rate[- ]limited|rate limit (?:reached|exceeded|hit)|exceeded .{0,40}rate limit/,
  ),
  rule(
    'rate_limited',
    /please wait a (?:few minutes|while)|ratelimit(?:ed|error|exceeded)?\b|too many (?:attempts|tries|logins)|quota exceeded|exceeded your .{0,20}quota|content isn't available, try again later/,
  ),
  rule(
    'bot_check',
    /not a (?:ro)?bot\b|are you a robot|verify (?:that )?you are human|captcha|unusual traffic/,
  ),
  rule(
    'bot_check',
    /confirm (?:that )?you(?:'re| are) (?:human|not a)|cloudflare .{0,40}(?:challenge|anti)|automated (?:queries|requests|access)|suspicious activity|anti-bot|bot ?(?:detection|check|protection)|detected as a bot|\[bilibili.{0,80}http error 412/,
  ),
  rule(
    'geo_blocked',
    /(?:not|isn't|un)[- ]?available (?:in|from|for) (?:your|this|the) (?:country|region|location|territory|area)/,
  ),
  rule('geo_blocked', /not (?:been )?made (?:this|the) \w{1,20} available in your (?:country|region)/),
  rule(
    'geo_blocked',
    /geo[-_ ]?(?:restrict|block|lock|bypass|fenc|location\b)|blocked (?:it )?in your (?:country|region)/,
  ),
  rule(
    'geo_blocked',
    /people who live where you live|only available (?:in|to (?:people|users|viewers) in) (?!hd|4k|full)/,
  ),
  rule(
    'geo_blocked',
    /said: this video is available in |(?:vpn or a )?proxy server \(with --proxy\)/,
    marked,
  ),
  rule(
    'geo_blocked',
    /(?:not|un) ?available outside|\b(?:utenfor|utanför|uden for|außerhalb|hors d[eu]|fuera de|fuori dall\w{0,2})\b|outside (?:of )?(?:your|this|the|its) (?:country|region|area)|in your (?:country|region)\b/,
    marked,
  ),
  rule('po_token', /\bpo[ _-]?tokens?\b|proof[- ]of[- ]origin/),
  rule(
    'forbidden',
    /\bip (?:address )?(?:is|was|has been|may be|might be) (?:blocked|banned)|access (?:is )?forbidden|error-quark: forbidden/,
  ),
];

/** The account, or the want of one. */
export const ACCOUNT_RULES: readonly Rule[] = [
  rule(
    'cookies_invalid',
    /cookies? (?:are|is|were) no longer valid|cookies? .{0,40}(?:expired|invalid|rotated|revoked)/,
  ),
  rule(
    'cookies_invalid',
    /does not look like a netscape format|cookies file must be netscape|failed to load cookies/,
  ),
  rule(
    'cookies_invalid',
    /could not (?:copy|find) .{0,80}cookies? database|failed to decrypt .{0,40}(?:dpapi|cookie)|(?<!token: )(?:session|cookies?) (?:has |have )?(?:expired|been revoked)|\bloaderror\b/,
  ),
  rule(
    'private',
    /private video|(?:video|account|playlist|post|tweet|profile|user|channel|track|album) is (?:set to )?private/,
  ),
  rule(
    'private',
    /set to private|protected tweet|tweets are protected|from a private account|private (?:account|playlist|profile)/,
  ),
  rule(
    'members_only',
    /members?[- ]only\b|for (?:\w{1,20} )?(?:members|subscribers|patrons) only|only for (?:\w{1,20} )?(?:members|subscribers)|available to this channel's members|join this channel|become a member/,
  ),
  rule(
    'members_only',
    /(?:subscriber|patron|sub|vip|premium)s?[- ]only|premium (?:members?|users?|account|subscri)/,
  ),
  rule(
    'members_only',
    /requires? (?:a |an )?(?:\w{1,20} )?(?:subscription|membership|payment|purchase|rental)/,
  ),
  rule(
    'members_only',
    /(?:paid|active|valid) subscription|only available (?:to|for) (?:\w{1,20} )?(?:patrons|subscribers|members)/,
  ),
  rule(
    'age_restricted',
    /confirm your age|age[- ](?:restrict|gate|verif|limit)|inappropriate for some users|adults? only/,
  ),
  rule('age_restricted', /nsfwviewer|nsfw tweet|(?:at least|over|under) 18\b|mature content|old enough to/),
  rule(
    'unauthorized',
    /(?:invalid|incorrect|wrong|bad|expired) (?:access |auth |bearer |refresh )?token\b|token (?:has |is )?(?:expired|invalid|revoked)|login denied|invalid[_ ](?:client|grant|token|scope)\b|(?:invalid|incorrect|wrong|bad) (?:username|user name|login|password|credentials?|api key)/,
  ),
  rule(
    'unauthorized',
    /login failed|log-?in (?:was )?unsuccessful|unable to log ?in(?!: http error (?!40[13]))|(?:authentication|authorization) (?:fail(?:ed|ure)|error|denied)|auth(?:entication)? ?(?:failed|required \(http)|(?:login|log in) (?:was )?(?:rejected|denied|blocked)|(?:could not|couldn't|cannot) log (?:you )?in\b|(?:authentication|unauthorized|invalidcredentials)(?:error|exception)/,
  ),
  rule(
    'unauthorized',
    /protected by a pass(?:word|phrase)|--video-password|(?<!\b4(?:0[02-9]|\d[1-9])\W{1,3})\bunauthorized\b|wrong mount or password|wrong user(?:name)?(?:\/| or | and )pass|invalid or missing password/,
  ),
  rule(
    'login_required',
    /asked .{0,40}to (?:log|sign) in|redirect\w{0,3} to (?:the )?(?:log-?in|sign-?in)|(?:authorization|loginrequired|notloggedin)(?:error|exception)|(?<!proxy )authentication (?:is )?required|log ?in (?:is )?required|login or|registered users|requir(?:es?|ing) (?:a )?(?:log ?in|authentication|an account)/,
  ),
  rule(
    'login_required',
    /(?:need|have|required|must|please) (?:to )?(?:be )?(?:log(?:ged)?|sign(?:ed)?)[- ]?in/,
  ),
  rule(
    'login_required',
    /sign in to (?:confirm|view|watch|continue|access)|only (?:works|available) when logged[- ]in/,
  ),
  rule(
    'login_required',
    /--cookies-from-browser|account credentials|login details are needed|not logged in|locked behind the login/,
    marked,
  ),
];

/** The thing itself is not to be had. */
export const UNAVAILABLE_RULES: readonly Rule[] = [
  rule('not_found', /gst-resource-error-quark: not found/),
  rule('not_found', /requested entity was not found/),
  rule('module_missing', /impersonate target .{0,40}not available/),
  rule(
    'live_not_started',
    /premieres? (?:in|on|will begin|at) |live event (?:will begin|has not)|live (?:stream )?will begin/,
  ),
  rule(
    'live_not_started',
    /not currently live|(?:currently|is|channel) offline|(?:has|have) not (?:yet )?(?:started|begun)|stream is not live|live_stream_offline|before the (?:broadcast|stream|event|premiere|show) (?:starts|begins)|(?:stream|event|broadcast|show|premiere) (?:will )?(?:starts?|begins?) (?:in|at|on|soon)|scheduled (?:for|to (?:start|begin))|not (?:started|begun) yet|not yet (?:started|live|begun)|waiting for the (?:live ?stream|stream|live|broadcast|event|premiere)/,
  ),
  rule(
    'drm_protected',
    /drm[- ]protect|known to use drm|use(?:s)? drm|drm protection|protected (?:by|with) drm|\bdrm\b.{0,40}not supported|(?:widevine|playready|fairplay) drm|encrypted with drm/,
  ),
  rule(
    'removed',
    /has been (?:removed|deleted|taken down)|been removed by|removed (?:by|for violat)|was (?:removed|deleted)/,
  ),
  rule(
    'removed',
    /account .{0,80}(?:terminated|suspended|closed)|no longer (?:available|exists?)|copyright (?:claim|grounds)/,
  ),
  rule(
    'removed',
    /taken down|http error 410|\b410[:]? gone\b|live stream recording is not available|live event has ended/,
  ),
  rule(
    'format_unavailable',
    /requested (?:video |audio )?formats? (?:is |are )?not available|specified stream\(?s?\)? .{0,60}(?:not be found|not available)|no suitable formats?/,
  ),
  rule(
    'format_unavailable',
    /only images are available|no such format|format .{0,20}(?:is )?not available/,
    marked,
  ),
  rule('tool_outdated', /version .{0,40}(?:is )?(?:too old|outdated)/),
  rule(
    'not_found',
    /(?:video|playlist|channel|page|user|tweet|post|track|account|media|content|show|episode)s? (?:does|do)(?: not|n't) exist/,
  ),
  rule(
    'not_found',
    /(?:video|playlist|page|user|tweet|post|track|media|channel|episode)s? (?:was |could )?not (?:be )?found/,
  ),
  rule(
    'invalid_media',
    /no (?:video|audio) (?:streams?|tracks?) (?:were |was )?(?:found |detected |present )?(?:for asset|in (?:the |this )?(?:input|file|source|container))/,
  ),
  rule(
    'not_found',
    /no (?:video|media|audio)s? (?:could be |was |were )?found|no status found|no (?:usable |matching |search )?(?:results?|matches) (?:found|for)|(?<!file)(?<!module)(?<!header)(?<!regex)(?:notfound|doesnotexist)(?:error|exception)|remote file not found|there(?:'s| is) no video in/,
  ),
  rule(
    'video_unavailable',
    /(?<!http error \d{3} )(?:video|content|playlist|post|track|media|stream|recording)s? (?:is |are )?(?:currently )?(?:unavailable|not available|isn't available)/,
  ),
  rule(
    'video_unavailable',
    /(?:video|content|post|track|media|page) isn't available|unavailable video|not available for download|no playable streams?|no streams? (?:were )?(?:found|available)|blocked it from display|not available on this app|on the latest version of youtube|cannot be viewed anonymously|can(?:'t|not) access this (?:video|content|post|page|playlist)/,
  ),
];
