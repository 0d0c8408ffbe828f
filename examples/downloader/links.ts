/** Why a request cannot be served; the message is for who sent it. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

const MAX_LINKS = 20;
const MAX_LENGTH = 2_048;

/**
 * Reads the links of a request's body: `{"links": ["https://…"]}`.
 *
 * @throws {BadRequest} saying what is wrong and what is wanted
 */
export function parseLinks(body: string): URL[] {
  const links = readLinks(body);
  if (links.length === 0 || links.length > MAX_LINKS) {
    throw new BadRequest(`"links" must hold 1 to ${MAX_LINKS} links, not ${links.length}`);
  }
  return links.map(parseLink);
}

function readLinks(body: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new BadRequest('the body must be JSON: {"links": ["https://…"]}');
  }
  const links = typeof value === 'object' && value !== null && 'links' in value ? value.links : undefined;
  if (!Array.isArray(links)) throw new BadRequest('"links" must be a list: {"links": ["https://…"]}');
  return links;
}

function parseLink(link: unknown, at: number): URL {
  const url = typeof link === 'string' && link.length <= MAX_LENGTH ? URL.parse(link) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new BadRequest(`link ${at + 1} must be an http or https URL of at most ${MAX_LENGTH} characters`);
  }
  return url;
}

/** Whether a link leads straight to a file, so that nothing needs to be read out of a page first. */
export function isDirect(link: URL): boolean {
  return /\.(?:mp[34]|m4a|webm|ogg|opus|wav|flac|mkv|mov)$/i.test(link.pathname);
}

/** What a link calls its video: YouTube's id, or the name of the file. */
export function videoIdOf(link: URL): string | undefined {
  const name = link.pathname
    .split('/')
    .at(-1)
    ?.replace(/\.\w+$/, '');
  return link.searchParams.get('v') ?? (name || undefined);
}
