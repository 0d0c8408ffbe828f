import { redactText } from '../redact/text/text.ts';
import { HEALTH_STATES, type HealthState } from '../registry/health.ts';

/** What a check found. */
export interface HealthFinding {
  readonly status: HealthState;
  /** One line for whoever operates the application; redacted before anybody sees it. */
  readonly message?: string;
  /** Figures behind it, for the detailed endpoint; texts are redacted. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Looks at one thing. It may answer with a finding, with a state, or with whether all is well; what it throws counts
 * as critical. Must heed the signal where it can: it is aborted when the time is up.
 */
export type HealthCheck = (signal: AbortSignal) => unknown;

const MAX_MESSAGE_LENGTH = 300;
const MAX_FACTS = 30;

/** What was found, of whatever a check answered. Never throws. */
export function findingOf(answer: unknown): HealthFinding {
  try {
    if (answer === true || answer === undefined) return { status: 'ok' };
    if (answer === false) return { status: 'critical' };
    if (isState(answer)) return { status: answer };
    if (typeof answer === 'object' && answer !== null && 'status' in answer) {
      const { status } = answer;
      if (isState(status)) return { status, ...messageOf(answer), ...factsOf(answer) };
    }
  } catch {
    // A getter that throws: as good as no answer.
  }
  return { status: 'degraded', message: 'the check gave an answer that cannot be understood' };
}

/** What was found by a check that threw. Never throws. */
export function findingOfError(error: unknown): HealthFinding {
  try {
    const name = error instanceof Error ? error.name : typeof error;
    const text = error instanceof Error ? error.message : '';
    return { status: 'critical', message: shortened(text === '' ? name : `${name}: ${text}`) };
  } catch {
    return { status: 'critical', message: 'the check failed' };
  }
}

function isState(value: unknown): value is HealthState {
  return (HEALTH_STATES as readonly unknown[]).includes(value);
}

function messageOf(answer: object): { message?: string } {
  const message = 'message' in answer ? answer.message : undefined;
  return typeof message === 'string' && message !== '' ? { message: shortened(message) } : {};
}

function factsOf(answer: object): Pick<HealthFinding, 'facts'> {
  const given = 'facts' in answer ? answer.facts : undefined;
  if (typeof given !== 'object' || given === null) return {};
  const facts: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(given).slice(0, MAX_FACTS)) {
    if (typeof value === 'string') facts[redactText(name)] = shortened(value);
    else if (typeof value === 'boolean' || value === null || Number.isFinite(value))
      facts[redactText(name)] = value as number | boolean | null;
  }
  return { facts };
}

function shortened(text: string): string {
  const redacted = redactText(text);
  return redacted.length > MAX_MESSAGE_LENGTH ? `${redacted.slice(0, MAX_MESSAGE_LENGTH)}...` : redacted;
}

/** The worse of two states. */
export function worseOf(one: HealthState, other: HealthState): HealthState {
  return HEALTH_STATES.indexOf(one) >= HEALTH_STATES.indexOf(other) ? one : other;
}

/** The state of a value that must not become too large. */
export function stateAbove(value: number, degradedFrom: number, criticalFrom: number): HealthState {
  if (value >= criticalFrom) return 'critical';
  return value >= degradedFrom ? 'degraded' : 'ok';
}

/** A share as people read it. */
export function percent(ratio: number): string {
  return `${Math.round(ratio * 1000) / 10} %`;
}

/** What an error is called without anything it says: `ECONNREFUSED`, `TimeoutError`. */
export function errorName(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code)) return code;
  return inner instanceof Error ? inner.name : 'unknown error';
}
