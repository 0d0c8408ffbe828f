import { boundedValue, OTHER } from '../../emit/cardinality.ts';
import { downloadClient } from '../../registry/download.ts';

/** How a download goes about it. */
export interface DownloadMeans {
  /** Client that the downloader poses as: `android`, `web`, `tv`, …; must be of few values. Default `unknown`. */
  client?: string;
  /** Whether a proxy is used; or its URL, of which nothing is kept but that there is one. Default false. */
  proxy?: boolean | string;
  /** Whether cookies are used; or the path of the cookie file, of which only the base name is kept. Default false. */
  cookies?: boolean | string;
}

// As variables have it, and yt-dlp's own `--proxy ""`.
const NO_PROXY = /^(?:|false|0|no|off|none|direct)$/i;

/** Whether a proxy is used. Takes anything: of a URL nothing leaves, and no endpoint shows it. */
export function usesProxy(given: unknown): boolean {
  return typeof given === 'string' ? !NO_PROXY.test(given.trim()) : Boolean(given);
}

/** The client as the health endpoints and metrics name it; one of few, and no URL. Takes anything. */
export function clientName(given: unknown): string {
  return boundedValue(downloadClient, (given as string | undefined) ?? 'unknown');
}

/** Means, as signals carry them; metrics put `other` in the place of a client that may be no label. */
export function meansAttributes(means: DownloadMeans) {
  const client: unknown = means.client ?? 'unknown';
  return {
    'media.download.client': typeof client === 'string' ? client : OTHER,
    'media.download.proxy_used': usesProxy(means.proxy),
    'media.download.cookies_used': Boolean(means.cookies),
  };
}
