/** What is left of a user agent: the kind of program and its major version, of which many people have the same. */
export interface ReducedUserAgent {
  readonly name: string;
  /** Major version, in digits. */
  readonly version?: string;
  /** It says itself that it is no person. */
  readonly bot?: true;
}

/** The two names that instrumentations have had for it. */
export const USER_AGENTS: ReadonlySet<string> = new Set(['user_agent.original', 'http.user_agent']);

const OTHER: ReducedUserAgent = { name: 'other' };
const MAX_LENGTH = 512;

// Names as they stand before a slash and a version, and as they are told. In this order: most browsers also claim to be
// those further down.
const PROGRAMS: readonly (readonly [token: RegExp, name: string])[] = [
  [/\bEdg(?:e|A|iOS)?\/(\d{1,4})/, 'Edge'],
  [/\b(?:OPR|OPX|OPT|Opera)\/(\d{1,4})/, 'Opera'],
  [/\bSamsungBrowser\/(\d{1,4})/, 'Samsung Internet'],
  [/\bYaBrowser\/(\d{1,4})/, 'Yandex Browser'],
  [/\bVivaldi\/(\d{1,4})/, 'Vivaldi'],
  [/\bUCBrowser\/(\d{1,4})/, 'UC Browser'],
  [/\bDuckDuckGo\/(\d{1,4})/, 'DuckDuckGo'],
  [/\bElectron\/(\d{1,4})/, 'Electron'],
  [/\bHeadlessChrome\/(\d{1,4})/, 'Headless Chrome'],
  [/\b(?:Firefox|FxiOS)\/(\d{1,4})/, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\/(\d{1,4})/, 'Chrome'],
  [/\bAppleCoreMedia\/(\d{1,4})/, 'AppleCoreMedia'],
  [/\bVersion\/(\d{1,4})[^/]{0,20} (?:Mobile\/\w{1,12} )?Safari\//, 'Safari'],
  [/\bMSIE (\d{1,4})/, 'Internet Explorer'],
  [/\bTrident\/.{0,200}\brv:(\d{1,4})/, 'Internet Explorer'],
  [/^curl\/(\d{1,4})/, 'curl'],
  [/^Wget2?\/(\d{1,4})/, 'Wget'],
  [/^HTTPie\/(\d{1,4})/, 'HTTPie'],
  [/\byt-dlp\/(\d{1,4})/i, 'yt-dlp'],
  [/\byoutube-dl\/(\d{1,4})/i, 'youtube-dl'],
  [/\bLavf\/(\d{1,4})/, 'ffmpeg'],
  [/\bLiquidsoap\/(\d{1,4})/i, 'Liquidsoap'],
  [/\bVLC\/(\d{1,4})/, 'VLC'],
  [/\b(?:mpv|libmpv)[ /](\d{1,4})/, 'mpv'],
  [/\b(?:Music Player Daemon|MPD)[ /](\d{1,4})/, 'MPD'],
  [/\bKodi\/(\d{1,4})/, 'Kodi'],
  [/\bSonos\/(\d{1,4})/, 'Sonos'],
  [/\bExoPlayer(?:Lib)?\/(\d{1,4})/, 'ExoPlayer'],
  [/\bstagefright\/(\d{1,4})/, 'Android media player'],
  [/\b(?:GStreamer|souphttpsrc)[^/]{0,30}\/?(\d{1,4})?/, 'GStreamer'],
  [/\bWinamp(?:MPEG)?\/(\d{1,4})/, 'Winamp'],
  [/\bfoobar2000\/(\d{1,4})/, 'foobar2000'],
  [/\biTunes\/(\d{1,4})/, 'iTunes'],
  [/\bNSPlayer\/(\d{1,4})/, 'Windows Media Player'],
  [/\bokhttp\/(\d{1,4})/, 'okhttp'],
  [/\bDalvik\/(\d{1,4})/, 'Android app'],
  [/\bCFNetwork\/(\d{1,4})/, 'Apple app'],
  [/^python-requests\/(\d{1,4})/i, 'python-requests'],
  [/^python-urllib(?:3)?\/(\d{1,4})/i, 'python-urllib'],
  [/^python-httpx\/(\d{1,4})/i, 'httpx'],
  [/\baiohttp\/(\d{1,4})/i, 'aiohttp'],
  [/^Go-http-client\/(\d{1,4})/, 'Go'],
  [/^axios\/(\d{1,4})/, 'axios'],
  [/^got(?:\/(\d{1,4})| \()/, 'got'],
  [/^(?:node|node-fetch|undici)(?:\/(\d{1,4}))?(?:$| )/, 'Node.js'],
  [/^(?:Apache-HttpClient|Java)\/(\d{1,4})/, 'Java'],
  [/^libwww-perl\/(\d{1,4})/, 'libwww-perl'],
  [/^PostmanRuntime\/(\d{1,4})/, 'Postman'],
  [/^k6\/(\d{1,4})/, 'k6'],
  [/^Prometheus\/(\d{1,4})/, 'Prometheus'],
];

const BOTS: readonly (readonly [token: RegExp, name: string])[] = [
  [/\bGooglebot/i, 'Googlebot'],
  [/\bbingbot/i, 'bingbot'],
  [/\bYandex(?:Bot|Images|Media|Video)/i, 'YandexBot'],
  [/\bDuckDuckBot/i, 'DuckDuckBot'],
  [/\bBaiduspider/i, 'Baiduspider'],
  [/\bApplebot/i, 'Applebot'],
  [/\bfacebookexternalhit|\bmeta-external/i, 'Meta'],
  [/\bTwitterbot/i, 'Twitterbot'],
  [/\bTelegramBot/i, 'TelegramBot'],
  [/\bDiscordbot/i, 'Discordbot'],
  [/\bSlackbot/i, 'Slackbot'],
  [/\bLinkedInBot/i, 'LinkedInBot'],
  [/\bAhrefsBot/i, 'AhrefsBot'],
  [/\bSemrushBot/i, 'SemrushBot'],
  [/\bMJ12bot/i, 'MJ12bot'],
  [/\bPetalBot/i, 'PetalBot'],
  [/\bGPTBot|\bChatGPT-User|\bOAI-SearchBot/i, 'OpenAI'],
  [/\bClaudeBot|\bClaude-User/i, 'ClaudeBot'],
  [/\bCCBot/i, 'CCBot'],
  [/\bBytespider/i, 'Bytespider'],
  [/\bAmazonbot/i, 'Amazonbot'],
  [/\bUptimeRobot/i, 'UptimeRobot'],
  [/bot\b|crawl|spider|slurp|archiver/i, 'other bot'],
];

/**
 * Reduces a user agent to family and major version. The names are a fixed list, so nothing that somebody put into
 * the header leaves; what is not in the list is `other`. Linear in the length, of which 512 characters are read.
 */
export function reduceUserAgent(text: string): ReducedUserAgent {
  const read = text.slice(0, MAX_LENGTH);
  for (const [token, name] of BOTS) if (token.test(read)) return { name, bot: true };
  for (const [token, name] of PROGRAMS) {
    const found = token.exec(read);
    if (found) return found[1] === undefined ? { name } : { name, version: found[1] };
  }
  return OTHER;
}
