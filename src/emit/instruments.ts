import type {
  Counter,
  Gauge,
  Histogram,
  Meter,
  MetricOptions,
  Observable,
  ObservableResult,
} from '@opentelemetry/api';
import type { MetricDefinition } from '../registry/define.ts';
import { currentMeter } from './provider.ts';

/** Definitions of metrics of one or more kinds of instrument. */
export type Of<K extends MetricDefinition['instrument']> = MetricDefinition & { readonly instrument: K };

const OBSERVABLES = {
  gauge: 'createObservableGauge',
  counter: 'createObservableCounter',
  up_down_counter: 'createObservableUpDownCounter',
} as const;

/** What can be asked for its values at each export. */
export type ObservableDefinition = Of<keyof typeof OBSERVABLES>;

/** Reports the values of a metric, at each export. */
export type Callback = (result: ObservableResult) => Promise<void> | undefined;

// Instruments of the meter they were made by. When a provider is registered later, or replaced, they are made anew.
let owner: Meter | undefined;
let instruments = new Map<MetricDefinition, unknown>();
const observed = new Map<ObservableDefinition, Set<Callback>>();

type Make<T> = (meter: Meter, definition: MetricDefinition) => T;

function instrument<T>(definition: MetricDefinition, make: Make<T>): T {
  const meter = currentMeter();
  if (meter !== owner) {
    owner = meter;
    instruments = new Map();
    for (const [one, callbacks] of observed) for (const callback of callbacks) attach(one, callback);
  }
  let found = instruments.get(definition);
  if (found === undefined) {
    found = make(meter, definition);
    instruments.set(definition, found);
  }
  return found as T;
}

function options(definition: MetricDefinition): MetricOptions {
  return {
    description: definition.brief,
    unit: definition.unit,
    ...(definition.buckets && { advice: { explicitBucketBoundaries: [...definition.buckets] } }),
  };
}

// Made once: a function for every call of a helper would be made for nothing.
const makeCounter: Make<Counter> = (meter, one) => meter.createCounter(one.name, options(one));
const makeHistogram: Make<Histogram> = (meter, one) => meter.createHistogram(one.name, options(one));
const makeGauge: Make<Gauge> = (meter, one) => meter.createGauge(one.name, options(one));

/** The counter of a definition, of the provider that is registered now. */
export function counterOf(definition: Of<'counter'>): Counter {
  return instrument(definition, makeCounter);
}

/** The histogram of a definition, of the provider that is registered now. */
export function histogramOf(definition: Of<'histogram'>): Histogram {
  return instrument(definition, makeHistogram);
}

/** The gauge of a definition, of the provider that is registered now. */
export function gaugeOf(definition: Of<'gauge'>): Gauge {
  return instrument(definition, makeGauge);
}

function observableOf(definition: ObservableDefinition): Observable {
  return instrument(definition, (meter) =>
    meter[OBSERVABLES[definition.instrument]](definition.name, options(definition)),
  );
}

function attach(definition: ObservableDefinition, callback: Callback): void {
  observableOf(definition).addCallback(callback);
}

/** Attaches a callback to the provider that is registered now, and remembers it for later ones, also where that throws. */
export function addCallback(definition: ObservableDefinition, callback: Callback): void {
  const callbacks = observed.get(definition) ?? new Set();
  observed.set(definition, callbacks);
  try {
    attach(definition, callback);
  } finally {
    // Only now: a new meter attaches all that are remembered.
    callbacks.add(callback);
  }
}

/** Attaches all callbacks to a provider that was registered since anything was last made. */
export function attachToNewProvider(): void {
  for (const definition of observed.keys()) {
    observableOf(definition);
    return;
  }
}
