import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

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
    /no (?:video|media|audio)s? (?:could be |was |were )?found|no status found|no (?:usable |matching |search )?(?:results?|matches) (?:found|for)|could not match any|(?<!file)(?<!module)(?<!header)(?<!regex)(?:notfound|doesnotexist)(?:error|exception)|remote file not found|there(?:'s| is) no video in/,
  ),
  rule(
    'video_unavailable',
    /(?<!http error \d{3} )(?:video|content|playlist|post|track|media|stream|recording)s? (?:is |are )?(?:currently )?(?:unavailable|not available|isn't available)/,
  ),
  rule(
    'video_unavailable',
    /(?:video|content|post|track|media|page) isn't available|unavailable video|not available for download|no playable streams?|playability\w{0,8}\W{1,6}(?:unplayable|error)|no (?:\w{1,12} ){0,2}(?:formats?|streams?) (?:\w{1,12} )?available|no streams? (?:were )?(?:found|available)|blocked it from display|not available on this app|on the latest version of youtube|cannot be viewed anonymously|can(?:'t|not) access this (?:video|content|post|page|playlist)/,
  ),
];
