import type { Attributes } from '@opentelemetry/api';
import type { AttributesOf } from '../registry/define.ts';
import { bounded } from './cardinality.ts';
import { reportTelemetryFailure } from './guard.ts';
import {
  addCallback,
  attachToNewProvider,
  type Callback,
  type ObservableDefinition,
  type Of,
} from './instruments.ts';
import { isSwitchedOff } from './trackers.ts';

type Observer<M extends ObservableDefinition> = (
  report: (value: number, attributes: AttributesOf<M>) => void,
) => unknown;

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
  try {
    addCallback(definition, callback);
  } catch (error) {
    failed(error);
  }
}

/** {@link observe} for a gauge. */
export function observeGauge<const M extends Of<'gauge'>>(definition: M, observer: Observer<M>): void {
  observe(definition, observer);
}

/**
 * Has a counter ask for its totals at every export, as {@link observe} does: whoever counts needs no more than a
 * variable. Such a counter is never added to with `addCount`.
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
    attachToNewProvider();
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
