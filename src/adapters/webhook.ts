import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { OtelMediaError } from '../errors.ts';

/** How a webhook takes what it is sent. */
export interface WebhookOptions {
  /**
   * What a sender must know: as a bearer token, or as the password of basic authentication (with any user name).
   * Default: nothing is asked. Then let no stranger reach it.
   */
  readonly secret?: string;
  /** Largest body that is taken, in bytes. Default 262,144. */
  readonly maxBodyBytes?: number;
}

/** A handler for `POST` requests, of no framework. Neither of its forms ever throws or rejects. */
export interface Webhook {
  /** For web-standard servers: Hono, Deno, Bun, and Node through an adapter. */
  fetch(request: Request): Promise<Response>;
  /** For `node:http`, Express and the like; answers by itself. A body that was parsed before it is taken as it is. */
  node(request: IncomingMessage & { body?: unknown }, response: ServerResponse): Promise<void>;
}

/** What a webhook made of a payload: `ignored` says that there is no more room, `invalid` that it is no such thing. */
export type Taken = 'taken' | 'invalid' | 'ignored';

const DEFAULT_MAX_BODY_BYTES = 262_144;
const STATUS = { taken: 204, invalid: 400, ignored: 429 } as const;

class Refusal {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/**
 * Makes the two forms of a webhook.
 *
 * Answers 204 to what was taken, 400 to what is no JSON or makes no sense, 401 without the secret, 405 to other methods,
 * 413 to too much, 429 where there is no more room. The answers tell nothing else.
 *
 * @param take what is done with a payload; must not throw
 * @throws {OtelMediaError} `OTEL_MEDIA_OPTION_INVALID` where an option makes no sense
 */
export function webhook(options: WebhookOptions, take: (payload: unknown) => Taken): Webhook {
  const { secret, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  if (secret !== undefined && (typeof secret !== 'string' || secret === '')) {
    throw new OtelMediaError('OTEL_MEDIA_OPTION_INVALID', 'secret is empty; leave it out to ask for none');
  }
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes < 1) {
    throw new OtelMediaError(
      'OTEL_MEDIA_OPTION_INVALID',
      `maxBodyBytes is ${maxBodyBytes}; allowed is a whole number from 1`,
    );
  }
  const expected = secret === undefined ? undefined : digest(secret);

  async function respond(
    method: string | undefined,
    authorization: string | undefined,
    payload: () => Promise<unknown>,
  ): Promise<number> {
    try {
      if (method !== 'POST') return 405;
      if (expected !== undefined && !knows(authorization, expected)) return 401;
      return STATUS[take(await payload())];
    } catch (error) {
      if (error instanceof Refusal) return error.status;
      reportTelemetryFailure('taking what a webhook was sent', error);
      return 500;
    }
  }

  return {
    async fetch(request) {
      const authorization = request.headers.get('authorization') ?? undefined;
      const status = await respond(request.method, authorization, async () => {
        if (Number(request.headers.get('content-length')) > maxBodyBytes) throw new Refusal(413);
        return parse(await collect(request.body ?? [], maxBodyBytes));
      });
      return new Response(null, { status, headers: headersOf(status) });
    },
    async node(request, response) {
      const status = await respond(request.method, request.headers.authorization, async () => {
        if (request.body !== undefined && request.readableEnded) return request.body;
        if (Number(request.headers['content-length']) > maxBodyBytes) throw new Refusal(413);
        return parse(await collect(request, maxBodyBytes));
      });
      try {
        if (response.headersSent || response.destroyed) return;
        // What is left of a body that was refused is not read: the connection ends with the answer.
        const rest = request.readableEnded ? {} : { connection: 'close' };
        response.writeHead(status, { ...headersOf(status), ...rest }).end();
      } catch (error) {
        reportTelemetryFailure('answering a webhook', error);
      }
    },
  };
}

function headersOf(status: number): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Basic realm="otel-media"' };
  return status === 405 ? { allow: 'POST' } : {};
}

// Both sides are hashed, so that neither the time it takes nor a length tells anything of the secret.
function knows(authorization: string | undefined, expected: Buffer): boolean {
  const [scheme = '', credentials = ''] = authorization?.split(' ', 2) ?? [];
  let given = '';
  if (scheme.toLowerCase() === 'bearer') given = credentials;
  else if (scheme.toLowerCase() === 'basic') {
    const pair = Buffer.from(credentials, 'base64').toString('utf8');
    given = pair.slice(pair.indexOf(':') + 1);
  }
  return timingSafeEqual(digest(given), expected);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

async function collect(chunks: Chunks, maxBytes: number): Promise<string> {
  const kept: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size > maxBytes) throw new Refusal(413);
      kept.push(bytes);
    }
  } catch (error) {
    // A sender that breaks off is no trouble of ours.
    throw error instanceof Refusal ? error : new Refusal(400);
  }
  return Buffer.concat(kept).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400);
  }
}
