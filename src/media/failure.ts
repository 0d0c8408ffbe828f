import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { diagnoseError } from '../diagnosis/errors.ts';
import type { FailureAttributes } from '../emit/scope.ts';
import { concealVideoId } from '../redact/signals/known_ids.ts';
import { redactText } from '../redact/text/text.ts';

/** A failure as the helpers' signals carry it. */
export interface Failure {
  readonly diagnosis: Diagnosis;
  /** Redacted: whatever SDK it goes to, a message is never handed over raw. */
  readonly message: string;
  /** What was thrown, or reported. */
  readonly error: unknown;
}

// What yt-dlp asks of its users, behind a message; it would take the room of the message itself.
const REPORT_REQUEST = /; please report this issue on .*$/s;

/**
 * Why an operation failed. Takes any thrown value, and never throws.
 *
 * @param videoId id of the video it was about, if any: it is shortened wherever the message has it
 */
export function failureOf(error: unknown, videoId?: string): Failure {
  const diagnosis = diagnoseError(error);
  const message = redactText(diagnosis.message.replace(REPORT_REQUEST, ''));
  return { diagnosis, error, message: videoId === undefined ? message : concealVideoId(message, videoId) };
}

/** The attributes of a failure that every ended signal has. */
export function failureAttributes({ diagnosis, message }: Failure): FailureAttributes {
  return {
    'error.type': diagnosis.type,
    'media.error.category': diagnosis.category,
    'error.message': message,
  };
}
