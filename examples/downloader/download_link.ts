import { mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Attempt, download, reportError, type Session } from 'otel-media';
import { ANDROID, type Client, WEB } from './clients.ts';
import type { Config, Way } from './config.ts';
import { failureOf, type LinkFailure, mayFallbackHelp } from './failure.ts';
import { isDirect, videoIdOf } from './links.ts';
import { transcode } from './transcode.ts';
import type { MediaOnDisk } from './ways.ts';
import { downloadWithFetch } from './with_fetch.ts';
import { downloadWithYtDlp } from './with_ytdlp.ts';

/** What became of a link. */
export interface LinkResult {
  readonly link: string;
  readonly ok: boolean;
  readonly file?: string;
  readonly bytes?: number;
  readonly error?: LinkFailure & { readonly during: 'download' | 'transcode' };
}

/** A request that links are downloaded for. */
export interface Job {
  readonly config: Config;
  readonly session: Session;
  /** Folder of the request. */
  readonly folder: string;
  /** The cookie file, when there is one and it is good for a login. */
  readonly cookiesFile: string | undefined;
}

/** Downloads one link, in two steps if need be, and makes an audio file of it. Rejects never. */
export async function downloadLink(link: URL, job: Job): Promise<LinkResult> {
  const { config, session } = job;
  let during: 'download' | 'transcode' = 'download';
  try {
    const media = await download(
      { ...ids(link), url: link, client: ANDROID.name, proxy: proxyOf(config, config.way) !== undefined },
      (attempt) => inSteps(link, job, attempt),
    );
    during = 'transcode';
    const file = config.transcodes ? await transcode(media.path, config.audioFormat) : media.path;
    return { link: link.href, ok: true, file: basename(file), bytes: media.bytes };
  } catch (error) {
    // What fails inside of `download` is recorded there.
    if (during === 'transcode') {
      reportError(error, { component: 'transcoder' });
      session.failed(error);
    }
    return { link: link.href, ok: false, error: { ...failureOf(error), during } };
  }
}

async function inSteps(link: URL, job: Job, attempt: Attempt): Promise<MediaOnDisk> {
  const { config, cookiesFile } = job;
  // A link to a file needs no extractor: there the plain way is the other way.
  const fallback: Way = isDirect(link) ? 'fetch' : config.way;
  const media = await attempt
    .step('primary', () => fetchBy(config.way, link, job, attempt, ANDROID, undefined))
    .catch((error: unknown) => {
      if (!mayFallbackHelp(error)) throw error;
      const means = {
        client: WEB.name,
        cookies: cookiesFile ?? false,
        proxy: proxyOf(config, fallback) !== undefined,
      };
      return attempt.step('fallback', means, () => fetchBy(fallback, link, job, attempt, WEB, cookiesFile));
    });
  attempt.downloaded({ bytes: media.bytes, fileName: basename(link.pathname) });
  return media;
}

async function fetchBy(
  way: Way,
  link: URL,
  { config, folder }: Job,
  attempt: Attempt,
  client: Client,
  cookiesFile: string | undefined,
): Promise<MediaOnDisk> {
  const what = {
    ...{ link, client, cookiesFile, attempt, stallSeconds: config.stallSeconds },
    proxy: proxyOf(config, way),
    folder: await mkdtemp(join(folder, 'link-')),
  };
  return way === 'yt-dlp' ? downloadWithYtDlp(what) : downloadWithFetch(what);
}

/** Only yt-dlp goes through the proxy. */
function proxyOf(config: Config, way: Way): string | undefined {
  return way === 'yt-dlp' ? config.proxy : undefined;
}

function ids(link: URL): { id?: string } {
  const id = videoIdOf(link);
  return id === undefined ? {} : { id };
}
