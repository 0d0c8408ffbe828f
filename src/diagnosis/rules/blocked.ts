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
