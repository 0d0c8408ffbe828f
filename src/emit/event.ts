import { type Attributes, type Context, SeverityNumber } from '@opentelemetry/api';
import type { AttributesOf, EventDefinition } from '../registry/define.ts';
import { reportTelemetryFailure } from './guard.ts';
import { outgoing } from './privacy.ts';
import { currentLogger } from './provider.ts';
import { isSuppressed } from './suppression.ts';

const SEVERITY = {
  DEBUG: SeverityNumber.DEBUG,
  INFO: SeverityNumber.INFO,
  WARN: SeverityNumber.WARN,
  ERROR: SeverityNumber.ERROR,
  FATAL: SeverityNumber.FATAL,
} as const;

/**
 * Emits an event of the registry: a log record with an event name. Never throws.
 *
 * @param body    what a person reads in a list of logs; short, and made of low-cardinality words
 * @param context the context whose trace the event belongs to
 */
export function emitEvent<const E extends EventDefinition>(
  definition: E,
  severity: keyof typeof SEVERITY,
  body: string,
  attributes: AttributesOf<E>,
  context: Context,
): void {
  try {
    if (isSuppressed(context)) return;
    currentLogger().emit({
      eventName: definition.name,
      severityNumber: SEVERITY[severity],
      severityText: severity,
      body,
      attributes: outgoing(attributes as Attributes),
      context,
    });
  } catch (error) {
    reportTelemetryFailure(`emitting ${definition.name}`, error);
  }
}
