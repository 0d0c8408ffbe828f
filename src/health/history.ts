import { type EmittedEvent, onEvent } from '../emit/event.ts';
import { redactAttributes } from '../redact/attributes.ts';
import { redactText } from '../redact/text.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { JobStates } from './job_states.ts';
import { KINDS, type Kind, Minutes } from './minutes.ts';
import { Ring } from './ring.ts';

/** Severities of events, mildest first. */
export const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

export type Level = (typeof LEVELS)[number];

/** An event as it is remembered: redacted, and of bounded size. */
export interface RecentEvent {
  readonly at: Date;
  readonly level: Level;
  readonly name: string;
  readonly message: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A session that has started and not ended. */
export interface ActiveSession {
  readonly id: string;
  readonly startedMs: number;
  readonly links: number | undefined;
}

/** The last failure of anything. */
export interface LastError {
  readonly at: Date;
  readonly type: string;
  readonly category: string | undefined;
  readonly message: string | undefined;
}

const MAX_EVENTS = 1000;
const MAX_ALERTS = 500;
const MAX_SESSIONS = 1000;
const MAX_TEXT = 300;

const ENDED: ReadonlyMap<string, Kind> = new Map([
  [`${NAMESPACE}.session.ended`, 'session'],
  [`${NAMESPACE}.download.attempt.ended`, 'download'],
  [`${NAMESPACE}.stage.ended`, 'stage'],
  [`${NAMESPACE}.play.ended`, 'play'],
]);
const SESSION_STARTED = `${NAMESPACE}.session.started`;
const JOB_CHANGED = `${NAMESPACE}.job.state_changed`;
const ERROR = `${NAMESPACE}.error`;

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

const SUCCESS = new Set(['success', 'partial', 'completed']);
const NEITHER = new Set(['interrupted', 'cancelled']);

/**
 * What this process did lately, learned from the events that its helpers make. Of fixed size; needs no SDK. Nothing is
 * kept until somebody asks for it with {@link recentHistory}.
 */
export class History {
  readonly startedAt = new Date();
  readonly minutes = new Minutes();
  readonly jobs = new JobStates();
  readonly events = new Ring<RecentEvent>(MAX_EVENTS);
  /** Events at WARN and above, so that ordinary ones do not push them out. */
  readonly alerts = new Ring<RecentEvent>(MAX_ALERTS);
  readonly #sessions = new Map<string, ActiveSession>();
  #lastError: LastError | undefined;

  get lastError(): LastError | undefined {
    return this.#lastError;
  }

  /** Sessions that run now, the one that started first at the front. */
  sessions(): ActiveSession[] {
    return [...this.#sessions.values()];
  }

  /** Learns from an event. */
  note(event: EmittedEvent): void {
    this.#count(event);
    const recent = remembered(event);
    this.events.add(recent);
    if (LEVELS.indexOf(event.severity) >= LEVELS.indexOf('WARN')) this.alerts.add(recent);
    const type = recent.attributes['error.type'];
    if (typeof type === 'string') {
      this.#lastError = {
        at: recent.at,
        type,
        category: textOf(recent.attributes[`${NAMESPACE}.error.category`]),
        message: textOf(recent.attributes['error.message'] ?? recent.attributes['exception.message']),
      };
    }
  }

  #count({ name, attributes }: EmittedEvent): void {
    const kind = ENDED.get(name);
    if (kind !== undefined) {
      const outcome = attributes[`${NAMESPACE}.${kind}.outcome`];
      this.#countEnd(
        kind,
        outcome ?? (attributes['error.type'] === undefined ? 'success' : 'failure'),
        attributes,
      );
    }
    if (name === SESSION_STARTED) this.#sessionStarted(attributes);
    else if (kind === 'session') this.#sessions.delete(String(attributes['session.id']));
    else if (name === JOB_CHANGED) {
      const state = attributes[`${NAMESPACE}.job.state`];
      const id = textOf(attributes['messaging.message.id']);
      this.jobs.note(id, state, attributes[`${NAMESPACE}.job.previous_state`]);
      if (state === 'completed' || state === 'failed') this.#countEnd('job', state, attributes);
    } else if (name === ERROR) {
      this.minutes.noteError(textOf(attributes[`${NAMESPACE}.error.severity`])?.slice(0, 20) ?? 'error');
    }
  }

  #countEnd(kind: Kind, outcome: unknown, attributes: EmittedEvent['attributes']): void {
    if (NEITHER.has(String(outcome))) return;
    const seconds = attributes[`${NAMESPACE}.${kind}.duration`];
    this.minutes.noteEnd(
      kind,
      SUCCESS.has(String(outcome)),
      typeof seconds === 'number' ? seconds : undefined,
    );
  }

  #sessionStarted(attributes: EmittedEvent['attributes']): void {
    const id = textOf(attributes['session.id']);
    if (id === undefined || this.#sessions.size >= MAX_SESSIONS) return;
    const links = attributes[`${NAMESPACE}.session.link_count`];
    this.#sessions.set(id, {
      id,
      startedMs: Date.now(),
      links: typeof links === 'number' ? links : undefined,
    });
  }
}

let history: History | undefined;

/** The history of this process; it begins with the first call. */
export function recentHistory(): History {
  if (history === undefined) {
    const made = new History();
    history = made;
    onEvent((event) => made.note(event));
  }
  return history;
}

function remembered({ name, severity, body, attributes }: EmittedEvent): RecentEvent {
  const kept: Record<string, string | number | boolean> = {};
  for (const key of KEPT) {
    const value = attributes[key];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      kept[key] = value;
  }
  const safe: Record<string, unknown> = redactAttributes(kept);
  for (const [key, value] of Object.entries(safe)) {
    if (typeof value === 'string' && value.length > MAX_TEXT) safe[key] = `${value.slice(0, MAX_TEXT)}...`;
  }
  return {
    at: new Date(),
    level: severity,
    name,
    message: redactText(body).slice(0, MAX_TEXT),
    attributes: safe,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
