import {
  createNoopMeter,
  type Logger,
  logs,
  type Meter,
  metrics,
  ProxyTracerProvider,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { SCOPE_NAME } from '../registry/namespace.ts';
import { VERSION } from '../version.ts';
import { reportTelemetryFailure } from './guard.ts';
import { isApiInUse, isSuppressed } from './suppression.ts';

// The API hands out proxies for tracers and loggers, which follow a provider that is registered later, but none for
// meters: one got before is a no-op for good. And all of them stay with a provider that was since replaced. So each
// provider is compared with the one last seen; that costs a property read.

let tracerProvider: unknown;
let tracer: Tracer | undefined;

/** Our tracer, of the provider registered now. */
export function currentTracer(): Tracer {
  const provider = trace.getTracerProvider();
  if (tracer === undefined || provider !== tracerProvider) {
    tracerProvider = provider;
    tracer = provider.getTracer(SCOPE_NAME, VERSION);
  }
  return tracer;
}

let loggerProvider: unknown;
let logger: Logger | undefined;
// By scope name: ours, and one for each kind of log that is bridged.
const loggers = new Map<string, Logger>();

/** Our logger, of the provider registered now. */
export function currentLogger(): Logger {
  const provider = logs.getLoggerProvider();
  if (logger === undefined || provider !== loggerProvider) {
    loggerProvider = provider;
    logger = provider.getLogger(SCOPE_NAME, VERSION);
    loggers.clear();
  }
  return logger;
}

/** The logger for lines that come through a log library; its name is the scope's. */
export function loggerNamed(name: string): Logger {
  // Forgets the loggers of a provider that was replaced.
  currentLogger();
  let found = loggers.get(name);
  if (found === undefined) {
    found = logs.getLoggerProvider().getLogger(name, VERSION);
    loggers.set(name, found);
  }
  return found;
}

let meterProvider: unknown;
let meter: Meter | undefined;

/** Our meter, of the provider registered now: another object whenever the provider changes. */
export function currentMeter(): Meter {
  const provider = metrics.getMeterProvider();
  if (meter === undefined || provider !== meterProvider) {
    meterProvider = provider;
    meter = provider.getMeter(SCOPE_NAME, VERSION);
  }
  return meter;
}

const NOOP_TRACER_PROVIDER = new ProxyTracerProvider().getDelegate();
const NOOP_METER = createNoopMeter().constructor;

let listenedTo = false;

/** Says whether anything in this process listens to the helpers' events; then they are made without an SDK too. */
export function setListenedTo(value: boolean): void {
  listenedTo = value;
}

/**
 * Whether any signal can go anywhere, and may. With no SDK registered the helpers leave out everything but the application's
 * own work, so that a library may use them at no cost to those who do not want telemetry. The same
 * goes for whoever is left out by `withoutTelemetry`.
 */
export function isTelemetryActive(): boolean {
  if (listenedTo) return !isSuppressed();
  if (!isApiInUse()) return false;
  try {
    if (isSuppressed()) return false;
    const provider = trace.getTracerProvider();
    if (!(provider instanceof ProxyTracerProvider) || provider.getDelegate() !== NOOP_TRACER_PROVIDER)
      return true;
    return currentMeter().constructor !== NOOP_METER || currentLogger().enabled();
  } catch (error) {
    reportTelemetryFailure('looking for an SDK', error);
    return false;
  }
}
