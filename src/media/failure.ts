import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { diagnoseError } from '../diagnosis/errors.ts';
import { redactText } from '../redact/text.ts';

/** A failure as the helpers' signals carry it. */
export interface Failure {
  readonly diagnosis: Diagnosis;
  /** Redacted: whatever SDK it goes to, a message is never handed over raw. */
  readonly message: string;
}

/** Why an operation failed. Takes any thrown value, and never throws. */
export function failureOf(error: unknown): Failure {
  const diagnosis = diagnoseError(error);
  return { diagnosis, message: redactText(diagnosis.message) };
}

/** The attributes of a failure that every ended signal has; none where there was no failure. */
export function failureAttributes(failure: Failure | undefined): {
  'error.type': string | undefined;
  'media.error.category': string | undefined;
  'error.message': string | undefined;
} {
  return {
    'error.type': failure?.diagnosis.type,
    'media.error.category': failure?.diagnosis.category,
    'error.message': failure?.message,
  };
}
