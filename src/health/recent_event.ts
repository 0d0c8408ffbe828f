import type { EmittedEvent } from '../emit/event.ts';
import { redactAttributes } from '../redact/attributes/attributes.ts';
import { redactText } from '../redact/text/text.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { KINDS } from './minutes.ts';

/** Severities of events, mildest first. */
export const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

export type Level = (typeof LEVELS)[number];

type Value = string | number | boolean;

/** What is kept of an event's attributes. Names that no helper of this version knows are left out by redaction. */
const KEPT = [
  'error.type',
  'error.message',
  'exception.message',
  'session.id',
  'user.id',
  ...[
    'error.category',
    'error.component',
    'error.severity',
    'error.fingerprint',
    'error.context',
    'stage.name',
    'stage.context',
    'job.type',
    'job.state',
    'health.check',
    'health.state',
    'health.message',
    ...KINDS.map((kind) => `${kind}.outcome`),
    ...KINDS.map((kind) => `${kind}.duration`),
  ].map((name) => `${NAMESPACE}.${name}`),
];

// So much of a text is kept, and so much of what redaction made of it is shown: what was cut in the middle is not.
const MAX_KEPT = 4096;
const MAX_SHOWN = 300;

/**
 * An event as it is remembered: of bounded size, and redacted before anybody sees it; not before, since most are never
 * looked at, and the helper that made it waits.
 */
export class RecentEvent {
  readonly at = new Date();
  readonly level: Level;
  readonly name: string;
  readonly #body: string;
  readonly #kept: Record<string, Value> = {};
  #shown: Readonly<Record<string, Value>> | undefined;

  constructor({ name, severity, body, attributes }: EmittedEvent) {
    this.level = severity;
    this.name = name;
    this.#body = body.slice(0, MAX_KEPT);
    for (const key of KEPT) {
      const value = attributes[key];
      if (value === undefined) continue;
      if (typeof value === 'string') this.#kept[key] = value.slice(0, MAX_KEPT);
      else if (typeof value === 'number' || typeof value === 'boolean') this.#kept[key] = value;
    }
  }

  get message(): string {
    return redactText(this.#body).slice(0, MAX_SHOWN);
  }

  get attributes(): Readonly<Record<string, Value>> {
    if (this.#shown === undefined) {
      const shown = { ...redactAttributes(this.#kept) };
      for (const [key, value] of Object.entries(shown)) {
        if (typeof value === 'string' && value.length > MAX_SHOWN)
          shown[key] = `${value.slice(0, MAX_SHOWN)}...`;
      }
      this.#shown = shown;
    }
    return this.#shown;
  }
}
