import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { trace } from '@opentelemetry/api';
import { session, stage } from 'otel-media';
import { analyse, compress, makeClip, merge, prepare } from './ffmpeg.ts';
import { cleanUp, store } from './storage.ts';

/** What is to be processed. */
export interface Job {
  /** Folder to work in. */
  readonly folder: string;
  /** Whether one of the clips is gone when they are to be merged, so that the session fails. */
  readonly losesClip: boolean;
  readonly user: string;
}

/** How it ended. */
export interface Finished {
  readonly trace: string | undefined;
  /** Size of what was stored. */
  readonly bytes: number;
  readonly error?: unknown;
}

const CLIPS = 2;
const CLIP_SECONDS = 2;
// Far below what it takes, to see the warning of a slow stage; 300 s is the default.
const COMPRESSION_SLOW_AFTER_SECONDS = 0.02;

/** Takes clips through the seven stages. Never rejects: how it ended is in the result. */
export async function processClips(job: Job): Promise<Finished> {
  let traceId: string | undefined;
  try {
    const bytes = await session({ userId: job.user, links: CLIPS }, async (running) => {
      traceId = trace.getActiveSpan()?.spanContext().traceId;
      try {
        const stored = await work(job);
        running.downloaded({ fileName: 'film.mp4' });
        return stored;
      } finally {
        await cleanup(job.folder);
      }
    });
    return { trace: traceId, bytes };
  } catch (error) {
    return { trace: traceId, bytes: 0, error };
  }
}

async function work({ folder, losesClip }: Job): Promise<number> {
  const clips = await stage('upload', async (s) => {
    const names = Array.from({ length: CLIPS }, (_, at) => join(folder, `clip-${at}.mkv`));
    await Promise.all(names.map((name, at) => makeClip(name, CLIP_SECONDS, at)));
    s.processed({ bytesOut: await sizeOf(names), files: names.length });
    return names;
  });

  await stage('analysis', async (s) => {
    for (const clip of clips) await analyse(clip);
    s.processed({ bytesIn: await sizeOf(clips), files: clips.length });
  });

  const prepared = await stage('preparation', async (s) => {
    const names = clips.map((clip) => clip.replace('.mkv', '.prepared.mkv'));
    for (const [at, clip] of clips.entries()) await prepare(clip, names[at] ?? '');
    s.processed({ bytesIn: await sizeOf(clips), bytesOut: await sizeOf(names), files: names.length });
    return names;
  });
  if (losesClip) await rm(prepared[1] ?? '');

  const merged = join(folder, 'merged.mkv');
  await stage('merging', { context: { clips: prepared.length, container: 'mkv' } }, async (s) => {
    await merge(prepared, merged);
    s.processed({ bytesIn: await sizeOf(prepared), bytesOut: await sizeOf([merged]), files: 1 });
  });

  const film = join(folder, 'film.mp4');
  await stage('compression', { slowAfterSeconds: COMPRESSION_SLOW_AFTER_SECONDS }, async (s) => {
    await compress(merged, film);
    s.processed({ bytesIn: await sizeOf([merged]), bytesOut: await sizeOf([film]), files: 1 });
  });

  return stage('storage_upload', async (s) => {
    const bucket = join(folder, 'bucket');
    await mkdir(bucket);
    const bytes = await store(film, join(bucket, 'film.mp4'));
    s.processed({ bytesIn: bytes, bytesOut: bytes, files: 1 });
    return bytes;
  });
}

function cleanup(folder: string): Promise<void> {
  return stage('cleanup', async (s) => {
    const { files, bytes } = await cleanUp(folder);
    // The job itself is done with, too.
    s.removed({ files, bytes, tasks: 1 });
    s.processed({ files });
  });
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
