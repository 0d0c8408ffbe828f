import { type Rule, rule } from './rule.ts';

/** Encoders, decoders and devices that this ffmpeg or this machine has not. Looked at early: they name themselves. */
export const HARDWARE_RULES: readonly Rule[] = [
  // Which device it was does not matter where the right to it is what is missing.
  rule('permission_denied', /\/dev\/.{0,80}permission denied/),
  // Says that something else failed, and nothing of what: looked at before what the line was about.
  rule('program_failed', /generic error in an external library|not a valid win32 application/),
  rule(
    'codec_missing',
    /\b(?:vaapi|qsv|nvenc|nvdec|cuda|cuvid|vdpau|videotoolbox|amf|v4l2m2m|rkmpp|d3d1[12]va|dxva2|vulkan|opencl|libva|libmfx|mfx|hwaccel|\w{0,20}_(?:vaapi|qsv|nvenc|cuvid|amf|v4l2m2m|videotoolbox|rkmpp)|cuda_error_\w{3,40})\b.{0,120}(?:fail|error (?:init|creat|open|during)|cannot|can't|could not|couldn't|unable to|unsupported|not (?:supported|available|found)|no (?:usable|capable|device|valid|such|support|supported|matching)|unknown .{0,10}error|does not support|minimum required|returned error)/,
  ),
  rule(
    'codec_missing',
    /(?:fail(?:ed|ure)?|error|cannot|could not|unable to|no)\b.{0,60}\b(?:vaapi|qsv|nvenc|nvdec|cuda|cuvid|vdpau|videotoolbox|v4l2m2m|libva|libmfx|mfx session|hwaccel|hw(?:upload|download|map)\w{0,20}|hardware (?:device|accel\w{0,8}|encoder|decoder|context))\b/,
  ),
  rule(
    'codec_missing',
    /-> cuda_error_\w|(?:create|creating) (?:a )?derived device|avhw(?:device|frames)context @ .{0,80}(?:fail|error|cannot|could not|unable|not (?:found|supported|available)|no device|invalid)/,
  ),
  rule(
    'codec_missing',
    /(?:cannot|can't|could not|couldn't|unable to|fail(?:ed|ure) to|error (?:while )?)\W{0,2}(?:open|creat|find|initiali[sz]|access|us|select|get)\w{0,4} .{0,40}\b(?:(?:audio|video|sound|capture|playback|input|output|pulse|alsa|v4l2|camera|microphone|avfoundation)(?: input| output| capture)? (?:device|card|source|sink|interface)|card ['"]?\d)|audio device .{0,40}(?:not found|missing|unavailable)|no (?:audio |sound |capture |video )?(?:audio|sound|capture|output|input|video) devices?\b/,
  ),
  rule(
    'codec_missing',
    /no element "|failed to initialize nvml|no support for codec|(?:ffmpeg|build) .{0,30}(?:does not|doesn't) support|hardware accelerated \w{1,8} (?:en|de)coding|failed to get pixel format|\blib\w{2,30}(?:\.so\S{0,12})? not found|could not find codec \w{2,12}$|missing a plug-?in|minimum required nvidia driver|provided device doesn't support|missing plug-?in|no decoder available|unable to init codec|\bdevice (?:creation|setup|init\w{0,12}) failed|no usable (?:encoding|decoding) |failed (?:to create decode context|setup for format)|can(?:'t|not) configure (?:en|de)coder/,
  ),
  rule(
    'codec_missing',
    /(?:output|input) format \S{1,40} is not available|(?:audio|video|subtitle) codec \S{1,40} is not available|unsupported format: ?%|unsupported codec (?:id|with|for)|codec (?:is )?not supported|automatic encoder selection failed/,
  ),
  rule(
    'codec_missing',
    /(?:en|de)coder (?:'?[\w-]{1,40}'? )?(?:is )?(?:not (?:found|available|supported)|disabled|missing)|default encoder for format .{1,60} is probably disabled|encoder \S{1,20} not supported|encoder .{0,30}is experimental|(?:requested|no) (?:such )?(?:encoder|decoder|muxer|demuxer|codec) .{0,40}(?:found|available)|library not loaded: .{0,80}lib(?:av|x26|sw)|cannot load (?:nvcuda|nvenc|cuda|lib\w{1,30})|hw(?:download|upload|map) failed/,
  ),
];
