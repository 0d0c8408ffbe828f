import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/diagnosis/line_splitter.ts';
import { diagnoseMessage } from '../../src/diagnosis/messages.ts';
import { parseFfmpegProgress, parseYtDlpProgress } from '../../src/diagnosis/progress.ts';
import { SEED } from '../seeds.ts';

function split(chunks: readonly (Uint8Array | string)[], maxLength?: number): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line), maxLength === undefined ? {} : { maxLength });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

describe('LineSplitter', () => {
  it('splits at every kind of break, over chunks too', () => {
    expect(split(['a\nb\r', '\nc\rd', 'e\r\r\n\nf'])).toEqual(['a', 'b', 'c', 'de', 'f']);
  });

  it('puts characters together that were split over chunks', () => {
    const bytes = new TextEncoder().encode('经典老歌 ’\n🎵');
    expect(split([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(['经典老歌 ’', '🎵']);
    expect(split([Uint8Array.of(0xff, 0x61, 0xf0, 0x9f)])).toEqual(['\uFFFDa\uFFFD']);
  });

  it('drops the rest of a monster line and goes on after it', () => {
    expect(split(['x'.repeat(10_000), 'x'.repeat(10_000), '\nnext'], 10)).toEqual(['xxxxxxxxxx', 'next']);
  });

  it('loses nothing, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })),
        fc.integer({ min: 1, max: 9 }),
        (parts, size) => {
          const text = parts.join('\n');
          const bytes = new TextEncoder().encode(text);
          const chunks: Uint8Array[] = [];
          for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
          expect(split(chunks)).toEqual(text.split(/[\r\n]+/).filter((line) => line !== ''));
        },
      ),
      { seed: SEED },
    );
  });
});

describe('progress of yt-dlp', () => {
  it.each([
    [
      '[download]  42.3% of ~ 10.00MiB at    1.20MiB/s ETA 00:05',
      { ratio: 0.423, totalBytes: 10_485_760, bytesPerSecond: 1.2 * 1024 ** 2, etaSeconds: 5 },
    ],
    [
      '[download]   0.4% of ~338.95MiB at 664.43KiB/s ETA 19:55',
      { ratio: 0.004, totalBytes: 338.95 * 1024 ** 2, bytesPerSecond: 664.43 * 1024, etaSeconds: 1195 },
    ],
    [
      '[download]  12.0% of ~   1.50GiB at    5.00MiB/s ETA 01:02:03 (frag 7/61)',
      {
        ratio: 0.12,
        totalBytes: 1.5 * 1024 ** 3,
        bytesPerSecond: 5 * 1024 ** 2,
        etaSeconds: 3723,
        fragment: 7,
        fragments: 61,
      },
    ],
    [
      '[download] 100% of   24.38MiB in 00:00:00 at 32.91MiB/s',
      { ratio: 1, totalBytes: 24.38 * 1024 ** 2, bytesPerSecond: 32.91 * 1024 ** 2 },
    ],
    ['[download] 100% of 10.00MiB', { ratio: 1, totalBytes: 10_485_760 }],
    [
      '[download]   0.0% of   3.13MiB at  Unknown B/s ETA Unknown',
      { ratio: 0, totalBytes: 3.13 * 1024 ** 2 },
    ],
    ['[download]   1.00KiB at  100.00KiB/s (00:00:01)', { downloadedBytes: 1024, bytesPerSecond: 102_400 }],
    ['[download] Destination: 100% of me.mp4', undefined],
    ['[download] 100% Pure Love.mp3 has already been downloaded', undefined],
    ['100% of', undefined],
    ['', undefined],
  ])('%s', (line, progress) => {
    const found = parseYtDlpProgress(line);
    if (progress === undefined) expect(found).toBeUndefined();
    else {
      expect(Object.keys(found ?? {}).sort()).toEqual(Object.keys(progress).sort());
      for (const [key, value] of Object.entries(progress))
        expect(found).toHaveProperty(key, expect.closeTo(value, 6));
    }
  });
});

