import { type Attributes, type Context, SeverityNumber } from '@opentelemetry/api';
import { redactText } from '../redact/text/text.ts';
import type { AttributesOf, EventDefinition } from '../registry/define.ts';
import { reportTelemetryFailure } from './guard.ts';
import { isRedactedAtExport, outgoing } from './privacy.ts';
import { currentLogger, setListenedTo } from './provider.ts';
import { isSuppressed } from './suppression.ts';
import { isSwitchedOff } from './trackers.ts';

const SEVERITY = {
  DEBUG: SeverityNumber.DEBUG,
  INFO: SeverityNumber.INFO,
  WARN: SeverityNumber.WARN,
  ERROR: SeverityNumber.ERROR,
  FATAL: SeverityNumber.FATAL,
} as const;

/** An event as it was emitted, not redacted: whoever keeps or shows anything of it must see to that. */
export interface EmittedEvent {
  readonly name: string;
  readonly severity: keyof typeof SEVERITY;
  readonly body: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

type EventListener = (event: EmittedEvent) => void;

const listeners = new Set<EventListener>();

/**
 * Has every event of the helpers told within this process too, from now on; also with no SDK registered. Costs nothing
 * until somebody listens.
 *
 * @param listener called while the helper waits: must be quick; what it throws is kept from the helper
 * @returns ends it
 */
export function onEvent(listener: EventListener): () => void {
  listeners.add(listener);
  setListenedTo(true);
  return () => {
    listeners.delete(listener);
    setListenedTo(listeners.size > 0);
  };
}

function tell(event: EmittedEvent): void {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch (error) {
      reportTelemetryFailure(`telling of ${event.name}`, error);
    }
  }
}

/**
 * Emits an event of the registry: a log record with an event name. Never throws.
 *
 * @param body    what a person reads in a list of logs; short
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
    if (isSuppressed(context) || isSwitchedOff(definition.name)) return;
    if (listeners.size > 0)
      tell({ name: definition.name, severity, body, attributes: attributes as Record<string, unknown> });
    currentLogger().emit({
      eventName: definition.name,
      severityNumber: SEVERITY[severity],
      severityText: severity,
      body: isRedactedAtExport() ? body : redactText(body),
      attributes: outgoing(attributes as Attributes),
      context,
    });
  } catch (error) {
    reportTelemetryFailure(`emitting ${definition.name}`, error);
  }
}
