import { context, logs, type Meter, metrics, propagation, type Span, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { LoggerProvider, type LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { SimpleSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

/** Stands for whatever of telemetry throws. */
export function fail(): never {
  throw new Error('telemetry is broken');
}

const brokenSpans: SpanProcessor = { onStart: fail, onEnd: fail, forceFlush: fail, shutdown: fail };
const brokenLogs: LogRecordProcessor = { onEmit: fail, forceFlush: fail, shutdown: fail };
const brokenExporter = new SimpleSpanProcessor({ exporter: { export: fail, shutdown: async () => {} } });
const brokenSpan = new Proxy({}, { get: () => fail }) as Span;
const brokenMeter = new Proxy({}, { get: () => fail }) as Meter;
const brokenInstrument = { add: fail, record: fail, addCallback: fail, removeCallback: fail };
const meterOfBroken = new Proxy({}, { get: () => () => brokenInstrument }) as Meter;

const WAYS: readonly (readonly [name: string, register: () => void])[] = [
  [
    'span processors that throw',
    () => trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [brokenSpans] })),
  ],
  [
    'a span exporter that throws',
    () => trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [brokenExporter] })),
  ],
  [
    'log processors that throw',
    () => logs.setGlobalLoggerProvider(new LoggerProvider({ processors: [brokenLogs] })),
  ],
  ['no tracer to be had', () => trace.setGlobalTracerProvider({ getTracer: fail })],
  [
    'a tracer that throws',
    () => trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan: fail, startActiveSpan: fail }) }),
  ],
  [
    'spans that throw',
    () =>
      trace.setGlobalTracerProvider({
        getTracer: () => ({ startSpan: () => brokenSpan, startActiveSpan: fail }),
      }),
  ],
  ['no meter to be had', () => metrics.setGlobalMeterProvider({ getMeter: fail })],
  ['a meter that throws', () => metrics.setGlobalMeterProvider({ getMeter: () => brokenMeter })],
  ['instruments that throw', () => metrics.setGlobalMeterProvider({ getMeter: () => meterOfBroken })],
  ['no logger to be had', () => logs.setGlobalLoggerProvider({ getLogger: fail })],
  [
    'a logger that throws',
    () => logs.setGlobalLoggerProvider({ getLogger: () => ({ emit: fail, enabled: () => true }) }),
  ],
  [
    'propagation that throws',
    () => {
      trace.setGlobalTracerProvider(new TracerProvider({}));
      propagation.setGlobalPropagator({ inject: fail, extract: fail, fields: () => [] });
    },
  ],
  [
    'an SDK that is closed',
    () => {
      const tracers = new TracerProvider({});
      const loggers = new LoggerProvider({});
      const meters = new MeterProvider({});
      trace.setGlobalTracerProvider(tracers);
      logs.setGlobalLoggerProvider(loggers);
      metrics.setGlobalMeterProvider(meters);
      for (const provider of [tracers, loggers, meters]) void provider.shutdown();
    },
  ],
];

/** The ways in which telemetry can be broken: each with what breaks it, which {@link mended} takes back. */
export const BROKEN_TELEMETRY: [name: string, register: () => void][] = WAYS.map(([name, register]) => [
  name,
  () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    register();
  },
]);

/** Leaves no telemetry, broken or not. */
export function mended(): void {
  for (const api of [trace, metrics, logs, context, propagation]) api.disable();
}
