import { copyFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exec } from 'otel-media';
import type { MediaOnDisk, Try } from './ways.ts';

/** Downloads with yt-dlp. Rejects with the ProgramError of `exec`, which knows why it failed. */
export async function downloadWithYtDlp(what: Try): Promise<MediaOnDisk> {
  const media = join(what.folder, 'media');
  const cookies = what.cookiesFile === undefined ? undefined : await copyOf(what.cookiesFile, what.folder);
  await exec('yt-dlp', [
    ...['--ignore-config', '--no-playlist', '--no-cache-dir', '--no-part', '--newline', '--progress'],
    // A fallback is tried sooner than the same thing again.
    ...['--retries', '1', '--socket-timeout', String(what.stallSeconds)],
    ...[
      '--extractor-args',
      `youtube:player_client=${what.client.name}`,
      '--user-agent',
      what.client.userAgent,
    ],
    ...(cookies === undefined ? [] : ['--cookies', cookies]),
    ...(what.proxy === undefined ? [] : ['--proxy', what.proxy]),
    ...['--paths', media, '--output', 'media.%(ext)s', '--', what.link.href],
  ]);
  return onlyFile(media);
}

/** yt-dlp writes its cookie file anew at each run, which several at a time would spoil: each gets a copy. */
async function copyOf(cookiesFile: string, folder: string): Promise<string> {
  const copy = join(folder, basename(cookiesFile));
  await copyFile(cookiesFile, copy);
  return copy;
}

async function onlyFile(folder: string): Promise<MediaOnDisk> {
  const [name] = await readdir(folder);
  if (name === undefined) throw new Error('yt-dlp ended well, but there is no file');
  const path = join(folder, name);
  return { path, bytes: (await stat(path)).size };
}
