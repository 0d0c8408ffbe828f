import { join } from 'node:path';
import { DiagLogLevel, diag } from '@opentelemetry/api';
import { interruptAll } from './emit/open_operations.ts';
import { startHostMetrics } from './host/host_metrics.ts';
import { setCookiesStaleAfterSeconds } from './media/cookies.ts';
import { saveCookiesMemory, setCookiesStateDir } from './media/cookies_memory.ts';
import { startPlayJournal, writeJournalNow } from './media/play_journal.ts';
import { recoverPlays } from './media/play_recovery.ts';
import { setTimeLimits } from './media/time_limits.ts';
import { oldNode } from './node_version.ts';
import { type InitOptions, type ResolvedOptions, resolveOptions } from './options.ts';
import { deliveryFailures, deliveryLines } from './pipeline/delivery.ts';
import { PlainDiagLogger } from './pipeline/diagnostics.ts';
import { registerEsmHook } from './pipeline/esm_hook.ts';
import { flushOnExit } from './pipeline/exit.ts';
import { type Exporters, otlpExporters } from './pipeline/exporters.ts';
import { defaultStateDir, keptHashKey } from './pipeline/hash_key.ts';
import { activateInstrumentations, defaultInstrumentations } from './pipeline/instrumentations.ts';
import { type Providers, startProviders } from './pipeline/providers.ts';
import { serviceName } from './pipeline/resource.ts';
import { startupLine } from './pipeline/startup_line.ts';
import { withinBudget } from './pipeline/time_budget.ts';
import { setRedaction } from './redact/settings.ts';

/** What `init()` gives back. */
export interface OtelMedia {
  /**
   * Sends what is queued. Takes at most the shutdown time-out (5 s by default); never rejects.
   *
   * @returns whether all of it was sent in time
   */
  forceFlush(): Promise<boolean>;
  /**
   * Ends what is open as interrupted, sends what is queued and stops. Takes at most the shutdown time-out (5 s by
   * default); never rejects; does nothing the second time.
   *
   * @returns whether all of it was sent in time
   */
  shutdown(): Promise<boolean>;
}

let running: OtelMedia | undefined;

/**
 * Sets up OpenTelemetry: traces, metrics and logs of this process, redacted and sent over OTLP/HTTP. Call it once,
 * before anything else; or start with `node --import otel-media/register` and do not call it at all. Never throws; a
 * second call warns, changes nothing and gives back the first one's handle.
 *
 * @param given settings; environment variables win over them
 */
export function init(given: InitOptions = {}): OtelMedia {
  if (running !== undefined) {
    warn('init() was called a second time; this call changes nothing');
    return running;
  }
  const old = oldNode(process.versions.node);
  if (old !== undefined) warn(`${old}; going on, but what is sent may not be whole`);
  const { instrumentations: more = [], ...settings } = given;
  const { options, problems } = resolveOptions(settings);
  for (const problem of problems) warn(problem);
  if (!options.enabled) {
    running = { forceFlush: async () => true, shutdown: async () => true };
    return running;
  }
  try {
    running = start(options, otlpExporters(options), more);
  } catch (error) {
    warn(
      `telemetry could not be set up (${error instanceof Error ? error.name : 'unknown error'}); going on without`,
    );
    diag.error('otel-media: init failed', error);
    running = { forceFlush: async () => false, shutdown: async () => false };
  }
  return running;
}

/** Starts with given exporters: `init()` with those for OTLP, a test sink with those in memory. */
export function start(
  options: ResolvedOptions,
  exporters: Exporters,
  more: NonNullable<InitOptions['instrumentations']> = [],
): OtelMedia {
  if (!process.env.OTEL_LOG_LEVEL)
    diag.setLogger(new PlainDiagLogger(), { logLevel: diagLevel(options.logLevel) });
  setRedaction({
    content: options.content,
    hashKey: options.hashKey ?? keptHashKey(options.stateDir ?? defaultStateDir()),
  });
  setCookiesStaleAfterSeconds(options.cookiesStaleAfterSeconds);
  setTimeLimits(options);
  setCookiesStateDir(options.stateDir);
  const instrumentations = [...defaultInstrumentations(options), ...more];
  for (const problem of registerEsmHook(more)) warn(problem);
  const providers = startProviders(options, exporters, instrumentations);
  for (const problem of activateInstrumentations(instrumentations)) warn(problem);
  const stopJournal = keepPlays(options);
  const stopHostMetrics = watchHost(options);
  if (options.startupLine) process.stderr.write(`${startupLine(options, exporters)}\n`);
  return handle(options, providers, { before: stopJournal, after: stopHostMetrics });
}

function watchHost(options: ResolvedOptions): () => void {
  if (!options.hostMetrics || !options.metrics) return () => {};
  return startHostMetrics(options.hostMetricsIntervalSeconds ?? options.exportIntervalSeconds);
}

// Only in a folder that was given: whoever did not ask for it finds nothing of what is played on disk.
function keepPlays(options: ResolvedOptions): () => void {
  if (options.stateDir === undefined) return () => {};
  const service = serviceName(options)
    .name.replaceAll(/[^\w-]+/g, '_')
    .slice(0, 100);
  const folder = join(options.stateDir, 'plays', service);
  const stop = startPlayJournal(folder);
  void recoverPlays(folder);
  return stop;
}

// What is stopped before the last of it is sent, and after.
interface Stops {
  before(): void;
  after(): void;
}

function handle(options: ResolvedOptions, providers: Providers, stops: Stops): OtelMedia {
  const budgetMs = options.shutdownTimeoutSeconds * 1000;
  let stopped: Promise<boolean> | undefined;
  const sent = async (work: () => Promise<unknown>) => {
    // The SDK's metric reader does not reject when its export fails.
    const failuresBefore = deliveryFailures();
    return (
      (await withinBudget([work(), saveCookiesMemory()], budgetMs)) && deliveryFailures() === failuresBefore
    );
  };
  const forceFlush = () => sent(providers.forceFlush);
  const shutdown = () => {
    stopped ??= (async () => {
      unlisten();
      interruptAll();
      stops.before();
      const allSent = await sent(providers.shutdown);
      stops.after();
      return allSent;
    })();
    return stopped;
  };
  const unlisten = options.flushOnExit
    ? flushOnExit({
        interrupt: () => {
          interruptAll();
          writeJournalNow();
        },
        flush: async () => {
          const linesBefore = deliveryLines();
          if ((await forceFlush()) || deliveryLines() > linesBefore) return;
          warn(`not everything could be sent within ${options.shutdownTimeoutSeconds} s before the end`);
        },
      })
    : () => {};
  return { forceFlush, shutdown };
}

function diagLevel(level: ResolvedOptions['logLevel']): DiagLogLevel {
  return DiagLogLevel[level.toUpperCase() as keyof typeof DiagLogLevel];
}

function warn(message: string): void {
  process.stderr.write(`otel-media: ${message}\n`);
}
