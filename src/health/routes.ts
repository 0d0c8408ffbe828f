import { diag } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { attemptTotals, timeAttempts } from '../media/download/attempt_totals.ts';
import { usesProxy } from '../media/download/means.ts';
import { bearerGuard } from './bearer.ts';
import { isHealthFull } from './detail.ts';
import type { Health } from './health.ts';
import { recentHistory } from './history.ts';
import { Parameters } from './parameters.ts';
import type { QueueSource } from './queue_source.ts';
import { type Asked, detailedReply, publicReply, type Reply, unauthorized } from './replies.ts';
import { type HealthReport, healthReport } from './report.ts';
import { METRICS_ENDPOINTS, type StatsSources } from './stats_metrics.ts';
import { MONITORING, MONITORING_ENDPOINTS } from './stats_monitoring.ts';
import { systemHistory } from './system_history.ts';
import { type ToolPrograms, toolFinder } from './tools.ts';

/** What the stats endpoints are told by the application. */
export interface StatsOptions {
  /** How the queue is. Default: as far as this process' own jobs tell. */
  readonly queueSource?: QueueSource;
}

/** What the health endpoints tell. */
export interface HealthOptions extends ToolPrograms {
  /**
   * Whether `/healthz` says how attempts went, as `/health/yt-dlp` always does. Default: as the setting `healthDetail`
   * says, which is no.
   */
  readonly diagnostics?: boolean;
  /** Whether downloads go through a proxy. Default: whether the last one did. */
  readonly proxyInUse?: boolean | (() => boolean);
  /** What `/health` and `/health/detailed` tell of, as `health()` made it. Default: those paths are not answered. */
  readonly health?: Health;
  /** Whether `/health` also names the checks, and the state of each, instead of only the worst. Default: as `healthDetail` says, which is no. */
  readonly publicChecks?: boolean;
  /**
   * What must come as `Authorization: Bearer …` for `/health/detailed` and the stats; several while one is being
   * replaced. Without one, those paths are not answered at all.
   */
  readonly token?: string | readonly string[] | undefined;
  /** Whether `/api/metrics/…` and `/api/v1/monitoring/…` are answered. Default false. */
  readonly stats?: boolean | StatsOptions;
}

interface Route {
  readonly isPublic: boolean;
  readonly answer: (parameters: Parameters) => Promise<Reply>;
}

/** The paths that are answered, by path. */
export type Routes = ReadonlyMap<string, Route>;

/** What is answered with these options, and what guards the part of it that is not for everybody. */
export function healthRoutes(options: HealthOptions): {
  routes: Routes;
  answer: (asked: Asked) => Promise<Reply>;
} {
  const tokens = [options.token ?? []].flat().filter((token) => typeof token === 'string');
  const isAllowed = bearerGuard(tokens);
  const routes = new Map<string, Route>();
  const add = (path: string, isPublic: boolean, answer: Route['answer']): void => {
    if (isPublic || isAllowed) routes.set(path, { isPublic, answer });
  };
  toolRoutes(options, add);
  const { health, stats } = options;
  if (health) {
    for (const base of ['', MONITORING]) {
      add(`${base}/health`, true, async () =>
        publicReply(await health.check(), options.publicChecks ?? isHealthFull()),
      );
      add(`${base}/health/detailed`, false, async () => detailedReply(await health.check()));
    }
  }
  if (stats && isAllowed) statsRoutes(stats === true ? {} : stats, add);
  if (stats && !isAllowed)
    diag.warn('otel-media: the stats endpoints need a token; without, they are not there');

  const answer = async (asked: Asked): Promise<Reply> => {
    const route = routes.get(asked.path);
    if (route === undefined) return { status: 404, body: { error: 'not found' } };
    if (!route.isPublic && isAllowed?.(asked.authorization) !== true) return unauthorized(asked);
    if (asked.method !== 'GET' && asked.method !== 'HEAD') {
      return { status: 405, body: { error: 'method not allowed' }, headers: { allow: 'GET, HEAD' } };
    }
    try {
      return await route.answer(new Parameters(new URLSearchParams(asked.query)));
    } catch (error) {
      reportTelemetryFailure('answering a health request', error);
      return { status: 500, body: { error: 'health is not known' } };
    }
  };
  return { routes, answer };
}

type Add = (path: string, isPublic: boolean, answer: Route['answer']) => void;

// Requirement C6.
function toolRoutes(options: HealthOptions, add: Add): void {
  timeAttempts();
  const findTools = toolFinder(options);
  const report = async (withAttempts: boolean): Promise<HealthReport> => {
    const { proxyInUse } = options;
    const told: unknown = typeof proxyInUse === 'function' ? proxyInUse() : proxyInUse;
    const facts = {
      tools: await findTools(),
      attempts: attemptTotals(),
      // Code without types hands the proxy's URL.
      proxyInUse: told === undefined ? undefined : usesProxy(told),
      now: new Date(),
    };
    return healthReport(facts, withAttempts);
  };
  add('/healthz', true, async () => ({
    status: 200,
    body: await report(options.diagnostics ?? isHealthFull()),
  }));
  add('/health/yt-dlp', true, async () => ({ status: 200, body: await report(true) }));
}

// Requirements Q6 and M6.
function statsRoutes({ queueSource }: StatsOptions, add: Add): void {
  const sources: StatsSources = { queueSource, system: systemHistory() };
  // What is to be told later is kept from now on.
  recentHistory().keepEvents();
  for (const [path, answer] of [...METRICS_ENDPOINTS, ...MONITORING_ENDPOINTS]) {
    add(path, false, async (parameters) => {
      const body = await answer(parameters, sources);
      const { problem } = parameters;
      if (problem === undefined) return { status: 200, body };
      const { message, parameter, value } = problem;
      return { status: 400, body: { error: message, parameter, value } };
    });
  }
}
