import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BEHAVIOURS, type BehaviourName, isBehaviour } from './behaviours.ts';
import { netscapeCookies } from './login.ts';
import { type MediaFile, makeMediaFile } from './media_file.ts';
import { createSigner } from './signature.ts';

export interface OriginOptions {
  /** Default: any that is free. */
  readonly port?: number;
  /** Default: made with ffmpeg where it is installed. */
  readonly media?: MediaFile;
}

/** A running origin. */
export interface Origin {
  readonly url: string;
  /** A link to a file, signed and valid for an hour: `/{behaviour}/{name}.mp4?expire=…&sig=…`. */
  link(behaviour: BehaviourName, name?: string): string;
  /** A link like YouTube's, `/watch?v={11 characters}`, whose id the origin remembers. */
  watchLink(behaviour: BehaviourName): string;
  /** A Netscape `cookies.txt` that the origin takes for a login. */
  cookies(expires?: Date): string;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const MAX_VIDEOS = 10_000;

/** Starts a site on the loopback interface that serves real media, with every trouble in {@link BEHAVIOURS}. */
export async function startOrigin(options: OriginOptions = {}): Promise<Origin> {
  const media = options.media ?? (await makeMediaFile());
  const login = randomBytes(16).toString('base64url');
  const signer = createSigner(randomBytes(32));
  const videos = new Map<string, BehaviourName>();

  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://origin');
    const video = url?.pathname === '/watch' ? videos.get(url.searchParams.get('v') ?? '') : undefined;
    const folder = url?.pathname.split('/')[1] ?? '';
    const signed = url !== null && signer.accepts(url.pathname, url.searchParams);
    const behaviour = video ?? (signed && isBehaviour(folder) ? folder : undefined);
    // A link whose signature is wrong or too old is refused in the way of content delivery networks.
    const refused = isBehaviour(folder) ? 'forbidden' : 'missing';
    BEHAVIOURS[behaviour ?? refused]({ request, response, media, login });
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    link(behaviour, name = 'song') {
      const path = `/${behaviour}/${name}.${media.extension}`;
      return `${url}${path}?${signer.sign(path, new Date(Date.now() + HOUR_MS))}`;
    },
    watchLink(behaviour) {
      const id = randomBytes(8).toString('base64url');
      if (videos.size < MAX_VIDEOS) videos.set(id, behaviour);
      return `${url}/watch?v=${id}`;
    },
    cookies: (expires = new Date(Date.now() + 30 * 24 * HOUR_MS)) =>
      netscapeCookies('127.0.0.1', login, expires),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The stalled ones would keep it for ever.
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
