import { describe, expect, it } from 'vitest';
import { classifierFor, diagnoseExit, type ExitFacts } from '../../src/diagnosis/exit.ts';
import { OutputClassifier } from '../../src/diagnosis/output_classifier.ts';

const ROTATED =
  'WARNING: [youtube] The provided YouTube account cookies are no longer valid. They have likely been rotated in the browser as a security measure.';
const BOT =
  "ERROR: [youtube] x: Sign in to confirm you're not a bot. Use --cookies-from-browser or --cookies for the authentication.";
const FORBIDDEN = 'ERROR: unable to download video data: HTTP Error 403: Forbidden';

describe('why a program failed', () => {
  it.each<[string, Partial<ExitFacts>]>([
    ['forbidden', { lines: ['WARNING: [youtube] Falling back to generic n function search', FORBIDDEN] }],
    [
      'po_token',
      {
        lines: [
          'WARNING: [youtube] x: ios client https formats require a GVS PO Token which was not provided. They will be skipped',
          FORBIDDEN,
        ],
      },
    ],
    ['cookies_invalid', { lines: [ROTATED, BOT] }],
    [
      'removed',
      {
        lines: [
          ROTATED,
          'ERROR: [youtube] x: Video unavailable. This video has been removed by the uploader',
        ],
      },
    ],
    [
      'signature_extraction',
      {
        lines: [
          'WARNING: [youtube] x: nsig extraction failed: Some formats may be missing',
          'ERROR: [youtube] x: Requested format is not available. Use --list-formats for a list of available formats',
        ],
      },
    ],
    [
      'timeout',
      {
        lines: [
          '[download] Got error: The read operation timed out. Retrying (10/10)...',
          'ERROR: giving up after 10 retries',
        ],
      },
    ],
    [
      'disk_full',
      {
        lines: [
          'ERROR: unable to write data: [Errno 28] No space left on device',
          'ERROR: Postprocessing: Conversion failed!',
        ],
      },
    ],
    [
      'geo_blocked',
      {
        lines: [
          FORBIDDEN,
          'ERROR: [youtube] y: The uploader has not made this video available in your country',
        ],
      },
    ],
    ['cookies_invalid', { lines: [ROTATED] }],
    ['program_failed', { lines: [] }],
    ['bad_argument', { exitCode: 2, lines: ['Usage: yt-dlp [OPTIONS] URL [URL...]'] }],
    [
      'cancelled',
      {
        exitCode: 101,
        lines: ['[download] Maximum number of downloads reached, stopping due to --max-downloads'],
      },
    ],
    ['unknown', { lines: ['ERROR: something that nobody has seen yet'] }],
    [
      'codec_missing',
      {
        program: 'ffmpeg',
        exitCode: 8,
        lines: [
          "[vost#0:0 @ 0x21f24c0] Unknown encoder 'libx264'",
          'Error opening output file out.mp4.',
          'Error opening output files: Encoder not found',
        ],
      },
    ],
    [
      'invalid_media',
      {
        program: '/usr/bin/ffmpeg',
        lines: ['in.mp4: Invalid data found when processing input', 'Conversion failed!'],
      },
    ],
    [
      'forbidden',
      {
        program: 'ffmpeg',
        lines: [
          '[https @ 0x55d0c8f0b2c0] HTTP error 403 Forbidden',
          'Error opening input file https://a/b.',
          'Error opening input files: Server returned 403 Forbidden (access denied)',
        ],
      },
    ],
    [
      'disk_full',
      {
        program: 'ffmpeg',
        lines: [
          '[h264 @ 0x1] error while decoding MB 34 20, bytestream -7',
          'av_interleaved_write_frame(): No space left on device',
          'Conversion failed!',
        ],
      },
    ],
    ['disk_full', { program: 'ffmpeg', exitCode: 228, lines: ['Conversion failed!'] }],
    ['file_not_found', { program: 'ffmpeg.exe', exitCode: 254 }],
    ['interrupted', { program: 'ffmpeg', exitCode: 255, lines: ['Exiting normally, received signal 15.'] }],
    ['dns_failure', { program: 'curl', exitCode: 6 }],
    ['program_missing', { program: 'sh', exitCode: 127 }],
    ['permission_denied', { program: 'sh', exitCode: 126 }],
    ['killed', { exitCode: null, signal: 'SIGKILL' }],
    ['killed', { exitCode: 137, lines: [FORBIDDEN] }],
    ['out_of_memory', { exitCode: null, signal: 'SIGKILL', outOfMemory: true }],
    ['interrupted', { exitCode: null, signal: 'SIGTERM', lines: [FORBIDDEN] }],
    ['interrupted', { exitCode: 130 }],
    ['timeout', { exitCode: null, signal: 'SIGTERM', timedOut: true }],
    ['cancelled', { exitCode: null, signal: 'SIGTERM', cancelled: true }],
    ['program_failed', { exitCode: null, signal: 'SIGSEGV' }],
    ['program_failed', { exitCode: undefined }],
  ])('%s: %j', (type, facts) => {
    expect(diagnoseExit({ program: 'yt-dlp', exitCode: 1, ...facts })).toMatchObject({
      type,
      severity: 'error',
    });
  });

  it('is nothing when it did not fail, and what was said is kept', () => {
    const output = classifierFor('yt-dlp');
    for (const line of [ROTATED, '[youtube] x: Downloading webpage', FORBIDDEN]) output.line(line);
    expect(diagnoseExit({ program: 'yt-dlp', exitCode: 0, output })).toBeUndefined();
    expect(output.diagnoses.map(({ type, severity }) => [type, severity])).toEqual([
      ['cookies_invalid', 'warning'],
      ['forbidden', 'error'],
    ]);
  });

  it('says in its message what told it', () => {
    expect(diagnoseExit({ program: 'yt-dlp', exitCode: 1, lines: [FORBIDDEN] })?.message).toBe(FORBIDDEN);
    expect(diagnoseExit({ program: 'x', exitCode: 3 })?.message).toBe('x exited with code 3');
    expect(diagnoseExit({ program: 'x', exitCode: null, signal: 'SIGABRT' })?.message).toBe(
      'x was ended by SIGABRT',
    );
  });
});

describe('OutputClassifier', () => {
  it('keeps a bounded part of endless output', () => {
    const output = new OutputClassifier();
    for (let count = 0; count < 5000; count += 1) output.line(`${FORBIDDEN} ${'x'.repeat(2000)} ${count}`);
    expect(output).toMatchObject({ lineCount: 5000, errorCount: 5000, warningCount: 0 });
    expect(output.tail).toHaveLength(20);
    expect(output.diagnoses).toHaveLength(1);
    for (const line of [...output.tail, ...output.diagnoses.map(({ message }) => message)])
      expect(line).toHaveLength(500);
  }, 20_000);

  it('tells what each line means, and keeps the last lines that say something', () => {
    const output = new OutputClassifier();
    expect(output.line('')).toBeUndefined();
    expect(output.line('[youtube] x: Downloading webpage')).toBeUndefined();
    expect(output.line(ROTATED)).toMatchObject({ type: 'cookies_invalid', severity: 'warning' });
    expect(output.line(undefined as unknown as string)).toBeUndefined();
    expect(output.tail).toEqual(['[youtube] x: Downloading webpage', ROTATED]);
    expect(output.warningCount).toBe(1);
  });
});
