import { redactUrl } from '../redact/urls/url.ts';

/**
 * The URL that was most likely meant by one whose scheme is missing or half there, such as `localhost:4318`. Without
 * credentials: it is for people to read.
 *
 * @returns undefined for what has a scheme, and for what is no address at all
 */
export function withScheme(address: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(address)) return undefined;
  const [, tls = '', rest = ''] = /^(?:http(s?):)?\/*(.*)$/is.exec(address) ?? [];
  const url = `http${tls}://${rest}`;
  // A name without a port or a dot is more likely a word.
  if (!/^(?:[^\s/]*@)?(?:localhost|[^\s/:@]+:\d+|[^\s/:@]+\.[^\s/:@]+|\[[\da-f:]+\])/i.test(rest))
    return undefined;
  return URL.canParse(url) ? redactUrl(url) : undefined;
}
