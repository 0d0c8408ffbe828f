import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sineWav } from './wav.ts';

/** A file that the origin serves. */
export interface MediaFile {
  readonly extension: 'mp4' | 'wav';
  readonly contentType: 'video/mp4' | 'audio/wav';
  readonly bytes: Buffer;
}

const SECONDS = 4;

/** Makes a few seconds of media: a film of a test picture and a tone where ffmpeg is installed, else the tone alone. */
export async function makeMediaFile(): Promise<MediaFile> {
  const film = await makeFilm();
  if (film !== undefined) return { extension: 'mp4', contentType: 'video/mp4', bytes: film };
  return { extension: 'wav', contentType: 'audio/wav', bytes: sineWav(SECONDS) };
}

async function makeFilm(): Promise<Buffer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'otel-media-origin-'));
  const path = join(folder, 'film.mp4');
  const inputs = [
    ...['-f', 'lavfi', '-i', `testsrc=duration=${SECONDS}:size=320x180:rate=15`],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${SECONDS}`],
  ];
  // Codecs that every build of ffmpeg has; faststart, so that a reader need not have the end to begin.
  const output = ['-c:v', 'mpeg4', '-c:a', 'aac', '-shortest', '-movflags', '+faststart', path];
  try {
    await promisify(execFile)('ffmpeg', ['-v', 'error', '-nostdin', ...inputs, ...output], {
      timeout: 20_000,
    });
    return await readFile(path);
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
