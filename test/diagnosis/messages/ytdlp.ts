import type { MessageCase } from './message.ts';

/**
 * Most from public issue threads of yt-dlp, youtube-dl and of programs that run them, 2014 to 2026; the rest in the
 * wording of their own sources, with ids made up.
 */
export const YTDLP_MESSAGES: readonly MessageCase[] = [
  // blocked
  [
    'bot_check',
    'ERROR: [youtube] Q1i3iDqIDBQ: Sign in to confirm you’re not a bot. Use --cookies-from-browser or --cookies for the authentication. See  https://github.com/yt-dlp/yt-dlp/wiki/FAQ#how-do-i-pass-cookies-to-yt-dlp  for how to manually pass cookies.',
  ],
  [
    'bot_check',
    "ERROR: [youtube] HoYsWagMFfE: Sign in to confirm you're not a bot. Use --cookies-from-browser or --cookies for the authentication.",
  ],
  [
    'bot_check',
    'ERROR: [youtube] 4zm45tQd8QI: Sign in to confirm you’re not a bot. This helps protect our community. Learn more',
  ],
  [
    'bot_check',
    'Sign in to confirm you’re not a bot. Use --cookies-from-browser or --cookies for the authentication.',
  ],
  [
    'bot_check',
    '> failed to create audio: yt-dlp failed with non-zero status code: ERROR: [youtube] MMLq3fhu7ms: Sign in to confirm you’re not a bot.',
  ],
  [
    'bot_check',
    'ERROR: [generic] Unable to download webpage: HTTP Error 403: Forbidden (caused by <HTTPError 403: Forbidden>). Got HTTP Error 403 caused by Cloudflare anti-bot challenge; try again with  --extractor-args "generic:impersonate"',
  ],
  [
    'bot_check',
    'ERROR: [BiliBili] 1xx411c7mD: Unable to download webpage: HTTP Error 412: Precondition Failed (caused by <HTTPError 412: Precondition Failed>)',
  ],
  [
    'geo_blocked',
    'ERROR: DDWKuo3gXMQ: YouTube said: Unfortunately, this video is not available in your country because it could contain music, for which we could not agree on conditions of use with GEMA.',
  ],
  [
    'geo_blocked',
    "ERROR: Vevo said: People who live where you live aren't allowed to watch this video. Not because we don't luv ya, but because the owners have some restrictions.",
  ],
  [
    'geo_blocked',
    'ERROR: [youtube] PGNiXGX2nLU: Video unavailable. The uploader has not made this video available in your country',
  ],
  [
    'geo_blocked',
    'ERROR: YouTube said: This video is available in Andorra, United Arab Emirates, Afghanistan, Antigua and Barbuda, Anguilla, Albania.',
  ],
  [
    'geo_blocked',
    'ERROR: [svtplay] jz2kQRe: This video is not available from your location due to geo restriction. You might want to use a VPN or a proxy server (with --proxy) to workaround.',
  ],
  [
    'geo_blocked',
    'ERROR: [youtube] xWRaqUSkRqg: Video unavailable. This video contains content from SME, who has blocked it in your country on copyright grounds',
  ],
  ['forbidden', 'ERROR: unable to download video data: HTTP Error 403: Forbidden'],
  ['forbidden', 'ERROR: [TikTok] 7626814321825271044: Your IP address is blocked from accessing this post'],
  [
    'forbidden',
    'ERROR: [vimeo] 824804225: Got HTTP Error 403. If you are using a data center IP or VPN/proxy, your IP may be blocked',
  ],
  ['forbidden', '[download] Got error: HTTP Error 403: Forbidden. Retrying fragment 33 (8/10)...'],
  [
    'po_token',
    'WARNING: [youtube] Gmm3GG9qNnw: ios client https formats require a GVS PO Token which was not provided. They will be skipped as they may yield HTTP Error 403. You can manually pass a GVS PO Token for this client with --extractor-args "youtube:po_token=ios.gvs+XXX".',
  ],
  [
    'rate_limited',
    'ERROR: [youtube] 9bZkp7q19f0: Unable to download API page: HTTP Error 429: Too Many Requests (caused by <HTTPError 429: Too Many Requests>)',
  ],
  [
    'rate_limited',
    "ERROR: [youtube] 8o0U4NFcsxg: Video unavailable. This content isn't available, try again later. The current session has been rate-limited by YouTube for up to an hour. It is recommended to use `-t sleep` to add a delay between video requests to avoid exceeding the rate limit.",
  ],
  ['rate_limited', 'WARNING: unable to download video info webpage: HTTP Error 429: Too Many Requests'],
  // auth
  [
    'cookies_invalid',
    'WARNING: [youtube] The provided YouTube account cookies are no longer valid. They have likely been rotated in the browser as a security measure. For tips on how to effectively export YouTube cookies, refer to https://github.com/yt-dlp/yt-dlp/wiki/Extractors#exporting-youtube-cookies .',
  ],
  ['cookies_invalid', "ERROR: '/config/cookies.txt' does not look like a Netscape format cookies file"],
  [
    'cookies_invalid',
    'ERROR: Could not copy Chrome cookie database. See  https://github.com/yt-dlp/yt-dlp/issues/7271  for more info',
  ],
  [
    'cookies_invalid',
    'http.cookiejar.LoadError: Cookies file must be Netscape formatted, not JSON. See  https://github.com/yt-dlp/yt-dlp/wiki/FAQ#how-do-i-pass-cookies-to-yt-dlp',
  ],
  [
    'login_required',
    'ERROR: [Instagram] DMiGcwLok9U: Requested content is not available, rate-limit reached or login required. Use --cookies-from-browser or --cookies for the authentication.',
  ],
  [
    'login_required',
    'ERROR: [Instagram] Clq_poiJd63: Requested content is not available, rate-limit reached or login required. Use --cookies, --cookies-from-browser, --username and --password, or --netrc (instagram) to provide account credentials',
  ],
  ['login_required', 'ERROR: You need to log in to access this content'],
  [
    'login_required',
    'ERROR: Video 47465571_171256428 is only available for registered users, use --username and --password options to provide account credentials.',
  ],
  [
    'login_required',
    'ERROR: [facebook] 1049172783: This video is only available for registered users. Use --cookies-from-browser or --cookies for the authentication.',
  ],
  [
    'login_required',
    'ERROR: [vimeo] 1067413498: The web client only works when logged-in. Use --cookies-from-browser or --cookies for the authentication.',
  ],
  [
    'age_restricted',
    'ERROR: [youtube] M3GgCZFVBIo: Sign in to confirm your age. This video may be inappropriate for some users',
  ],
  [
    'age_restricted',
    'yt_dlp.utils.DownloadError: ERROR: [youtube] pLWda_RrQn4: Sign in to confirm your age. This video may be inappropriate for some users.',
  ],
  ['age_restricted', 'ERROR: Sign in to confirm your age'],
  [
    'age_restricted',
    'ERROR: [twitter] 1886212999373086820: NSFW tweet requires authentication. Use --cookies-from-browser or --cookies for the authentication.',
  ],
  ['age_restricted', 'ERROR: [twitter] 1954937453: Error(s) while querying API: NsfwViewerHasNoStatedAge'],
  [
    'members_only',
    "ERROR: This video is available to this channel's members on level: MemberShrimp! (or any higher level). Join this channel to get access to members-only content and other exclusive perks.",
  ],
  [
    'members_only',
    'ERROR: [youtube] epoGMzLgyFQ: Join this channel from your computer or Android app to get access to members-only content like this video.',
  ],
  ['members_only', 'ERROR: [youtube] gdGL2P3Wyp8: This video is only available to Music Premium members'],
  [
    'unauthorized',
    'ERROR: [vimeo] 68375962: This video is protected by a password, use the --video-password option',
  ],
  ['unauthorized', 'ERROR: [niconico] Unable to login: Invalid username or password'],
  [
    'unauthorized',
    'ERROR: [crunchyroll] Unable to download JSON metadata: HTTP Error 401: Unauthorized (caused by <HTTPError 401: Unauthorized>)',
  ],
  // unavailable
  [
    'private',
    "ERROR: [youtube] dQw4w9WgXcQ: Private video. Sign in if you've been granted access to this video. Use --cookies-from-browser or --cookies for the authentication.",
  ],
  [
    'private',
    'ERROR: [youtube] USr0Bvg1ZOo: This video is private. If you would like access, please contact the owner',
  ],
  ['removed', 'ERROR: [youtube] S_NdzSj1syg: Video unavailable. This video has been removed by the uploader'],
  [
    'removed',
    'This video is no longer available because the YouTube account associated with this video has been terminated.',
  ],
  [
    'removed',
    "ERROR: [youtube] iux7MBPUKZI: Video unavailable. This video has been removed for violating YouTube's Terms of Service",
  ],
  ['video_unavailable', 'ERROR: YouTube said: This video is unavailable.'],
  ['video_unavailable', 'ERROR: [youtube] GjGRhIl0xWs: Video unavailable'],
  ['video_unavailable', '[youtube] GjGRhIl0xWs: Video unavailable'],
  ['video_unavailable', 'ERROR: [youtube] 23k951y8z7o: Video unavailable. This video is not available'],
  ['drm_protected', 'ERROR: [youtube] 6Dl5nGDx9rM: This video is DRM protected'],
  [
    'drm_protected',
    'ERROR: [DRM] The requested site is known to use DRM protection. It will NOT be supported. Please DO NOT open an issue, unless you have evidence that the video is not DRM protected',
  ],
  [
    'format_unavailable',
    'ERROR: [youtube] dUjD8FHkQks: Requested format is not available. Use --list-formats for a list of available formats',
  ],
  ['format_unavailable', 'ERROR: requested format not available'],
  ['not_found', 'ERROR: [youtube:tab] PLxyz: YouTube said: The playlist does not exist.'],
  ['not_found', 'ERROR: [twitter] 1886212999373086820: No video could be found in this tweet'],
  [
    'not_found',
    'ERROR: [generic] Unable to download webpage: HTTP Error 404: Not Found (caused by <HTTPError 404: Not Found>)',
  ],
  ['live_not_started', 'ERROR: [youtube] 23k951y8z7o: Premieres in 2 days'],
  ['live_not_started', 'ERROR: [youtube] eHB7HwCXYbY: This live event will begin in 98 minutes.'],
  ['live_not_started', 'ERROR: [twitch:stream] monstercat: The channel is not currently live'],
  // network, time-outs
  [
    'dns_failure',
    "ERROR: Unable to download webpage: <urlopen error [Errno -3] Temporary failure in name resolution> (caused by URLError(gaierror(-3, 'Temporary failure in name resolution'),))",
  ],
  [
    'dns_failure',
    `[2025-05-15 19:59:17,490: WARNING/ForkPoolWorker-2] ERROR: [youtube:tab] PL6uBymdpG-16q_rSNPx4RpoEB2-mQ6E2G: Unable to download API page: <urllib3.connection.HTTPSConnection object at 0x72dd0c0b2c10>: Failed to resolve 'www.youtube.com' ([Errno -3] Temporary failure in name resolution)`,
  ],
  [
    'dns_failure',
    "[2025-05-15 19:59:17,476: WARNING/ForkPoolWorker-2] WARNING: [youtube:tab] <urllib3.connection.HTTPSConnection object at 0x72dd0c0b32d0>: Failed to resolve 'www.youtube.com' ([Errno -3] Temporary failure in name resolution). Retrying (3/3)...",
  ],
  [
    'certificate_error',
    "ERROR: Unable to download webpage: <urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:590)> (caused by URLError(SSLError(1, u'[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:590)'),))",
  ],
  [
    'tls_error',
    'ERROR: [youtube] dQw4w9WgXcQ: Unable to download API page: EOF occurred in violation of protocol (_ssl.c:1131)',
  ],
  [
    'proxy_error',
    'WARNING: unable to fetch login page: <urlopen error Tunnel connection failed: 407 Proxy Authentication Required>',
  ],
  [
    'proxy_error',
    "ERROR: [youtube] 2WcbPcGrQZU: Unable to download API page: ('Unable to connect to proxy. Your proxy appears to only use HTTP and not HTTPS, try changing your proxy URL to be HTTP.', SSLError(SSLError(1, '[SSL] record layer failure (_ssl.c:1007)')))",
  ],
  [
    'connection_refused',
    "ERROR: [generic] Unable to download webpage: <urlopen error [Errno 111] Connection refused> (caused by URLError(ConnectionRefusedError(111, 'Connection refused')))",
  ],
  ['connection_reset', 'ERROR: unable to download video data: [Errno 104] Connection reset by peer'],
  [
    'connection_reset',
    "ERROR: [youtube] aPzvKH8AVf0: Unable to download API page: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
  ],
  ['incomplete_read', '[download] Got error: 245760 bytes read, 9831693 more expected. Retrying (3/10)...'],
  [
    'incomplete_read',
    'ERROR: [download] Got error: 245760 bytes read, 9831693 more expected. Giving up after 10 retries',
  ],
  [
    'incomplete_read',
    '[download]  52.8% of  690.49MiB at  350.09KiB/s ETA 15:53[download] Got error: 245760 bytes read, 9831693 more expected. Retrying (3/10)...',
  ],
  [
    'incomplete_read',
    'ERROR: unable to download video data: IncompleteRead(0 bytes read, 1048576 more expected)',
  ],
  [
    'timeout',
    "ERROR: Unable to download webpage: The read operation timed out (caused by timeout('The read operation timed out'))",
  ],
  [
    'timeout',
    "[download] Got error: HTTPSConnectionPool(host='rr2---sn-8xgp1vo-gpjl.googlevideo.com', port=443): Read timed out. (read timeout=20.0). Retrying (1/10)...",
  ],
  [
    'server_error',
    'ERROR: [soundcloud] 1094342: Unable to download JSON metadata: HTTP Error 503: Service Unavailable (caused by <HTTPError 503: Service Unavailable>)',
  ],
  [
    'network_unreachable',
    'ERROR: [youtube] x: Unable to download API page: [Errno 101] Network is unreachable',
  ],
  // files and capacity
  ['disk_full', 'ERROR: unable to write data: [Errno 28] No space left on device'],
  ['disk_full', 'OSError: [Errno 28] No space left on device'],
  [
    'permission_denied',
    "ERROR: unable to open for writing: [Errno 13] Permission denied: 'Burn Babylon.m4a.part'",
  ],
  ['permission_denied', 'ERROR: unable to download video data: [Errno 13] Permission denied:'],
  ['permission_denied', 'PermissionError: [WinError 5] Access is denied'],
  [
    'read_write_error',
    "ERROR: unable to open for writing: [Errno 36] File name too long: 'a very long title.mp4.part'",
  ],
  // tools
  [
    'ffmpeg_missing',
    'ERROR: Postprocessing: ffprobe and ffmpeg not found. Please install or provide the path using --ffmpeg-location',
  ],
  ['ffmpeg_missing', 'ERROR: ffprobe/avprobe and ffmpeg/avconv not found. please install one.'],
  [
    'ffmpeg_missing',
    'yt_dlp.utils.PostProcessingError: ffprobe not found. Please install or provide the path using --ffmpeg-location',
  ],
  ['ffmpeg_missing', 'WARNING: ffmpeg-location ./ffmpeg.exe does not exist! Continuing without ffmpeg'],
  [
    'ffmpeg_missing',
    'ERROR: You have requested merging of multiple formats but ffmpeg is not installed. Aborting due to --abort-on-error',
  ],
  ['post_processing', 'ERROR: Postprocessing: Stream #1:0 -> #0:1 (copy)'],
  ['post_processing', 'ERROR: Postprocessing: Conversion failed!'],
  ['post_processing', 'ERROR: Postprocessing: Error opening output files: Invalid argument'],
  [
    'signature_extraction',
    'WARNING: [youtube] yDIKMsDc6Z8: nsig extraction failed: Some formats may be missing',
  ],
  [
    'signature_extraction',
    'WARNING: [youtube] jNQXAC9IVRw: n challenge solving failed: Some formats may be missing. Ensure you have a supported JavaScript runtime and challenge solver script distribution installed.',
  ],
  [
    'signature_extraction',
    'ERROR: [youtube] BaW_jenozKc: Signature extraction failed: Traceback (most recent call last):',
  ],
  [
    'extractor_error',
    'ERROR: Unable to extract uploader id; please report this issue on https://yt-dl.org/bug. Make sure you are using the latest version; see https://yt-dl.org/update on how to update. Be sure to call youtube-dl with the --verbose flag and include its complete output.',
  ],
  [
    'extractor_error',
    'ERROR: [youtube] jNQXAC9IVRw: No video formats found!; please report this issue on  https://github.com/yt-dlp/yt-dlp/issues?q= , filling out the appropriate issue template. Confirm you are on the latest version using  yt-dlp -U',
  ],
  [
    'extractor_error',
    'ERROR: [youtube] 2WcbPcGrQZU: Failed to extract any player response; please report this issue on  https://github.com/yt-dlp/yt-dlp/issues?q= , filling out the appropriate issue template. Confirm you are on the latest version using  yt-dlp -U',
  ],
  [
    'extractor_error',
    "ERROR: An extractor error has occurred. (caused by KeyError('videoDetails')); please report this issue on  https://github.com/yt-dlp/yt-dlp/issues?q= , filling out the appropriate issue template.",
  ],
  [
    'extractor_error',
    "ERROR: 'NoneType' object is not subscriptable; please report this issue on https://yt-dl.org/bug .",
  ],
  ['program_failed', 'Traceback (most recent call last):'],
  // validation
  ['bad_argument', 'yt-dlp: error: no such option: --js-runtimes'],
  ['bad_argument', 'yt-dlp.exe: error: You must provide at least one URL.'],
  [
    'bad_argument',
    `ERROR: You've asked youtube-dl to download the URL "URL". That doesn't make any sense. Simply remove the parameter in your command or configuration.`,
  ],
  ['unsupported_url', 'ERROR: Unsupported URL: https://example.com/some/page'],
  [
    'unsupported_url',
    `ERROR: [generic] 'abc def' is not a valid URL. Set --default-search "ytsearch" (or run  yt-dlp "ytsearch:abc def" ) to search YouTube`,
  ],
  ['interrupted', 'ERROR: Interrupted by user'],
];
