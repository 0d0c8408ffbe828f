import { DiagConsoleLogger, DiagLogLevel, diag } from '@opentelemetry/api';
import { captureConsole } from './adapters/console.ts';
import { setLogPolicy } from './emit/log.ts';
import { interruptAll } from './emit/open_operations.ts';
import { setThresholds } from './emit/thresholds.ts';
import { setTrackers } from './emit/trackers.ts';
import { setHealthDetail } from './health/detail.ts';
import { instrumentChildProcess } from './media/child_process.ts';
import { setCookiesStaleAfterSeconds } from './media/cookies.ts';
import { setCountryLookup } from './media/visitor.ts';
import {
  type InitOptions,
  type Options,
  type ResolvedOptions,
  resolveOptions,
  settingsLines,
} from './options.ts';
import { registerEsmHook } from './pipeline/esm_hook.ts';
import { flushOnExit } from './pipeline/exit.ts';
import { type Exporters, otlpExporters } from './pipeline/exporters.ts';
import { defaultStateDir, keptHashKey } from './pipeline/hash_key.ts';
import { activateInstrumentations, defaultInstrumentations } from './pipeline/instrumentations.ts';
import { type Providers, startProviders } from './pipeline/providers.ts';
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

/** What only code can say. */
type OnlyInCode = { [N in Exclude<keyof InitOptions, keyof Options>]?: InitOptions[N] | undefined };

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
  const { instrumentations, country, optOut, ...settings } = given;
  const { options, problems } = resolveOptions(settings);
  for (const problem of problems) warn(problem);
  if (!options.enabled) {
    running = { forceFlush: async () => true, shutdown: async () => true };
    return running;
  }
  try {
    running = start(options, otlpExporters(options), { instrumentations, country, optOut });
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
  { instrumentations: more = [], country, optOut }: OnlyInCode = {},
): OtelMedia {
  if (!process.env.OTEL_LOG_LEVEL) {
    diag.setLogger(new DiagConsoleLogger(), { logLevel: diagLevel(levelInForce(options)) });
  }
  setRedaction({
    content: options.content,
    contentOf: { titles: options.titles, links: options.links, fileNames: options.fileNames },
    address: options.clientAddress,
    userAgent: options.userAgent,
    hashKey: options.hashKey ?? keptHashKey(options.stateDir ?? defaultStateDir()),
  });
  setCookiesStaleAfterSeconds(options.cookiesStaleAfterSeconds);
  setTrackers(options.trackers);
  setThresholds(options.thresholds);
  setLogPolicy({ detail: options.appLogs, level: options.appLogLevel });
  setHealthDetail(options.healthDetail);
  setCountryLookup(country);
  const instrumentations = [...defaultInstrumentations(options, optOut), ...more];
  for (const problem of registerEsmHook(more)) warn(problem);
  const onShutdown: (() => void)[] = [];
  const providers = startProviders(options, exporters, instrumentations);
  if (options.instrumentChildProcess) onShutdown.push(instrumentChildProcess());
  if (options.captureConsole) onShutdown.push(captureConsole());
  for (const problem of activateInstrumentations(instrumentations)) warn(problem);
  if (options.debug) for (const line of settingsLines(options)) warn(line);
  if (options.startupLine) process.stderr.write(`${startupLine(options, exporters)}\n`);
  return handle(options, providers, onShutdown);
}

function handle(
  options: ResolvedOptions,
  providers: Providers,
  onShutdown: readonly (() => void)[],
): OtelMedia {
  const budgetMs = options.shutdownTimeoutSeconds * 1000;
  let stopped: Promise<boolean> | undefined;
  const forceFlush = () => withinBudget([providers.forceFlush()], budgetMs);
  const shutdown = () => {
    stopped ??= (async () => {
      unlisten();
      for (const undo of onShutdown) undo();
      interruptAll();
      return withinBudget([providers.shutdown()], budgetMs);
    })();
    return stopped;
  };
  const unlisten = options.flushOnExit
    ? flushOnExit({
        interrupt: interruptAll,
        flush: async () => {
          await forceFlush();
        },
      })
    : () => {};
  return { forceFlush, shutdown };
}

function levelInForce(options: ResolvedOptions): ResolvedOptions['logLevel'] {
  return options.debug && options.logLevel === 'warn' ? 'debug' : options.logLevel;
}

function diagLevel(level: ResolvedOptions['logLevel']): DiagLogLevel {
  return DiagLogLevel[level.toUpperCase() as keyof typeof DiagLogLevel];
}

function warn(message: string): void {
  process.stderr.write(`otel-media: ${message}\n`);
}
