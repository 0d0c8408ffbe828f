import { type ProcessThreshold, type ThresholdName, thresholds } from '../registry/thresholds.ts';

let overridden: Readonly<Partial<Record<ThresholdName, number>>> = {};

/** Sets thresholds that differ from the registry's; those not named are the registry's again. For `init()`. */
export function setThresholds(given: Readonly<Partial<Record<ThresholdName, number>>>): void {
  overridden = given;
}

/** A threshold in force, in the unit of its name: the setting `thresholds`, else the registry's. */
export function threshold(name: ProcessThreshold): number {
  return overridden[name] ?? thresholds[name];
}
