import type { IncomingMessage, ServerResponse } from 'node:http';
import { reportTelemetryFailure } from '../emit/guard.ts';
import type { Reply } from './replies.ts';
import { type HealthOptions, healthRoutes } from './routes.ts';

/** Answers requests for health and stats, of Node's own servers, of Express and Fastify, and of web standards. */
export interface HealthHandler {
  /**
   * Answers a request of Node's `http`, if it is one for health; says whether it was. Then it answers, by itself and
   * soon, and nobody else may. Else it calls `next`, where it is given (as Express does), and does nothing.
   */
  (request: IncomingMessage, response: ServerResponse, next?: (error?: unknown) => void): boolean;
  /** Answers a web-standard request (Hono, Deno, Bun, edge runtimes); 404 for what is not for health. Never rejects. */
  fetch(request: Request): Promise<Response>;
  /** Whether a path is one that is answered. */
  handles(path: string): boolean;
}

/**
 * Makes a handler for the health endpoints, of no framework. It never throws.
 *
 * - `GET /healthz` and `/health/yt-dlp`: the downloader's tools and attempts
 * - with `health`: `GET /health` (503 when critical); with a token too, `/health/detailed`; both also below
 *   `/api/v1/monitoring`
 * - with `stats` and a token: `GET /api/metrics/{queue,worker,jobs,system,performance}` and
 *   `/api/v1/monitoring/{stats,alerts,metrics/system,sessions/active,logs/recent}`
 *
 * A path that is not answered with these options is left to the application. A wrong token gets 401, a parameter that
 * is not allowed 400, another method 405.
 *
 * ```ts
 * const health = healthHandler();
 * createServer((request, response) => {
 *   if (health(request, response)) return;
 *   // the application's own
 * });
 * ```
 *
 * @param options health, stats, token, level of detail, the downloader's tools
 * @returns tells whether it answered a request of Node; its `fetch` is for Web requests
 */
export function healthHandler(options: HealthOptions = {}): HealthHandler {
  const { routes, answer } = healthRoutes(options);

  const onRequest = (request: IncomingMessage, response: ServerResponse, next?: () => void): boolean => {
    const [path, query] = splitTarget(request.url);
    if (!routes.has(path)) {
      next?.();
      return false;
    }
    const { method = 'GET', headers } = request as Partial<IncomingMessage>;
    void answer({ method, path, query, authorization: headers?.authorization }).then((reply) =>
      send(method, response, reply),
    );
    return true;
  };

  const fetch = async (request: Request): Promise<Response> => {
    const [path, query] = splitTarget(request.url);
    const { method, headers } = request;
    const reply = await answer({ method, path, query, authorization: headers.get('authorization') });
    const text = textOf(reply);
    return new Response(method === 'HEAD' ? null : text, {
      status: reply.status,
      headers: headersOf(reply, text),
    });
  };

  return Object.assign(onRequest, { fetch, handles: (path: string) => routes.has(path) });
}

function send(method: string, response: ServerResponse, reply: Reply): void {
  try {
    const text = textOf(reply);
    response.writeHead(reply.status, headersOf(reply, text));
    response.end(method === 'HEAD' ? undefined : text);
  } catch (error) {
    // Whoever asked is gone, or somebody else has answered: there is nobody left to tell.
    reportTelemetryFailure('answering a health request', error);
    response.destroy();
  }
}

function textOf({ body }: Reply): string {
  return `${JSON.stringify(body)}\n`;
}

function headersOf({ headers }: Reply, text: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    ...headers,
  };
}

/** Path and query of a request's target, which by HTTP may also be a whole URL. */
function splitTarget(target = ''): [path: string, query: string] {
  const url = target.startsWith('/') ? undefined : URL.parse(target);
  if (url) return [url.pathname, url.search.slice(1)];
  const [beforeFragment = ''] = target.split('#', 1);
  const at = beforeFragment.indexOf('?');
  return at < 0 ? [beforeFragment, ''] : [beforeFragment.slice(0, at), beforeFragment.slice(at + 1)];
}
