import type { ErrorType } from '../registry/error_types.ts';
import { mostTelling } from './causality.ts';
import { type Diagnosis, diagnosisOf } from './diagnosis.ts';
import { codeType, nameType } from './error_codes.ts';
import { causesOf, messageOf, read, readText } from './error_reading.ts';
import { diagnoseExit } from './exit.ts';
import { OutputClassifier } from './output_classifier.ts';
import { statusType } from './statuses.ts';
import { TAXONOMY } from './taxonomy.ts';

/**
 * Says what a thrown value means, whatever it is: an Error of Node or undici, a DOMException, a failed child process,
 * an HTTP client's error, a string. Follows `cause` and AggregateError (bounded, cycles included) and takes what tells
 * most; of several that tell equally much the innermost. Never throws, whatever getters and proxies do.
 *
 * What counts, in this order, of each value: a `diagnosis` that an error of ours carries; `code`; an HTTP status in
 * `status`, `statusCode`, `response` or `$metadata`; how a child process ended; the class's name; the message.
 *
 * @param error whatever was thrown
 * @returns `unknown` when nothing tells more
 */
export function diagnoseError(error: unknown): Diagnosis {
  const found: Diagnosis[] = [];
  for (const node of causesOf(error)) {
    const carried = carriedDiagnosis(node);
    if (carried !== undefined) return carried;
    const diagnosis = diagnoseNode(node);
    if (diagnosis !== undefined) found.push(diagnosis);
  }
  return mostTelling(found, 'last') ?? diagnosisOf('unknown', messageOf(error));
}

function diagnoseNode(node: unknown): Diagnosis | undefined {
  const message = messageOf(node);
  const type = typeByCode(node) ?? typeByStatus(node);
  if (type !== undefined) return diagnosisOf(type, message);
  const exit = diagnoseChild(node);
  if (exit !== undefined) return exit;
  const named = nameType(readText(node, 'name') ?? '');
  return named === undefined ? diagnoseText(message) : diagnosisOf(named, message);
}

function typeByCode(node: unknown): ErrorType | undefined {
  const code = readText(node, 'code');
  const type = code === undefined ? undefined : codeType(code);
  if (type !== 'file_not_found' || !/^spawn/.test(readText(node, 'syscall') ?? '')) return type;
  return /(?:^|[\\/])ff(?:mpeg|probe)(?:\.exe)?$/i.test(readText(node, 'path') ?? '')
    ? 'ffmpeg_missing'
    : 'program_missing';
}

function typeByStatus(node: unknown): ErrorType | undefined {
  const response = read(node, 'response');
  const candidates = [
    read(node, 'status'),
    read(node, 'statusCode'),
    read(response, 'status'),
    read(response, 'statusCode'),
    read(read(node, '$metadata'), 'httpStatusCode'),
  ];
  const status = candidates.find((value) => typeof value === 'number');
  return typeof status === 'number' ? statusType(status) : undefined;
}

/** Errors of `child_process` have a numeric `code`, those of execa and zx an `exitCode`. */
function diagnoseChild(node: unknown): Diagnosis | undefined {
  const program = readText(node, 'command') ?? readText(node, 'cmd') ?? readText(node, 'spawnfile');
  const exitCode = [read(node, 'exitCode'), read(node, 'code')].find((value) => typeof value === 'number');
  const signal = readText(node, 'signal');
  if (program === undefined || (typeof exitCode !== 'number' && signal === undefined)) return undefined;
  return diagnoseExit({
    program: program.split(' ', 1)[0] ?? program,
    exitCode: typeof exitCode === 'number' ? exitCode : null,
    signal,
    lines: (readText(node, 'stderr') ?? '').split(/[\r\n]+/),
    timedOut: read(node, 'timedOut') === true,
    cancelled: read(node, 'isCanceled') === true,
  });
}

function diagnoseText(text: string): Diagnosis | undefined {
  const output = new OutputClassifier({ prefer: 'last' });
  for (const line of text.split(/[\r\n]+/)) output.line(line);
  return output.cause;
}

function carriedDiagnosis(node: unknown): Diagnosis | undefined {
  const carried = read(node, 'diagnosis');
  const type = readText(carried, 'type');
  if (type === undefined || !isErrorType(type)) return undefined;
  const severity = read(carried, 'severity') === 'warning' ? 'warning' : 'error';
  return diagnosisOf(type, readText(carried, 'message') ?? messageOf(node), severity);
}

function isErrorType(type: string): type is ErrorType {
  return Object.hasOwn(TAXONOMY, type);
}
