import { bareDomain } from './domain.ts';

/** One cookie of a Netscape cookie file. */
export interface Cookie {
  readonly domain: string;
  readonly name: string;
  readonly value: string;
  /** Unix time in seconds; 0: ends with the browser's session. */
  readonly expires: number;
}

/**
 * Parses the text of a Netscape cookie file: seven fields a line, separated by tabs; `#HttpOnly_` before a domain is
 * part of the format, any other `#` a comment. Lines of another form are left out.
 *
 * @returns undefined if there is content, but no line of it is a cookie
 */
export function parseCookies(text: string): Cookie[] | undefined {
  const cookies: Cookie[] = [];
  let malformed = text.includes('\0');
  if (!malformed) {
    for (const line of text.replace(/^\uFEFF/, '').split(text.includes('\r') ? /\r\n|\n|\r/ : '\n')) {
      const content = line.startsWith('#') ? line.replace(/^#HttpOnly_/i, '') : line;
      if (content.startsWith('#') || content.trim() === '') continue;
      const cookie = parseLine(content);
      if (cookie === undefined) malformed = true;
      else cookies.push(cookie);
    }
  }
  return cookies.length === 0 && malformed ? undefined : cookies;
}

function parseLine(line: string): Cookie | undefined {
  const [domain, subdomains, path, secure, expires, name, value] = line.split('\t');
  if (!domain || path === undefined || name === undefined) return undefined;
  if (!isFlag(subdomains) || !isFlag(secure)) return undefined;
  if (expires === undefined || !EXPIRES.test(expires)) return undefined;
  return { domain: bareDomain(domain), name, value: value ?? '', expires: Math.max(0, Number(expires)) };
}

const EXPIRES = /^-?\d*(?:\.\d+)?$/;

function isFlag(text: string | undefined): boolean {
  return text === 'TRUE' || text === 'FALSE' || /^(?:true|false)$/i.test(text ?? '');
}
