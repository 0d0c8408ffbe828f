import { type EmittedEvent, onEvent } from '../emit/event.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { JobStates } from './job_states.ts';
import { type Kind, Minutes } from './minutes.ts';
import { LEVELS, RecentEvent } from './recent_event.ts';
import { Ring } from './ring.ts';

/** A session that has started and not ended. */
export interface ActiveSession {
  readonly id: string;
  readonly startedMs: number;
  readonly links: number | undefined;
}

const MAX_EVENTS = 1000;
const MAX_ALERTS = 500;
const MAX_SESSIONS = 1000;

const ENDED: ReadonlyMap<string, Kind> = new Map([
  [`${NAMESPACE}.session.ended`, 'session'],
  [`${NAMESPACE}.download.attempt.ended`, 'download'],
  [`${NAMESPACE}.stage.ended`, 'stage'],
  [`${NAMESPACE}.play.ended`, 'play'],
]);
const SESSION_STARTED = `${NAMESPACE}.session.started`;
const JOB_CHANGED = `${NAMESPACE}.job.state_changed`;
const ERROR = `${NAMESPACE}.error`;

const WORRYING: ReadonlySet<string> = new Set(LEVELS.slice(LEVELS.indexOf('WARN')));
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
  #keepsEvents = false;
  #lastError: RecentEvent | undefined;

  /** The last event that tells of a failure. */
  get lastError(): RecentEvent | undefined {
    return this.#lastError;
  }

  /** From now on, events are kept themselves, and not only counted. */
  keepEvents(): void {
    this.#keepsEvents = true;
  }

  /** Sessions that run now, the one that started first at the front. */
  sessions(): ActiveSession[] {
    return [...this.#sessions.values()];
  }

  /** Learns from an event. */
  note(event: EmittedEvent): void {
    this.#count(event);
    if (!this.#keepsEvents) return;
    const recent = new RecentEvent(event);
    this.events.add(recent);
    if (WORRYING.has(event.severity)) this.alerts.add(recent);
    if (typeof event.attributes['error.type'] === 'string') this.#lastError = recent;
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

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
