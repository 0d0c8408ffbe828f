import type { ErrorType } from '../registry/error_types.ts';
import { weightOf } from './causality.ts';
import { type Diagnosis, diagnosisOf } from './diagnosis.ts';
import { exitCodeType, familyOf, type ProgramFamily, signalOfExitCode, signalType } from './exit_codes.ts';
import { OutputClassifier } from './output_classifier.ts';

/** How a program ended, and what it said before. */
export interface ExitFacts {
  /** Name or path of the program. */
  readonly program: string;
  /** Null when a signal ended it. */
  readonly exitCode: number | null | undefined;
  readonly signal?: string | null | undefined;
  /** What it wrote to stderr, line by line. Default none. */
  readonly lines?: Iterable<string>;
  /** Instead of `lines`, what was collected while it ran. */
  readonly output?: OutputClassifier;
  /** We ended it because its time was up. */
  readonly timedOut?: boolean;
  /** We ended it because the caller wanted no more. */
  readonly cancelled?: boolean;
  /** It is known, from a cgroup's counter say, that the kernel killed it for want of memory. */
  readonly outOfMemory?: boolean;
}

/** A collector that fits a program: of yt-dlp the last error counts, of all others the first. */
export function classifierFor(program: string): OutputClassifier {
  return new OutputClassifier({ prefer: familyOf(program) === 'ytdlp' ? 'last' : 'first' });
}

/**
 * Says why a program failed.
 *
 * @returns undefined when it did not: exit code 0, whatever it complained of (`yt-dlp --ignore-errors` may leave
 *   error lines behind; they are in {@link OutputClassifier.diagnoses})
 */
export function diagnoseExit(facts: ExitFacts): Diagnosis | undefined {
  const { exitCode } = facts;
  const signal = facts.signal ?? signalOfShell(facts);
  if (exitCode === 0 && !signal) return undefined;
  const program = facts.program.slice(0, 200);
  const told = facts.timedOut
    ? `${program} timed out and was ended`
    : signal
      ? `${program} was ended by ${signal}`
      : `${program} exited with code ${exitCode ?? 'unknown'}`;
  const type = decidedByUs(facts) ?? (signal ? signalType(signal) : undefined);
  if (type !== undefined) return diagnosisOf(type, told);
  return causeOf(facts) ?? diagnosisOf('program_failed', told);
}

function decidedByUs({ timedOut, cancelled, outOfMemory }: ExitFacts): ErrorType | undefined {
  if (outOfMemory) return 'out_of_memory';
  if (timedOut) return 'timeout';
  return cancelled ? 'cancelled' : undefined;
}

function signalOfShell({ program, exitCode }: ExitFacts): string | undefined {
  // ffmpeg's own codes lie in the same range.
  if (typeof exitCode !== 'number' || familyOf(program) === 'ffmpeg')
    return exitCode === 137 ? 'SIGKILL' : undefined;
  return signalOfExitCode(exitCode);
}

function causeOf(facts: ExitFacts): Diagnosis | undefined {
  const family = familyOf(facts.program);
  const fromOutput = (facts.output ?? collect(facts)).cause;
  const fromCode = codeDiagnosis(family, facts);
  if (fromOutput === undefined || fromCode === undefined) return fromOutput ?? fromCode;
  // A code with a meaning of its own beats words that only say that it failed.
  return weightOf(fromOutput.type) < 1 ? fromCode : fromOutput;
}

function codeDiagnosis(family: ProgramFamily, { program, exitCode }: ExitFacts): Diagnosis | undefined {
  const type = typeof exitCode === 'number' ? exitCodeType(family, exitCode) : undefined;
  return type && diagnosisOf(type, `${program.slice(0, 200)} exited with code ${exitCode}`);
}

function collect({ program, lines }: ExitFacts): OutputClassifier {
  const collector = classifierFor(program);
  for (const line of lines ?? []) collector.line(line);
  return collector;
}
