import type {
  Attributes,
  Counter,
  Gauge,
  Histogram,
  Meter,
  Observable,
  ObservableResult,
} from '@opentelemetry/api';
import type { AttributesOf, MetricDefinition } from '../registry/define.ts';
import { bounded } from './cardinality.ts';
import { reportTelemetryFailure } from './guard.ts';
import { currentMeter } from './provider.ts';
import { isSuppressed } from './suppression.ts';
import { isSwitchedOff } from './trackers.ts';

const OBSERVABLES = {
  gauge: 'createObservableGauge',
  counter: 'createObservableCounter',
  up_down_counter: 'createObservableUpDownCounter',
} as const;

type Of<K extends MetricDefinition['instrument']> = MetricDefinition & { readonly instrument: K };
type ObservableDefinition = Of<keyof typeof OBSERVABLES>;
type Callback = (result: ObservableResult) => Promise<void> | undefined;
type Observer<M extends ObservableDefinition> = (
  report: (value: number, attributes: AttributesOf<M>) => void,
) => unknown;

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

function options(definition: MetricDefinition) {
  return {
    description: definition.brief,
    unit: definition.unit,
    ...(definition.buckets && { advice: { explicitBucketBoundaries: [...definition.buckets] } }),
  };
}

// Made once: a function for every call of a helper would be made for nothing.
const counter: Make<Counter> = (meter, one) => meter.createCounter(one.name, options(one));
const histogram: Make<Histogram> = (meter, one) => meter.createHistogram(one.name, options(one));
const gauge: Make<Gauge> = (meter, one) => meter.createGauge(one.name, options(one));

/** Adds to a counter. Never throws. */
export function addCount<const M extends Of<'counter'>>(
  definition: M,
  value: number,
  attributes: AttributesOf<M>,
): void {
  if (isSwitchedOff(definition.name)) return;
  try {
    if (isSuppressed()) return;
    instrument(definition, counter).add(value, bounded(definition, attributes as Attributes));
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
  if (isSwitchedOff(definition.name)) return;
  try {
    if (isSuppressed()) return;
    instrument(definition, histogram).record(value, bounded(definition, attributes as Attributes));
  } catch (error) {
    reportTelemetryFailure(`recording ${definition.name}`, error);
  }
}

/** Sets a gauge to the value it has now. Never throws. */
export function setGauge<const M extends Of<'gauge'>>(
  definition: M,
  value: number,
  attributes: AttributesOf<M>,
): void {
  if (isSwitchedOff(definition.name)) return;
  try {
    instrument(definition, gauge).record(value, bounded(definition, attributes as Attributes));
  } catch (error) {
    reportTelemetryFailure(`setting ${definition.name}`, error);
  }
}

function makeObservable(definition: ObservableDefinition): Observable {
  return instrument(definition, (meter) =>
    meter[OBSERVABLES[definition.instrument]](definition.name, options(definition)),
  );
}

function attach(definition: ObservableDefinition, callback: Callback): void {
  makeObservable(definition).addCallback(callback);
}

/**
 * Has a metric ask for its values at every export, also by providers registered later: a gauge for what is so now, a
 * counter or up-down counter for sums that are kept elsewhere. A callback that throws is skipped for that export.
 *
 * @param observer called at each export; reports each value with its attributes, in the unit of the definition. The
 *                 export waits for a promise that it gives back, so that must be settled soon
 */
export function observe<const M extends ObservableDefinition>(definition: M, observer: Observer<M>): void {
  const failed = (error: unknown): undefined => {
    reportTelemetryFailure(`observing ${definition.name}`, error);
  };
  const callback: Callback = (result) => {
    if (isSwitchedOff(definition.name)) return undefined;
    try {
      const done = observer((value, attributes) =>
        result.observe(value, bounded(definition, attributes as Attributes)),
      );
      return done instanceof Promise ? done.catch(failed) : undefined;
    } catch (error) {
      return failed(error);
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

/** {@link observe} for a gauge. */
export function observeGauge<const M extends Of<'gauge'>>(definition: M, observer: Observer<M>): void {
  observe(definition, observer);
}

/**
 * Has a counter ask for its totals at every export, as {@link observe} does: whoever counts needs no more than a
 * variable. Such a counter is never added to with {@link addCount}.
 *
 * @param observer called at each export; reports each total since the process started, with its attributes
 */
export function observeCounter<const M extends Of<'counter'>>(definition: M, observer: Observer<M>): void {
  observe(definition, observer);
}

/**
 * {@link observe} for an up-down counter, of what is under way: to count it here costs next to nothing, to add to an
 * instrument when each begins and ends costs more than all else that a helper does.
 */
export function observeUpDown<const M extends Of<'up_down_counter'>>(
  definition: M,
  observer: Observer<M>,
): void {
  observe(definition, observer);
}

/** Attaches gauges to a provider that was registered after they were declared. Called when anything is emitted, and by `init()`. */
export function reattachGauges(): void {
  try {
    for (const definition of observed.keys()) {
      makeObservable(definition);
      return;
    }
  } catch (error) {
    reportTelemetryFailure('attaching gauges', error);
  }
}

const LATER_MS = [100, 1_000, 10_000, 60_000];
let later = false;

/**
 * Looks for a provider a few times in the first minute. For those whose metrics are all observed: they emit nothing that
 * a provider registered later would be noticed by, and modules are often run before the SDK is started.
 */
export function attachGaugesLater(): void {
  reattachGauges();
  if (later) return;
  later = true;
  try {
    for (const delayMs of LATER_MS) setTimeout(reattachGauges, delayMs).unref();
  } catch (error) {
    // The timers of some test runners have no `unref`.
    reportTelemetryFailure('waiting for a provider', error);
  }
}
