import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs links, as content delivery networks do: who has the link may download until it expires. */
export interface Signer {
  /** The query of a signed link: `expire=…&sig=…`. */
  sign(path: string, expires: Date): string;
  /** Whether a link's query is signed for its path and has not expired. */
  accepts(path: string, query: URLSearchParams): boolean;
}

export function createSigner(key: Buffer): Signer {
  const signature = (path: string, expire: string): string =>
    createHmac('sha256', key).update(`${path}\n${expire}`).digest('base64url');
  return {
    sign(path, expires) {
      const expire = String(Math.floor(expires.getTime() / 1000));
      return `expire=${expire}&sig=${signature(path, expire)}`;
    },
    accepts(path, query) {
      const expire = query.get('expire') ?? '';
      const given = Buffer.from(query.get('sig') ?? '');
      const right = Buffer.from(signature(path, expire));
      return (
        given.length === right.length && timingSafeEqual(given, right) && Number(expire) * 1000 > Date.now()
      );
    },
  };
}
