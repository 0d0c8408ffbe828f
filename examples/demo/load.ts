import { request } from 'node:http';
import type { DownloadsReply } from '../downloader/server.ts';
import type { BehaviourName } from '../origin/behaviours.ts';
import type { Origin } from '../origin/origin.ts';

/** A request as a visitor makes it: a few links. */
type Visit = readonly { readonly behaviour: BehaviourName; readonly watch?: boolean }[];

/** What visitors ask for, over and over: two thirds of it works, some of that by the fallback only. */
export const VISITS: readonly Visit[] = [
  [{ behaviour: 'ok' }],
  [{ behaviour: 'ok', watch: true }, { behaviour: 'browsers_only' }],
  [{ behaviour: 'forbidden' }],
  [{ behaviour: 'members' }, { behaviour: 'ok' }],
  [{ behaviour: 'rate_limited', watch: true }],
  [{ behaviour: 'slow' }, { behaviour: 'missing' }],
  [{ behaviour: 'cut' }],
  [{ behaviour: 'ok' }, { behaviour: 'damaged' }],
  [{ behaviour: 'page' }],
  [{ behaviour: 'members', watch: true }, { behaviour: 'ok' }],
  [{ behaviour: 'stall' }],
  [{ behaviour: 'broken' }, { behaviour: 'ok' }],
];

const USER_AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
];

/** The links of a visit. */
export function linksOf(visit: Visit, origin: Origin): string[] {
  return visit.map(({ behaviour, watch }) =>
    watch ? origin.watchLink(behaviour) : origin.link(behaviour, 'holiday-film'),
  );
}

/**
 * Asks the downloader for links. By `node:http` and not `fetch`, so that the caller can keep it out of its own traces.
 *
 * @param visitor a number; makes up address and user agent
 */
export function askFor(
  downloader: string,
  links: readonly string[],
  visitor = 0,
  signal?: AbortSignal,
): Promise<DownloadsReply> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': USER_AGENTS[visitor % USER_AGENTS.length],
      // From the range for documentation, RFC 5737.
      'x-forwarded-for': `203.0.113.${(visitor % 250) + 1}`,
    };
    const call = request(
      `${downloader}/downloads`,
      { method: 'POST', headers, ...(signal && { signal }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject).on('end', () => {
          if (response.statusCode === 200 || response.statusCode === 502)
            resolve(JSON.parse(text) as DownloadsReply);
          else reject(new Error(`the downloader answered ${response.statusCode}: ${text.slice(0, 200)}`));
        });
      },
    );
    call.on('error', reject).end(JSON.stringify({ links }));
  });
}
