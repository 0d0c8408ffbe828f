import { randomBytes } from 'node:crypto';

/** What must never be found again. */
export interface Secrets {
  readonly cookie: string;
  /** A folder's name; wherever it is seen, a path was. */
  readonly folder: string;
  readonly videoId: string;
  readonly signature: string;
  readonly token: string;
  /** Name of a user, as in `/home/NAME`. */
  readonly user: string;
}

/** Secrets that nothing else in the world is equal to. */
export function makeSecrets(): Secrets {
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    cookie: `cookie${random(12)}`,
    folder: `tenant${random(12)}`,
    videoId: `qA${random(4)}Z`,
    signature: `AOq0${random(20)}`,
    token: `tk${random(20)}`,
    user: `user${random(8)}`,
  };
}

/** A Netscape cookie file with the cookie in it. */
export function cookieLine({ cookie }: Secrets): string {
  return `.youtube.com\tTRUE\t/\tTRUE\t2000000000\tSID\t${cookie}`;
}

/** A signed URL. */
export function signedUrl({ videoId, signature }: Secrets): string {
  return `https://r4.media.example/videoplayback?itag=22&v=${videoId}&sig=${signature}`;
}

/** A text as a program may write it, with a harmless word and then every secret that our process takes out. */
export function everySecret(secrets: Secrets, marker: string): string {
  return [
    `${marker} ERROR: [youtube] ${secrets.videoId}: Video unavailable`,
    `cannot write /srv/${secrets.folder}/media/Title [${secrets.videoId}].mp4`,
    `Bearer ${secrets.token} for ${signedUrl(secrets)}`,
    ...lateSecrets(secrets),
    `Cookie: SID=${secrets.cookie}`,
  ].join('\n');
}

/** Those that the Collector takes out too, from whoever sends them. */
export function lateSecrets(secrets: Secrets): string[] {
  return [
    `Bearer ${secrets.token}`,
    cookieLine(secrets),
    `https://r4.media.example/videoplayback?itag=22&sig=${secrets.signature}`,
    `/home/${secrets.user}/cookies.txt`,
    // Again, where the line break before it may have been written as \\n.
    `Bearer ${secrets.token}`,
  ];
}
