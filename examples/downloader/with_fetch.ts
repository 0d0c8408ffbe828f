import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cookieHeader } from './cookie_header.ts';
import type { MediaOnDisk, Try } from './ways.ts';

/** The site answered, but with no media. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  /** Status of the answer; otel-media reads it, as it does those of the usual HTTP clients. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Downloads a link that leads straight to a file. Gives up when nothing arrives for a while. */
export async function downloadWithFetch(what: Try): Promise<MediaOnDisk> {
  const stalled = new AbortController();
  const patience = setTimeout(() => {
    stalled.abort(new DOMException(`nothing arrived for ${what.stallSeconds} s`, 'TimeoutError'));
  }, what.stallSeconds * 1000);
  try {
    const response = await fetch(what.link, {
      headers: { 'user-agent': what.client.userAgent, ...(await cookiesOf(what)) },
      signal: stalled.signal,
    });
    const body = mediaOf(response);
    const totalBytes = Number(response.headers.get('content-length'));
    const path = join(what.folder, `media${extname(what.link.pathname) || '.bin'}`);
    let bytes = 0;
    const watched = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        patience.refresh();
        bytes += chunk.length;
        if (totalBytes > 0) what.attempt.progress({ bytes, totalBytes });
        yield chunk;
      }
    };
    await pipeline(body, watched, createWriteStream(path));
    return { path, bytes };
  } finally {
    clearTimeout(patience);
  }
}

function mediaOf(response: Response): ReadableStream<Uint8Array> {
  if (!response.ok || response.body === null) {
    // Not read further: the connection is given back.
    void response.body?.cancel();
    throw new FetchError(response.status, `HTTP ${response.status} ${response.statusText}`);
  }
  const type = response.headers.get('content-type') ?? 'none';
  if (!/^(?:video|audio)\/|^application\/octet-stream/.test(type)) {
    void response.body.cancel();
    throw new FetchError(response.status, `unexpected content type ${type}, wanted media`);
  }
  return response.body;
}

async function cookiesOf({ cookiesFile, link }: Try): Promise<{ cookie?: string }> {
  if (cookiesFile === undefined) return {};
  const cookie = cookieHeader(await readFile(cookiesFile, 'utf8'), link, new Date());
  return cookie === '' ? {} : { cookie };
}