describe('progress of ffmpeg', () => {
  it.each([
    [
      'frame=  120 fps= 30 q=28.0 size=     512kB time=00:00:04.00 bitrate=1048.6kbits/s speed=1.02x    ',
      {
        frame: 120,
        fps: 30,
        sizeBytes: 524_288,
        timeSeconds: 4,
        bitrateBitsPerSecond: 1_048_600,
        speedRatio: 1.02,
      },
    ],
    [
      'frame=21109 fps= 45 q=-1.0 Lsize=   44546KiB time=00:11:43.65 bitrate= 518.6kbits/s speed= 1.5x',
      {
        frame: 21_109,
        fps: 45,
        sizeBytes: 44_546 * 1024,
        timeSeconds: 703.65,
        bitrateBitsPerSecond: 518_600,
        speedRatio: 1.5,
      },
    ],
    [
      'size=     256KiB time=00:00:10.05 bitrate= 208.6kbits/s speed=20.1x',
      { sizeBytes: 262_144, timeSeconds: 10.05, bitrateBitsPerSecond: 208_600, speedRatio: 20.1 },
    ],
    [
      'frame=    0 fps=0.0 q=0.0 size=       0kB time=N/A bitrate=N/A speed=N/A',
      { frame: 0, fps: 0, sizeBytes: 0 },
    ],
    [
      'frame=    1 fps=0.0 q=0.0 size=N/A time=-00:00:00.02 bitrate=N/A speed=1.2e+03x',
      { frame: 1, fps: 0, timeSeconds: -0.02, speedRatio: 1200 },
    ],
    ['out_time=00:01:04.500000', { timeSeconds: 64.5 }],
    ['total_size=1048576', { sizeBytes: 1_048_576 }],
    ['speed=0.998x', { speedRatio: 0.998 }],
    ['speed=N/A', undefined],
    ['progress=continue', undefined],
    ['progress=end', { ended: true }],
    // In microseconds in spite of its name, and the same as out_time.
    ['out_time_ms=64500000', undefined],
    ['Conversion failed!', undefined],
    ['    Stream #0:0: Video: h264, 30 fps, speed=1x', undefined],
  ])('%s', (line, progress) => {
    expect(parseFfmpegProgress(line)).toEqual(progress);
  });
});

describe('hostile lines', () => {
  const piece = fc.constantFrom(
    'ERROR: ',
    'WARNING: ',
    '[download] ',
    '[youtube] ',
    ' ',
    '\t',
    'http error ',
    '403',
    'cookies ',
    'not found',
    'in your country',
    'https://',
    "'",
    '(',
    '[Errno ',
    'ECONNRESET',
    'AVERROR(',
    'exited with code ',
    'level=error msg="',
    '2020-01-01T00:00:00Z ',
    '{"level":"error",',
    ' at ',
    '%',
    'of ',
    'a'.repeat(99),
    '\u001b[0;31m',
    '\u0000',
    '\uD800',
    '\r\n',
  );

  it('any text: no throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (line) => {
          diagnoseMessage(line);
          parseYtDlpProgress(line);
          parseFfmpegProgress(line);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('what is no text: no throw', () => {
    for (const value of [undefined, null, 7, {}, [], Symbol('x')]) {
      expect(diagnoseMessage(value as string)).toBeUndefined();
      expect(parseYtDlpProgress(value as string)).toBeUndefined();
      expect(parseFfmpegProgress(value as string)).toBeUndefined();
    }
  });

  it('finds the cause at the start of a line of any length, and looks no further', () => {
    expect(diagnoseMessage(`ERROR: HTTP Error 403: Forbidden ${'x'.repeat(1_000_000)}`)?.type).toBe(
      'forbidden',
    );
    expect(diagnoseMessage(`ERROR: ${'x '.repeat(3000)} HTTP Error 403: Forbidden`)?.type).toBe('unknown');
  });

  // Of time only a multiple counts: a pattern that backtracks takes thousands of times as long, not ten times.
  it.each([
    ' ',
    'a',
    '\t',
    '(',
    "'",
    '[',
    '0',
    '1:',
    'a.',
    'ab_',
    'a: ',
    '[a ',
    '. ',
    'could not ',
    'not available ',
    'error: ',
    '[download] ',
    'https://',
    'rtmp://',
    'cookies ',
    'http 4',
    'premium ',
    'a|',
    '\u001b[',
    'account ',
    'requires a ',
    'proxy ',
    'rtmp ',
    'database ',
    'vaapi ',
    'certificate ',
    'stream map ',
    'curl ',
    'access to ',
    '[a @ 0x0123456] ',
    'e_',
    'EAI_',
    'errno ',
    '[Errno ',
    'icecast ',
    'path ',
    'failed ',
    'failed to ',
    'connect ',
    '2020-01-01 00:00:00 ',
    'Error: ',
    'failed to open ',
    'could not load file ',
    ': error ',
    'exited with code ',
    '{ code: ',
    '"error":"',
    "'error': ",
    'a=b ',
    'a/',
    'A1',
    'server returned ',
    '|| ',
    ': failed to ',
    '[a @ 0x0123456] could not ',
    'an error while ',
    'playing a: ',
    'x failed with ',
    'a failed: ',
    'cookies could not ',
    'invalid a value ',
    'must be ',
    'limit ',
    'no video ',
    'stream ended ',
    'said: ',
    'keyring ',
    'connection lost ',
    'unable to get ',
    'not available in ',
    '[a:3] failed ',
    'password ',
  ])('takes time linear in the length of %j repeated', (part) => {
    const timed = (length: number) => {
      const line = `ERROR: ${part.repeat(Math.ceil(length / part.length))}`.slice(0, length);
      const start = process.cpuUsage();
      for (let run = 0; run < 20; run += 1) {
        diagnoseMessage(line);
        diagnoseMessage(line.slice(7));
      }
      const { user } = process.cpuUsage(start);
      return user;
    };
    timed(400);
    const base = Math.max(timed(400), 3000);
    expect(timed(4000)).toBeLessThan(base * 100);
  });
});
