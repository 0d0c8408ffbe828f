import type { ErrorCategory, ErrorType } from '../registry/error_types.ts';
import { BROKEN_PIPE, isBrokenPipe } from './broken_pipe.ts';
import { type Fault, TAXONOMY } from './taxonomy.ts';

/** How much a line matters: a warning was survived, at least so far; an error was not. */
export type DiagnosisSeverity = 'warning' | 'error';

/** What a message, a status, an exit or a thrown value means, and what to do about it. */
export interface Diagnosis {
  /** Goes into `error.type`. */
  readonly type: ErrorType;
  /** Goes into `media.error.category`. */
  readonly category: ErrorCategory;
  readonly severity: DiagnosisSeverity;
  /** Whether the same thing, tried again later without any change, may work. */
  readonly retryable: boolean;
  readonly fault: Fault;
  /** What to do about it, in one line. */
  readonly fix: string;
  /** The line that told, as it was printed: NOT redacted. Whoever lets it out of the process redacts it first. */
  readonly message: string;
}

/**
 * Makes a diagnosis of a known type.
 *
 * @param type     the error type; category, retryable, fault and fix follow from it
 * @param message  the raw line that told
 * @param severity default `error`
 */
export function diagnosisOf(
  type: ErrorType,
  message: string,
  severity: DiagnosisSeverity = 'error',
): Diagnosis {
  const diagnosis = { type, ...TAXONOMY[type], severity, message };
  return isBrokenPipe(type, message) ? { ...diagnosis, fix: BROKEN_PIPE.fix } : diagnosis;
}
