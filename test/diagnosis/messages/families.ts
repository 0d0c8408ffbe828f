import type { MessageCase } from './message.ts';

/** One of each family of general wordings: sites, arguments, components, daemons. */
export const FAMILY_MESSAGES: readonly MessageCase[] = [
  ['geo_blocked', 'ERROR: [LiTV] abc: This video is available in Taiwan only'],
  ['members_only', 'ERROR: [cda] abc: Video requires CDA Premium - subscription needed'],
  ['unauthorized', 'ERROR: [tennistv] abc: Your username or password was incorrect'],
  ['login_required', 'ERROR: [ixigua] abc: Cookies (not necessarily logged in) are needed'],
  ['removed', 'ERROR: [redbee] abc: Livestream has ended.'],
  ['not_found', 'ERROR: [nzherald] abc: This article does not have a video.'],
  [
    'live_not_started',
    'ERROR: [eyedotv] abc: eyedo said: We are sorry, but this video is not yet available.',
  ],
  ['rate_limited', 'ERROR: [91porn] abc: 91 Porn says: Daily limit 10 videos exceeded'],
  ['private', 'ERROR: [stripchat] abc: Model is in private show'],
  ['video_unavailable', 'ERROR: [spankbang] abc: Video abc is not available'],
  ['extractor_error', 'ERROR: [audius] abc: API error: 7'],
  ['cookies_invalid', 'ERROR: secretstorage not available as the module could not be imported'],
  ['bad_argument', 'ERROR: unsupported browser specified for cookies: "foo". Supported browsers are: x'],
  ['program_missing', 'ERROR: [fc2] abc: websockets library is not available. Please install it.'],
  ['bad_argument', 'Invalid loglevel "foo". Possible levels are numbers or:'],
  ['connection_reset', '[rtsp @ 0x55d0c8f0b2c0] Unable to read the reply'],
  ['bad_argument', '[Parsed_overlay_0 @ 0x55d0c8f0b2c0] Failed to evaluate it'],
  ['file_not_found', '2020/05/25 16:14:24 [jingles:2] Failed when resolving playlist URI "/a.m3u"!'],
  ['program_failed', '[13:03:41] Worker process exit was not expected.'],
  [
    'codec_missing',
    'ERROR [1519:MainThread] mopidy.audio.gst: GStreamer error: Your GStreamer installation is missing a plug-in. (12)',
  ],
  ['transient', '[plugin.twitch][error] Failed to reload playlist: x'],
  ['unauthorized', '[plugin.schoolism][error] Failed to login, check username and password'],
  ['timeout', 'WARNING mopidy.internal.http: Download of x failed due to download taking more than 4.985s'],
  ['program_failed', '    "message": "Cannot execute job 41b44396 in queue video-transcoding.",'],
  // What is wrong with an application, and no matter of downloads.
  ['program_bug', "TypeError: Cannot read properties of undefined (reading 'formats')"],
  ['program_bug', 'ReferenceError: queue is not defined'],
  ['program_bug', 'Error [ERR_STREAM_WRITE_AFTER_END]: write after end'],
  ['module_missing', "Error: Cannot find module '@discordjs/opus'"],
  ['module_missing', "ModuleNotFoundError: No module named 'yt_dlp'"],
  ['address_in_use', 'Error: listen EADDRINUSE: address already in use :::3000'],
  // A disk that is nearly full has not failed anything yet; one that is read-only for it has.
  [undefined, 'Health check: disk usage at 91 %, free space is getting low'],
  [
    'disk_full',
    'flood stage disk watermark [95%] exceeded on [x], all indices on this node will be marked read-only',
  ],
  // What programs put before a line that they pass on.
  [
    'forbidden',
    'Error code: 1 Stderr: WARNING: [youtube] x: y ERROR: unable to download video data: HTTP Error 403: Forbidden',
  ],
  ['private', '[INFO] yt-dlp stderr: ERROR: [youtube] abc: Private video. Sign in'],
  ['connection_reset', '[bot] Error: read ECONNRESET'],
  [
    undefined,
    '[2023-12-15 14:57:03] ffmpeg.bedroom.detect          ERROR   : More than 1000 frames duplicated',
  ],
  [
    'invalid_media',
    '[2023-12-15 14:57:03] ffmpeg.bedroom.detect          ERROR   : [h264 @ 0x55d0c8f0b2c0] error while decoding MB 12 34, bytestream -5',
  ],
  // What supervisors and watchdogs log as information.
  ['program_failed', '2020-03-01 08:04:16,258 INFO exited: station_1_backend (exit status 0; not expected)'],
  [undefined, '2020-03-01 08:04:16,258 INFO exited: tmpreaper (exit status 0; expected)'],
  // Names of classes.
  ['video_unavailable', 'pytube.exceptions.VideoUnavailable: abc is unavailable'],
  ['rate_limited', 'prawcore.exceptions.TooManyRequests: received'],
];
