import { join } from 'node:path';
import { DiagLogLevel, diag } from '@opentelemetry/api';
import { captureConsole } from './adapters/console.ts';
import { setLogPolicy } from './emit/log.ts';
import { setThresholds } from './emit/thresholds.ts';
import { isTrackerEnabled, setTrackers } from './emit/trackers.ts';
import { handle, type OtelMedia } from './handle.ts';
import { setHealthDetail } from './health/detail.ts';
import { startHostMetrics } from './host/host_metrics.ts';
import { instrumentChildProcess } from './media/child_process.ts';
import { setCookiesStaleAfterSeconds } from './media/cookies.ts';
import { setCookiesStateDir } from './media/cookies_memory.ts';
import { startPlayJournal } from './media/play_journal.ts';
import { recoverPlays } from './media/play_recovery.ts';
import { setTimeLimits } from './media/time_limits.ts';
import { setCountryLookup } from './media/visitor.ts';
import { type InitOptions, type Options, type ResolvedOptions, settingsLines } from './options.ts';
import { PlainDiagLogger } from './pipeline/diagnostics.ts';
import { registerEsmHook } from './pipeline/esm_hook.ts';
import type { Exporters } from './pipeline/exporters.ts';
import { defaultStateDir, keptHashKey } from './pipeline/hash_key.ts';
import { activateInstrumentations, defaultInstrumentations } from './pipeline/instrumentations.ts';
import { startProviders } from './pipeline/providers.ts';
import { serviceName } from './pipeline/resource.ts';
import { startupLine } from './pipeline/startup_line.ts';
import { setRedaction } from './redact/settings.ts';
import { warn } from './warn.ts';

/** What only code can say. */
type OnlyInCode = { [N in Exclude<keyof InitOptions, keyof Options>]?: InitOptions[N] | undefined };

/** Starts with given exporters: `init()` with those for OTLP, a test sink with those in memory. */
export function start(options: ResolvedOptions, exporters: Exporters, code: OnlyInCode = {}): OtelMedia {
  const { instrumentations: more = [], country, optOut } = code;
  applySettings(options);
  setCountryLookup(country);
  const instrumentations = [...defaultInstrumentations(options, optOut), ...more];
  for (const problem of registerEsmHook(more)) warn(problem);
  const providers = startProviders(options, exporters, instrumentations);
  for (const problem of activateInstrumentations(instrumentations)) warn(problem);
  const before = [
    ...(options.instrumentChildProcess ? [instrumentChildProcess()] : []),
    ...(options.captureConsole ? [captureConsole()] : []),
    keepPlays(options),
  ];
  const after = [watchHost(options)];
  if (options.debug) for (const line of settingsLines(options)) warn(line);
  if (options.startupLine) process.stderr.write(`${startupLine(options, exporters)}\n`);
  return handle(options, providers, { before, after });
}

function applySettings(options: ResolvedOptions): void {
  if (!process.env.OTEL_LOG_LEVEL)
    diag.setLogger(new PlainDiagLogger(), { logLevel: diagLevel(levelInForce(options)) });
  setRedaction({
    content: options.content,
    contentOf: { titles: options.titles, links: options.links, fileNames: options.fileNames },
    address: options.clientAddress,
    userAgent: options.userAgent,
    hashKey: options.hashKey ?? keptHashKey(options.stateDir ?? defaultStateDir()),
  });
  setTrackers(options.trackers);
  setThresholds(options.thresholds);
  setTimeLimits(options);
  setCookiesStaleAfterSeconds(options.cookiesStaleAfterSeconds);
  setCookiesStateDir(options.stateDir);
  setLogPolicy({ detail: options.appLogs, level: options.appLogLevel });
  setHealthDetail(options.healthDetail);
}

function watchHost(options: ResolvedOptions): () => void {
  if (!options.hostMetrics || !options.metrics || !isTrackerEnabled('host')) return () => {};
  return startHostMetrics(options.hostMetricsIntervalSeconds ?? options.exportIntervalSeconds);
}

// Only in a folder that was given: whoever did not ask for it finds nothing of what is played on disk.
function keepPlays(options: ResolvedOptions): () => void {
  if (options.stateDir === undefined || !isTrackerEnabled('play')) return () => {};
  const service = serviceName(options)
    .name.replaceAll(/[^\w-]+/g, '_')
    .slice(0, 100);
  const folder = join(options.stateDir, 'plays', service);
  const stop = startPlayJournal(folder);
  void recoverPlays(folder);
  return stop;
}

function levelInForce({ debug, logLevel }: ResolvedOptions): ResolvedOptions['logLevel'] {
  return debug && logLevel === 'warn' ? 'debug' : logLevel;
}

function diagLevel(level: ResolvedOptions['logLevel']): DiagLogLevel {
  return DiagLogLevel[level.toUpperCase() as keyof typeof DiagLogLevel];
}
