import type { DownloadOptions } from '../../src/media/download/options.ts';

/** The download that is measured. */
export const DOWNLOAD = {
  id: 'dQw4w9WgXcQ',
  url: new URL('https://www.youtube.com/watch?v=dQw4w9WgXcQ'),
  client: 'android',
  proxy: false,
  cookies: false,
} satisfies DownloadOptions;

/** The application's own work, on both sides: nothing, but in its own time. */
export async function work(): Promise<void> {}
