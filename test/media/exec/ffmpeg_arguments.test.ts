import { expect, it } from 'vitest';
import { isStreaming, tellsOnStdout } from '../../../src/media/exec/ffmpeg_arguments.ts';

it.each([
  ['ffmpeg', '-re -i loop.mp4 -f flv out.flv', true],
  ['ffmpeg', '-readrate 1 -i a.mp4 b.ts', true],
  ['ffmpeg', '-i a.mp4 -f flv rtmps://live.example/app/key', true],
  ['ffmpeg.exe', '-i a.mp4 -f tee [f=flv]rtmp://a/b|[f=mpegts]udp://1.2.3.4:5', true],
  ['ffmpeg', '-i rtsp://camera/ out.mp4', true],
  ['ffmpeg', '-i a -f hls live.m3u8', true],
  ['ffmpeg', '-i a -f hls -hls_playlist_type vod all.m3u8', false],
  ['ffmpeg', '-i a -f hls -hls_list_size 0 all.m3u8', false],
  ['ffmpeg', '-i a.mp4 -c:v libx264 b.mp4', false],
  ['ffmpeg', '-i https://example.org/a.mp4 b.mp4', false],
  ['ffmpeg', '-f', false],
  ['yt-dlp', '-re rtmp://x/', false],
])('%s %s streams: %s', (name, args, expected) => {
  expect(isStreaming(name, args.split(' '))).toBe(expected);
});

it.each([
  ['ffmpeg', '-i a -f mp3 pipe:1', false],
  ['ffmpeg', '-progress pipe:1 -i a b', true],
  ['ffmpeg', '-progress - -i a b', true],
  ['ffmpeg', '-progress pipe:2 -i a -', false],
  ['ffmpeg', '-i a -progress', false],
  ['yt-dlp', '-o -', true],
])('%s %s tells on stdout: %s', (name, args, expected) => {
  expect(tellsOnStdout(name, args.split(' '))).toBe(expected);
});
