import type { Attributes } from '@opentelemetry/api';
import type { AttributesOf } from '../registry/define.ts';
import { bounded } from './cardinality.ts';
import { reportTelemetryFailure } from './guard.ts';
import { counterOf, gaugeOf, histogramOf, type Of } from './instruments.ts';
import { isSuppressed } from './suppression.ts';
import { isSwitchedOff } from './trackers.ts';

/** Adds to a counter. Never throws. */
export function addCount<const M extends Of<'counter'>>(
  definition: M,
  value: number,
  attributes: AttributesOf<M>,
): void {
  if (isSwitchedOff(definition.name)) return;
  try {
    if (isSuppressed()) return;
    counterOf(definition).add(value, bounded(definition, attributes as Attributes));
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
    histogramOf(definition).record(value, bounded(definition, attributes as Attributes));
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
    gaugeOf(definition).record(value, bounded(definition, attributes as Attributes));
  } catch (error) {
    reportTelemetryFailure(`setting ${definition.name}`, error);
  }
}
