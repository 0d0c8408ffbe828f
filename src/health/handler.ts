import type { IncomingMessage, ServerResponse } from 'node:http';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { attemptTotals } from '../media/attempt_totals.ts';
import { isHealthFull } from './detail.ts';
import { type HealthReport, healthReport } from './report.ts';
import { type ToolPrograms, toolFinder } from './tools.ts';

/** What the health endpoints tell. */
export interface HealthOptions extends ToolPrograms {
  /** Whether `/healthz` says how attempts went, as `/health/yt-dlp` always does. Default: as the setting `healthDetail` says, which is no. */
  readonly diagnostics?: boolean;
  /** Whether downloads go through a proxy. Default: whether the last one did. */
  readonly proxyInUse?: boolean | (() => boolean);
}

/** Answers a request if it is one for health; says whether it was. */
export type HealthHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

// Paths, and whether they tell of attempts whatever the options say.
const PATHS: ReadonlyMap<string, boolean> = new Map([
  ['/healthz', false],
  ['/health/yt-dlp', true],
]);

/**
 * Makes a handler for `GET /healthz` and `GET /health/yt-dlp`, of no framework. It never throws.
 *
 * ```ts
 * const health = healthHandler();
 * createServer((request, response) => {
 *   if (health(request, response)) return;
 *   // the application's own
 * });
 * ```
 *
 * @returns true when the request was for it: then it answers, by itself and soon, and nobody else may
 */
export function healthHandler(options: HealthOptions = {}): HealthHandler {
  const findTools = toolFinder(options);
  const report = async (withAttempts: boolean): Promise<HealthReport> => {
    const { proxyInUse } = options;
    const facts = {
      tools: await findTools(),
      attempts: attemptTotals(),
      proxyInUse: typeof proxyInUse === 'function' ? proxyInUse() : proxyInUse,
      now: new Date(),
    };
    return healthReport(facts, withAttempts);
  };
  return (request, response) => {
    const always = PATHS.get(pathOf(request.url));
    if (always === undefined) return false;
    void answer(request, response, () => report(always || (options.diagnostics ?? isHealthFull())));
    return true;
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  report: () => Promise<HealthReport>,
): Promise<void> {
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(request, response, 405, { error: 'method not allowed' });
      return;
    }
    send(request, response, 200, await report());
  } catch (error) {
    reportTelemetryFailure('answering a health request', error);
    try {
      if (response.headersSent) response.destroy();
      else send(request, response, 500, { error: 'health is not known' });
    } catch {
      // Whoever asked is gone, or somebody else has answered: there is nobody left to tell.
    }
  }
}

function send(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'GET, HEAD' }),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

/** The path of a request's target, which by HTTP may also be a whole URL. */
function pathOf(target = ''): string {
  const path = target.startsWith('/') ? target : (URL.parse(target)?.pathname ?? '');
  const end = path.search(/[?#]/);
  return end < 0 ? path : path.slice(0, end);
}
