import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { download, exec, session } from 'otel-media';
import { guarded, videoInfos } from './resilience.ts';

/** Downloads a film with yt-dlp and makes an audio file of it with ffmpeg. */
export async function runDownload(link: string): Promise<{ bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'otel-media-worker-'));
  try {
    return await session({ links: 1 }, async () => {
      const film = await download({ url: link, client: 'web' }, async (attempt) => {
        const path = await guarded(() => fetchFilm(link, folder));
        attempt.downloaded({ bytes: (await stat(path)).size, fileName: basename(path) });
        return path;
      });
      const audio = join(folder, 'audio.ogg');
      await exec('ffmpeg', ['-hide_banner', '-nostdin', '-y', '-i', film, '-vn', audio]);
      return { bytes: (await stat(audio)).size };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks yt-dlp what is behind a link. */
export async function runVideoInfo(link: string): Promise<{ title: string }> {
  const known = videoInfos.get(link);
  if (known !== undefined) return { title: known };
  const { stdout } = await guarded(() =>
    exec('yt-dlp', ['--ignore-config', '--no-cache-dir', '--skip-download', '--print', 'title', '--', link]),
  );
  const title = stdout.trim();
  videoInfos.set(link, title);
  return { title };
}

async function fetchFilm(link: string, folder: string): Promise<string> {
  const media = join(folder, 'media');
  await exec('yt-dlp', [
    ...['--ignore-config', '--no-playlist', '--no-cache-dir', '--no-part', '--newline', '--progress'],
    // The queue tries again, and tells of it.
    ...['--retries', '0', '--extractor-retries', '0', '--socket-timeout', '10'],
    ...['--paths', media, '--output', 'film.%(ext)s', '--', link],
  ]);
  const [name] = await readdir(media);
  if (name === undefined) throw new Error('yt-dlp ended well, but there is no file');
  return join(media, name);
}
