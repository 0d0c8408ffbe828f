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
    /enable javascript and cookies to continue|just a moment\.\.\.|not a (?:ro)?bot\b|are you a robot|verify (?:that )?you are human|captcha|unusual traffic/,
  ),
  rule(
    'bot_check',
    /confirm (?:that )?you(?:'re| are) (?:human|not a)|cloudflare .{0,40}(?:challenge|anti)|automated (?:queries|requests|access)|suspicious activity|anti-bot|bot ?(?:detection|check|protection|challenge)|detected as a bot|\[bilibili.{0,80}http error 412/,
  ),
  rule(
    'geo_blocked',
    /(?:not|isn't|un)[- ]?available (?:in|from|for) (?:your|this|the) (?:country|region|location|territory|area|jurisdiction|state|market)/,
  ),
  rule(
    'geo_blocked',
    /not (?:been )?made (?:this|the) \w{1,20} available in your (?:country|region|location|territory)/,
  ),
  rule(
    'geo_blocked',
    /geo[-_ ]?(?:restrict|block|lock|bypass|fenc|location\b)|blocked (?:it )?in your (?:country|region|jurisdiction|territory|location)/,
  ),
  rule(
    'geo_blocked',
    /people who live where you live|only (?:available|accessible|viewable|playable|works?|permitted|allowed|licensed) (?:in|within|from|to (?:people|users|viewers|residents) (?:in|of)) (?!(?:an? |the )?(?:hd|4k|full|app|browser|mobile|web|ios|android|desktop|chrome|youtube|live|logged))|(?:(?:may|can) )?only be (?:viewed|watched|played|streamed|accessed|seen) (?:in|within|from|inside) (?!the (?:app|browser)|an?\b)/,
  ),
  rule(
    'geo_blocked',
    /said: this video is available in |(?:vpn or a )?proxy server \(with --proxy\)/,
    marked,
  ),
  rule(
    'geo_blocked',
    /(?:not|un) ?available outside|\b(?:utenfor|utanför|uden for|außerhalb|hors d[eu]|fuera de|fuori dall\w{0,2})\b|outside (?:of )?(?:your|this|the|its) (?:country|region|area|territory)|in your (?:country|region)\b|(?:current|your|present) (?:geographic(?:al)? )?location\b(?! bar)|(?:regional|territorial|country|geographic\w{0,2}) (?:restriction|licens|block|limit|rights)|area is inaccessible|withheld in |must be (?:located )?(?:in|within|inside) the \w|(?:limited|restricted) to (?:the |users in |viewers in )?(?:u\.?s|usa|uk|eu|netherlands|germany|canada|france|japan|china|australia|united \w{2,8})\b/,
    marked,
  ),
  rule('po_token', /\bpo[ _-]?tokens?\b|proof[- ]of[- ]origin/),
  rule(
    'forbidden',
    /\bip (?:address )?(?:is|was|has been|may be|might be) (?:blocked|banned)|access (?:is )?forbidden|access denied by (?:security|policy)|(?:request|access|you(?:'ve| have)?) (?:was |is |has |were )?(?:been )?(?:blocked|rejected) by (?!the (?:user|admin))|you have been blocked|ip (?:address )?(?:was|is|has been) (?:blocked|banned|blacklisted|flagged)|blocked your ip|error-quark: forbidden/,
  ),
];
