import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { OtelMediaError } from '../../errors.ts';

/** A program that `exec` ran and that failed. */
export class ProgramError extends OtelMediaError {
  /** Null where a signal ended it, or it never began. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote, as far as it was kept. Not redacted: it is the application's own. */
  readonly stdout: string;
  readonly stderr: string;
  /** Why it failed. Its message is not redacted. */
  readonly diagnosis: Diagnosis;

  constructor(
    program: string,
    facts: Pick<ProgramError, 'exitCode' | 'signal' | 'stdout' | 'stderr' | 'diagnosis'> & {
      cause?: unknown;
    },
  ) {
    super('OTEL_MEDIA_PROGRAM_FAILED', `${program} failed: ${facts.diagnosis.message}`, {
      hint: facts.diagnosis.fix,
      cause: facts.cause,
    });
    this.name = 'ProgramError';
    this.exitCode = facts.exitCode;
    this.signal = facts.signal;
    this.stdout = facts.stdout;
    this.stderr = facts.stderr;
    this.diagnosis = facts.diagnosis;
    // The message has what matters of them. Where an error is printed they would say it twice again, at length.
    for (const key of ['stdout', 'stderr', 'diagnosis'])
      Object.defineProperty(this, key, { enumerable: false });
  }
}
