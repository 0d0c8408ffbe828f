/** Name of the cookie that proves a login at the origin; the one that YouTube's own logins go by. */
export const LOGIN_COOKIE = '__Secure-3PSID';

/**
 * A Netscape `cookies.txt`, as a browser extension would export it.
 *
 * @param host    host that the cookie is for
 * @param value   what the origin takes for a login
 * @param expires when the cookie ends
 */
export function netscapeCookies(host: string, value: string, expires: Date): string {
  const seconds = Math.floor(expires.getTime() / 1000);
  const line = [host, 'FALSE', '/', 'FALSE', seconds, LOGIN_COOKIE, value].join('\t');
  return `# Netscape HTTP Cookie File\n# Made by examples/origin. Do not edit.\n\n${line}\n`;
}

/** Whether a request's cookies prove a login. */
export function isLoggedIn(cookieHeader: string | undefined, value: string): boolean {
  return (cookieHeader ?? '').split(';').some((one) => one.trim() === `${LOGIN_COOKIE}=${value}`);
}
