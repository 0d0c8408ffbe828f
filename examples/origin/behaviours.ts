import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoggedIn } from './login.ts';
import type { MediaFile } from './media_file.ts';

/** What a request to the origin is answered from. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly media: MediaFile;
  /** Value of the cookie that proves a login. */
  readonly login: string;
}

type Behaviour = (exchange: Exchange) => void;

const SLOW_CHUNKS = 8;
const SLOW_PAUSE_MS = 120;

/** How the origin may behave: mostly as sites do that people download from. */
export const BEHAVIOURS = {
  /** All is well. */
  ok: sendMedia,
  /** Takes its time (about a second), but gets there. */
  slow: ({ response, media }) => {
    head(response, media);
    const size = Math.ceil(media.bytes.length / SLOW_CHUNKS);
    let sent = 0;
    const timer = setInterval(() => {
      response.write(media.bytes.subarray(sent, sent + size));
      sent += size;
      if (sent < media.bytes.length) return;
      clearInterval(timer);
      response.end();
    }, SLOW_PAUSE_MS);
    response.once('close', () => clearInterval(timer));
  },
  /** Turned away, whoever asks. */
  forbidden: ({ response }) => page(response, 403, 'Forbidden'),
  /** Asked too often. */
  rate_limited: ({ response }) => page(response, 429, 'Too many requests', { 'retry-after': '30' }),
  /** Sends the first part of the file, then nothing, and keeps the connection. */
  stall: ({ response, media }) => {
    head(response, media);
    response.write(media.bytes.subarray(0, media.bytes.length >> 2));
  },
  /** The connection breaks in the middle of the file. */
  cut: ({ response, media }) => {
    head(response, media);
    response.write(media.bytes.subarray(0, media.bytes.length >> 1), () => response.destroy());
  },
  /** A page where a file was promised, with status 200: a consent form, a login, an advertisement. */
  page: ({ response }) => page(response, 200, 'Before you continue'),
  /** For who is logged in. */
  members: (exchange) => {
    if (isLoggedIn(exchange.request.headers.cookie, exchange.login)) sendMedia(exchange);
    else page(exchange.response, 401, 'Sign in to see this', { 'www-authenticate': 'Cookie' });
  },
  /** Turns away clients that pose as a telephone, and serves browsers: a fallback gets it. */
  browsers_only: (exchange) => {
    if (!/Android/i.test(exchange.request.headers['user-agent'] ?? '')) sendMedia(exchange);
    else page(exchange.response, 403, 'Forbidden');
  },
  missing: ({ response }) => page(response, 404, 'Not found'),
  broken: ({ response }) => page(response, 500, 'Internal server error'),
  /** A file that says it is media, and is not: downloads well, and fails to play. */
  damaged: ({ response, media }) => {
    const bytes = randomBytes(4096);
    head(response, media, bytes.length);
    response.end(bytes);
  },
} satisfies Record<string, Behaviour>;

export type BehaviourName = keyof typeof BEHAVIOURS;

/** Reads the name of a behaviour. */
export function isBehaviour(name: string): name is BehaviourName {
  return Object.hasOwn(BEHAVIOURS, name);
}

function sendMedia({ request, response, media }: Exchange): void {
  head(response, media);
  response.end(request.method === 'HEAD' ? undefined : media.bytes);
}

function head(response: ServerResponse, media: MediaFile, length = media.bytes.length): void {
  response.writeHead(200, { 'content-type': media.contentType, 'content-length': length });
}

function page(
  response: ServerResponse,
  status: number,
  title: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(`<!doctype html><title>${title}</title><p>${title}\n`);
}
