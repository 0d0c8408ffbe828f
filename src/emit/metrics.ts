import type {
  Attributes,
  Counter,
  Histogram,
  Meter,
  ObservableResult,
  UpDownCounter,
} from '@opentelemetry/api';
import type { AttributesOf, MetricDefinition } from '../registry/define.ts';
import { reportTelemetryFailure } from './guard.ts';
import { currentMeter } from './provider.ts';
import { isSuppressed } from './suppression.ts';

type Of<K extends MetricDefinition['instrument']> = MetricDefinition & { readonly instrument: K };

// Instruments of the meter they were made by. When a provider is registered later, or replaced, they are made anew.
let owner: Meter | undefined;
let instruments = new Map<MetricDefinition, unknown>();
const observed = new Map<MetricDefinition, Set<(result: ObservableResult) => void>>();

function instrument<T>(definition: MetricDefinition, make: (meter: Meter) => T): T {
  const meter = currentMeter();
  if (meter !== owner) {
    owner = meter;
    instruments = new Map();
    for (const [gauge, callbacks] of observed) for (const callback of callbacks) attach(gauge, callback);
  }
  let found = instruments.get(definition);
  if (found === undefined) {
    found = make(meter);
    instruments.set(definition, found);
  }
  return found as T;
}

function options(definition: MetricDefinition) {
  return {
    description: definition.brief,
    unit: definition.unit,
    ...(definition.buckets && { advice: { explicitBucketBoundaries: [...definition.buckets] } }),
  };
}

/** Adds to a counter. Never throws. */
export function addCount<const M extends Of<'counter'>>(
  definition: M,
  value: number,
  attributes: AttributesOf<M>,
): void {
  try {
    if (isSuppressed()) return;
    instrument<Counter>(definition, (meter) => meter.createCounter(definition.name, options(definition))).add(
      value,
      attributes as Attributes,
    );
  } catch (error) {
    reportTelemetryFailure(`counting ${definition.name}`, error);
  }
}

/** Adds to, or takes from, an up-down counter. Never throws. */
export function addUpDown<const M extends Of<'up_down_counter'>>(
  definition: M,
  value: number,
  attributes: AttributesOf<M>,
): void {
  try {
    instrument<UpDownCounter>(definition, (meter) =>
      meter.createUpDownCounter(definition.name, options(definition)),
    ).add(value, attributes as Attributes);
  } catch (error) {
    reportTelemetryFailure(`counting ${definition.name}`, error);
  }
}

/** Records a value in a histogram, in the unit of its definition. Never throws. */
export function record<const M extends Of<'histogram'>>(
  definition: M,
  value: number,
  attributes: AttributesOf<M>,
): void {
  try {
    if (isSuppressed()) return;
    instrument<Histogram>(definition, (meter) =>
      meter.createHistogram(definition.name, options(definition)),
    ).record(value, attributes as Attributes);
  } catch (error) {
    reportTelemetryFailure(`recording ${definition.name}`, error);
  }
}

function attach(definition: MetricDefinition, callback: (result: ObservableResult) => void): void {
  instrument(definition, (meter) =>
    meter.createObservableGauge(definition.name, options(definition)),
  ).addCallback(callback);
}

/**
 * Has a gauge ask for its values at every export, also by providers registered later. A callback that throws is
 * skipped for that export.
 *
 * @param observe called at each export; reports each value with its attributes, in the unit of the definition
 */
export function observeGauge<const M extends Of<'gauge'>>(
  definition: M,
  observe: (report: (value: number, attributes: AttributesOf<M>) => void) => void,
): void {
  const callback = (result: ObservableResult): void => {
    try {
      observe((value, attributes) => result.observe(value, attributes as Attributes));
    } catch (error) {
      reportTelemetryFailure(`observing ${definition.name}`, error);
    }
  };
  const callbacks = observed.get(definition) ?? new Set();
  observed.set(definition, callbacks);
  try {
    attach(definition, callback);
  } catch (error) {
    reportTelemetryFailure(`observing ${definition.name}`, error);
  }
  callbacks.add(callback);
}

/** Attaches gauges to a provider that was registered after they were declared. Called when anything is emitted, and by `init()`. */
export function reattachGauges(): void {
  try {
    for (const definition of observed.keys()) {
      instrument(definition, (meter) => meter.createObservableGauge(definition.name, options(definition)));
      return;
    }
  } catch (error) {
    reportTelemetryFailure('attaching gauges', error);
  }
}
