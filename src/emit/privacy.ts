import type { Attributes } from '@opentelemetry/api';
import { redactAttributes } from '../redact/attributes/attributes.ts';

let redactedAtExport = false;

/**
 * Says whether the registered SDK redacts what it exports, as the one that `init()` sets up does. Under any other SDK
 * the helpers redact what they hand over, since nobody after them would.
 */
export function setRedactedAtExport(value: boolean): void {
  redactedAtExport = value;
}

/** Whether the registered SDK redacts what it exports. */
export function isRedactedAtExport(): boolean {
  return redactedAtExport;
}

/** Attributes as they may be handed to the registered SDK. */
export function outgoing(attributes: Attributes): Attributes {
  return redactedAtExport ? attributes : redactAttributes(attributes);
}
