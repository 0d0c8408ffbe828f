import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Makes a function that tells whether an `Authorization` header carries one of the tokens. The time it takes tells
 * nothing about them: hashes of equal length are compared, each with every token.
 *
 * @param tokens the tokens; empty ones count as not there
 * @returns undefined if there is no token
 */
export function bearerGuard(
  tokens: readonly string[],
): ((authorization: string | null | undefined) => boolean) | undefined {
  const hashes = tokens.filter((token) => token !== '').map(hashOf);
  if (hashes.length === 0) return undefined;
  return (authorization) => {
    const [, given = ''] = /^bearer +([^\s]+) *$/i.exec(authorization ?? '') ?? [];
    const hash = hashOf(given);
    let isRight = false;
    for (const one of hashes) isRight = timingSafeEqual(one, hash) || isRight;
    return isRight;
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
