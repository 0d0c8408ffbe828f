import type { MessageCase } from './message.ts';

/** Lines that were once kept aside, before there was a corpus with its sources; since then rules are tuned on them. */
export const EARLIER_MESSAGES: readonly MessageCase[] = [
  ['program_failed', 'ERROR: rtmpdump exited with code 1'],
  [undefined, '[rtmpdump] 32342290 bytes'],
  [undefined, '[rtmpdump] Could not download the whole video. This can happen for some advertisements.'],
  ['forbidden', 'WARNING: Failed to download m3u8 information: HTTP Error 403: Forbidden'],
  [
    'server_error',
    'WARNING: Failed to download MPD manifest: HTTP Error 503: Service Temporarily Unavailable',
  ],
  [
    'connection_reset',
    "ERROR: Unable to download XML: '' (caused by BadStatusLine(\"''\",)); please report this issue on https://yt-dl.org/bug .",
  ],
  [
    'server_error',
    'ERROR: Unable to download XML: HTTP Error 500: Internal Server Error (caused by HTTPError()); please report this issue on https://yt-dl.org/bug .',
  ],
  [undefined, '[bbc.co.uk] b00y3770: Downloading MPD manifest'],
  [undefined, '[info] Available formats for p0242m51:'],
  [undefined, 'WARNING: apt does not have a stable CLI interface yet. Use with caution in scripts.'],
  [
    'codec_missing',
    '[h264 @ 0x561afdd52100] Failed to create decode context: 2 (resource allocation failed).',
  ],
  [
    'codec_missing',
    '[h264 @ 0x561afdd52100] Failed setup for format vaapi: hwaccel initialisation returned error.',
  ],
  ['read_write_error', 'Failed to inject frame into filter network: Input/output error'],
  [
    'out_of_memory',
    '[h264_nvenc @ 0000023a79212040] OpenEncodeSessionEx failed: out of memory (10): (no details)',
  ],
  ['out_of_memory', 'ERROR: encoder.c:199] Error opening video encoder : Cannot allocate memory'],
  [
    undefined,
    '[mpegts @ 0000023a7823cd40] Format mpegts detected only with low score of 2, misdetection possible!',
  ],
  ['codec_missing', 'Device creation failed: -12.'],
  [
    'codec_missing',
    '[h264 @ 0x562db85a1680] No device available for decoder: device type vaapi needed for codec h264.',
  ],
  [
    'codec_missing',
    '[AVHWDeviceContext @ 0x617b14e90e80] libva: /usr/lib/jellyfin-ffmpeg/lib/dri/iHD_drv_video.so init failed',
  ],
  [
    'codec_missing',
    '[h264_vaapi @ 0x617b14e56380] No usable encoding entrypoint found for profile VAProfileH264High (7).',
  ],
  ['program_failed', '2024/05/02 05:32:28 4s3hezzxmyi0-max: ffmpeg exited with status: 1'],
  ['out_of_memory', '[vf#0:0 @ 0x559fa1faba00] Error while filtering: Cannot allocate memory'],
  ['extractor_error', 'Error: Could not extract stream for this track'],
  ['extractor_error', 'Error: Failed to parse stream url for https://www.youtube.com/watch?v=7EqnoEljHCw'],
  ['forbidden', 'Error: input stream: Status code: 403'],
  ['program_failed', 'DisTubeError [FFMPEG_EXITED]: ffmpeg exited with code 1'],
  ['geo_blocked', 'The uploader has not made this video available in your country,'],
  [
    'geo_blocked',
    'This video contains content from [Merlin] IDOL Distribution, who has blocked it in your country on copyright grounds,',
  ],
  ['video_unavailable', 'This video is not available,'],
  ['removed', "Error [ERR_UNHANDLED_ERROR]: Unhandled error. ('Status code: 410')"],
  [
    'video_unavailable',
    '2025-08-20 10:00:28.820 [error] | yt-dlp download error for media item #4888649: "ERROR: [youtube] 2fX1qYMcfgs: The following content is not available on this app.. Watch on the latest version of YouTube.\\n"',
  ],
  ['forbidden', 'ERROR:  [download] Got error: HTTP Error 403: Forbidden'],
  ['incomplete_read', 'ERROR: fragment 1 not found, unable to continue'],
  [
    'file_not_found',
    '2024-03-25 18:39:51,740 [tubesync/ERROR] Failed to download media: x (UUID: y) to disk, expected outfile does not exist: /downloads/video/z.mkv',
  ],
  [undefined, '16:22:29.341 [debug] QUERY OK source="media_profiles" db=0.1ms idle=7.0ms'],
  [
    'forbidden',
    'tubesync    | sync.youtube.YouTubeError: Failed to download for "https://www.youtube.com/watch?v=jCTvblRXnzg": ERROR: unable to download video data: HTTP Error 403: Forbidden',
  ],
  [undefined, 'tubesync    | 2026-02-10 23:39:02,489 [tubesync/INFO] waiting for errors: 429 (00:10)'],
  [
    undefined,
    'WARNING: [youtube] Skipping player responses from android clients (got player responses for video "aQvGIIdgFDM" instead of "BBWmRvIT0QY")',
  ],
  [
    'timeout',
    '[2023-12-15 16:16:09] ffmpeg.doorbell.record         ERROR   : [tcp @ 0x55899e40c340] Connection to tcp://192.168.60.100:554?timeout=5000000 failed: Connection timed out',
  ],
  ['not_found', '[rtsp @ 0x556a539a9000] method OPTIONS failed: 404 Not Found'],
  [
    'not_found',
    'rtsp://*:*@192.168.60.101/cam:554/realmonitor?channel=0&subtype=1: Server returned 404 Not Found',
  ],
  [
    'timeout',
    '10:27:21.729 WRN github.com/AlexxIT/go2rtc/internal/streams/producer.go:171 > error="read tcp 172.30.33.3:42082->cam_one_ip:554: i/o timeout" url=rtsp://cam_one_ip:554/cam/realmonitor',
  ],
  [
    'connection_reset',
    '13:56:32.280 WRN github.com/AlexxIT/go2rtc/cmd/streams/producer.go:133 > error=EOF url=rtsp://192.168.141.14:554/cam/realmonitor',
  ],
  [
    undefined,
    '2024-11-01 09:24:05.163761129  127.0.0.1 - - [01/Nov/2024:10:24:05 +0100] "" 400 0 "-" "-" "-"',
  ],
  [
    'program_failed',
    '[2023-10-22 19:49:32] watchdog.CatCam                ERROR   : Ffmpeg process crashed unexpectedly for CatCam.',
  ],
  [
    'program_failed',
    '[2023-10-22 19:49:37] frigate.video                  ERROR   : CatCam: Unable to read frames from ffmpeg process.',
  ],
  [
    undefined,
    '[2023-12-15 16:16:09] watchdog.garage-interior       INFO    : Terminating the existing ffmpeg process...',
  ],
  [undefined, '16:41:15.806 INF go2rtc version 1.5.0 linux/amd64'],
  ['timeout', '21:41:13.853 ERR [exec] timeout url="exec:ffmpeg -hide_banner -v error"'],
  [
    undefined,
    '[segment @ 0x564c4f8e2d40] Timestamps are unset in a packet for stream 0. This is deprecated and will stop working in the future.',
  ],
  [undefined, '[2023-12-07 23:08:50] peewee_migrate                 INFO    : There is nothing to migrate'],
];
