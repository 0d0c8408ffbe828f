import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiagLogLevel, diag } from '@opentelemetry/api';
import { diagLogLevelFromString } from '@opentelemetry/core';
import { captureConsole } from './adapters/console.ts';
import { setLogPolicy } from './emit/log.ts';
import { setThresholds } from './emit/thresholds.ts';
import { isTrackerEnabled, setTrackers } from './emit/trackers.ts';
import { handle, type OtelMedia } from './handle.ts';
import { setHealthDetail } from './health/detail.ts';
import { startHostMetrics } from './host/host_metrics.ts';
import { setCookiesStateDir } from './media/cookies/memory.ts';
import { startPlayJournal } from './media/play/journal.ts';
import { setCountryLookup } from './media/session/visitor.ts';
import type { ResolvedOptions } from './options/defaults.ts';
import type { InitOptions, Options } from './options/options.ts';
import { settingsLines } from './options/settings_lines.ts';
import { ownFile } from './own_file.ts';
import { PlainDiagLogger } from './pipeline/diagnostics.ts';
import { registerEsmHook } from './pipeline/esm_hook.ts';
import type { Exporters } from './pipeline/exporters.ts';
import { activateInstrumentations, defaultInstrumentations } from './pipeline/instrumentations.ts';
import { startProviders } from './pipeline/providers.ts';
import { redactionOf } from './pipeline/redaction.ts';
import { serviceName } from './pipeline/resource.ts';
import { startupLine } from './pipeline/startup_line.ts';
import { setRedaction } from './redact/policy/settings.ts';
import { tell, warn } from './warn.ts';

type ChildProcessModule = typeof import('./media/exec/child_process.ts');

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
    ...(options.instrumentChildProcess ? [watchChildProcesses()] : []),
    ...(options.captureConsole ? [captureConsole()] : []),
    keepPlays(options),
  ];
  const after = [watchHost(options)];
  if (options.debug) for (const line of settingsLines(options)) warn(line);
  if (options.startupLine) tell(startupLine(options, exporters));
  return handle(options, providers, { before, after });
}

function applySettings(options: ResolvedOptions): void {
  diag.setLogger(new PlainDiagLogger(), { logLevel: diagLevel(options) });
  setRedaction(redactionOf(options, warn));
  setTrackers(options.trackers);
  setThresholds(options.thresholds);
  setCookiesStateDir(options.stateDir);
  setLogPolicy({ detail: options.appLogs, level: options.appLogLevel });
  setHealthDetail(options.healthDetail);
}

// Loaded at once, since the application may start programs at once; and only where it is asked for, since it brings along
// all that is known of what programs say.
function watchChildProcesses(): () => void {
  const load = createRequire(import.meta.url);
  const loaded = load(fileURLToPath(ownFile('media/exec/child_process'))) as ChildProcessModule;
  return loaded.instrumentChildProcess();
}

function watchHost(options: ResolvedOptions): () => void {
  if (!options.hostMetrics || !options.metrics || !isTrackerEnabled('host')) return () => {};
  let stop = () => {};
  // In a turn of its own: an application that starts does not wait for it.
  const timer = setTimeout(() => {
    stop = startHostMetrics(options.hostMetricsIntervalSeconds ?? options.exportIntervalSeconds);
  });
  timer.unref();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

// Only in a folder that was given: whoever did not ask for it finds nothing of what is played on disk.
function keepPlays(options: ResolvedOptions): () => void {
  if (options.stateDir === undefined || !isTrackerEnabled('play')) return () => {};
  const service = serviceName(options)
    .name.replaceAll(/[^\w-]+/g, '_')
    .slice(0, 100);
  const folder = join(options.stateDir, 'plays', service);
  const stop = startPlayJournal(folder);
  // What an earlier process left can wait until this one runs.
  void import('./media/play/recovery.ts').then(({ recoverPlays }) => recoverPlays(folder)).catch(() => {});
  return stop;
}

// The variable counts in tests of applications, too, which are set up without the environment.
function diagLevel({ debug, logLevel }: ResolvedOptions): DiagLogLevel {
  const { OTEL_LOG_LEVEL: named } = process.env;
  if (named) return diagLogLevelFromString(named) ?? DiagLogLevel.INFO;
  const level = debug && logLevel === 'warn' ? 'debug' : logLevel;
  return DiagLogLevel[level.toUpperCase() as keyof typeof DiagLogLevel];
}
