/**
 * The `Cookie` header for a URL, of the cookies in a Netscape file that are meant for it and have not expired.
 *
 * @returns an empty string when there are none
 */
export function cookieHeader(file: string, url: URL, now: Date): string {
  return file
    .split(/\r?\n/)
    .flatMap((line) => {
      const fields = line.replace(/^#HttpOnly_/, '').split('\t');
      if (line.startsWith('# ') || fields.length !== 7) return [];
      const [domain = '', , path = '', secure, expires, name, value] = fields;
      const host = domain.replace(/^\./, '');
      // The second field says whether subdomains are meant too; a dot in front says the same.
      const meant =
        url.hostname === host ||
        ((fields[1] === 'TRUE' || domain !== host) && url.hostname.endsWith(`.${host}`));
      const alive = Number(expires) === 0 || Number(expires) * 1000 > now.getTime();
      const allowed = secure !== 'TRUE' || url.protocol === 'https:';
      return meant && alive && allowed && url.pathname.startsWith(path) ? [`${name}=${value}`] : [];
    })
    .join('; ');
}
