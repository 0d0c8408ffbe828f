import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

/**
 * What sites say of the thing itself, in the words of some hundred extractors. Looked at after every cause and only in
 * lines that complain: the words are common. Which of the types of a category it is, matters less here.
 */
export const SAID_RULES: readonly Rule[] = [
  rule(
    'geo_blocked',
    /\bin (?:your|this|the) (?:country|region|location|territory)|(?:available|licensed|viewable|accessible|playable|shown?) (?:only )?(?:in|within|to users in|from within) (?:mainland )?\w{1,20}(?: only)?[ ."'}]*$|(?:outside|outwith) (?:of )?(?!the (?:range|bounds|file|dir|work))\w{2,20}|by decision of the|your (?:country|region|location)\b|not available (?:in|from) your|region[- ]?(?:lock|restrict|block)/,
    marked,
  ),
  rule('drm_protected', /\bdrm\b|protected (?:videos?|streams?|content)|widevine|playready|fairplay/, marked),
  rule(
    'rate_limited',
    /(?:daily|hourly|download|play|view|request|usage|api|rate) limit|limit (?:was |is |has been )?(?:exceeded|reached)|(?:reached|exceeded) (?:your|the) .{0,30}(?:limit|quota)|too (?:frequent|often|fast|many (?:requests|downloads))|flood[ _]?(?:wait|control)|rate\/request limit|slow ?down/,
    marked,
  ),
  rule(
    'bot_check',
    /\bwaf\b|challenge (?:page|failed|required)|cloudflare|are you human|anti-?(?:scrap|crawl)/,
    marked,
  ),
  rule(
    'forbidden',
    /(?:blocked|denied|banned|rejected|refused) (?:by|from) (?:the )?(?:server|site|youtube|host|wsj|yt\b)|(?:request|access|ip(?: address)?)\b.{0,20} (?:was|is|has been|been|got|were) (?:blocked|banned)|is blocking (?:this|your|the|our|us|me|my)|you (?:may |might )?(?:have|are|were) (?:been |probably )?(?:getting )?(?:blocked|banned)|(?:getting|got|being) blocked|access .{0,40}(?:forbidden|denied|blocked)|\bforbidden\b/,
    marked,
  ),
  rule(
    'members_only',
    /subscription|subscribe to|\bis paid\b|(?:not|isn't|is not) (?:available )?(?:for )?free\b|(?:pay|paid) (?:for|to|content)|purchase|\brent(?:al|ed)?\b|\bpremium\b|\bvip\b|(?:to|by|for) .{0,30}\b(?:members|patrons|subscribers|supporters|backers)\b|upgrade your (?:plan|account)|paywall/,
    marked,
  ),
  rule(
    'private',
    /private (?:show|video|account|content)|friends only|\bis private\b|visible only to/,
    marked,
  ),
  rule(
    'unauthorized',
    /(?:fail\w*|unable|cannot|couldn't|could not|error)\b.{0,20} (?:log(?:ging)? ?-?in|sign(?:ing)? ?-?in|re-?authori[sz]e|authenticat)|log-?in (?:info|details|error|attempt|page failed|redirect failed)|(?:username|user name|email|password|credentials?|api key|api token|token|otp|mfa).{0,40}(?:incorrect|invalid|wrong|expired|rejected|not valid|lost|failed|mismatch)|(?:incorrect|invalid|wrong|bad|missing|renewed|validate|unable to verify) .{0,30}(?:username|password|credentials|api key|otp|token)|password[- ]protected|authori[sz]ation (?:rejected|lost|failed|denied)|(?:token|mfa) .{0,20}failed|unusual location/,
    marked,
  ),
  rule(
    'login_required',
    /cookies? .{0,40}(?:needed|required|missing)|(?:fresh|add|use|provide|need|without) cookies|\blogin_required|verify your account|(?:account|log-?in|sign-?in|authentication|registration|email and password) (?:is |are )?(?:needed|required|necessary)|--username|--cookies|(?:do|does)(?: not|n't) have (?:access|permission|the right)|(?:no|need|without|requires?) (?:access|permission|an account|you to log)|\blocked\b|contents? (?:is |are )?locked|age[- ]?gate|guest token|you (?:need|have) to (?:log|sign)|only (?:for|visible to) (?:registered|logged)|this (?:content|post|profile) (?:is )?unreachable/,
    marked,
  ),
  rule(
    'live_not_started',
    /(?:not|isn't|never|no longer) (?:currently |yet |been )?(?:live|online|streaming|on ?air|broadcasting)\b|\boffline\b|not (?:yet )?available yet|not yet (?:available|released|published|aired|public)|not (?:been )?(?:available|released|published|aired|public) yet|(?:available|starts?|airs?) (?:only )?(?:after|on|at|from) \d|(?:still|is|being) (?:queued|processing|processed|encoding)|upcoming|processing this (?:video|audio|track)|check back later|no (?:live|active) streams?\b/,
    marked,
  ),
  rule(
    'removed',
    /(?:stream|broadcast|live|show|event|space|premiere)\b.{0,20} (?:has |have |is )?(?:already |been )?(?:ended|finished|over|expired)|\bexpired\b|\bcopyright|was not archived|: suspended\b|(?:was|been|is) (?:deleted|removed|taken|withdrawn|terminated|suspended|disabled|banned|censored)|(?:suspended|terminated|banned) (?:user|account|channel)/,
    marked,
  ),
  rule(
    'not_found',
    /(?:empty|deleted|missing|removed) or private|private or (?:empty|deleted|missing|removed)|(?:find|found) (?:any |the |a |an )?(?:requested |matching |suitable |such |youtube ){0,2}(?:video|track|song|result|episode|playlist|channel|user|formats?)s?\b(?! (?:id|url|data|info|metadata|page|player|script|json|function|element|config))|^nothing (?:was )?found|(?:does|do|did)(?: not|n't) exist\b|(?:does|do|did)(?: not|n't) (?:contain|have|include) (?:an? |any |the )?(?:\w{1,20} )?(?:video|audio|media|podcast|episode|track|stream|tab|playlist|content|clip|song|image)?|\bno such (?!file|option|device|process|host|module|column|table|filter|codec)|(?:is )?not an? (?:video|audio|playlist|track|media)\b|(?:no|any|without) .{0,40}(?:video|audio|media|song|track|episode|entr|stream|clip|content|result|source|embed|upload|chapter|attachment|match)\w{0,4}\b.{0,30}(?:found|available|detected|exist|in (?:the |this )|on (?:the |this )|at )|(?:requested|page|video|item|content|resource|object|entity)\b.{0,40} (?:can ?not|could not|couldn't|can't|was not) be found|^error: not found\b|has no (?:video|audio|upload|track|media|stream|tab|episode|entr|item|content)|there (?:is|are|was|were) no (?:video|audio|media|track|stream|song)/,
    marked,
  ),
  rule(
    'video_unavailable',
    /(?:video|stream|clip|track|song|episode|channel|content|media|show|audio|program|playlist|post|tweet|item|vod|archive|live|download)s?\b.{0,60}(?:unavailable|not (?:be )?(?:available|playable|accessible|viewable|streamable|downloadable|allowed)|inaccessible|can't be (?:played|accessed)|restricted|blocked|is invalid)|no downloads? available|(?:unable|failed|cannot) to access (?:the )?(?:page|video|stream|content)|\bis blocked\b|not made (?:this|the) \w{1,20} available|not (?:currently )?(?:available|playable)\b|only (?:a )?(?:preview|trailer|teaser|sample)s? (?:is |are )?available/,
    marked,
  ),
];

/**
 * yt-dlp met an answer that it expects, and says it in the site's own words, which may be of any language: the site
 * does not play it.
 */
export const SITE_REFUSED_RULES: readonly Rule[] = [
  rule(
    'bad_argument',
    /did you forget to quote|extractor-arg|invalid (?:extractor|playlist|language|query|video id|filter)|pass(?:ing)? --|unsupported (?:language|browser|keyring|platform)/,
    marked,
  ),
  rule('unsupported_url', /(?:web)?site is no longer supported|for piracy/, marked),
  rule(
    'not_found',
    /^error: \[[\w.:+-]{1,60}\] \S{1,80}: (?!unable|failed|could not|cannot|can't|error).{0,80}\b(?:(?:was |were )?not found|cannot be found)/,
    marked,
  ),
  rule(
    'video_unavailable',
    /^(?:[\w.]{0,60}error: ){1,3}(?:\[[\w.:+-]{1,60}\] \S{1,80}: )?(?!unable|failed|could not|cannot|can't|error|invalid|unknown|unsupported|missing|no\b)\S{1,60} (?:said|says|returned error|responded)\b/,
  ),
];
