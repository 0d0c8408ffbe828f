import type { ErrorType } from '../registry/error_types.ts';
import { aria2TypeInText } from './aria2_codes.ts';
import { claimsFailure, soundsLikeFailure } from './claim.ts';
import { codeInText } from './code_in_text.ts';
import { curlTypeInText } from './curl_codes.ts';
import { type Diagnosis, type DiagnosisSeverity, diagnosisOf } from './diagnosis.ts';
import { wordsOfClass } from './error_class.ts';
import { numberInText } from './error_numbers.ts';
import { exitTypeInText } from './exit_in_text.ts';
import { isHarmless, ORDINARY, YTDLP_WARNING } from './harmless.ts';
import { innerStatements, isStructuredError } from './inner_statement.ts';
import { isComponent, MAX_LINE_LENGTH, type PreparedLine, prepareLine } from './line.ts';
import { GENERIC_RULES } from './rules/generic.ts';
import { statusInText } from './rules/http.ts';
import { CAUSES, LAST_RESORTS, SYMPTOMS } from './rules/order.ts';
import { firstRule } from './rules/rule.ts';
import { SAID_RULES } from './rules/said.ts';
import { COMPONENT_RULES } from './rules/wording.ts';

/** What yt-dlp asks to report of these is a change of the site that it did not follow: it expects every site's own words. */
const SITE_CHANGED: ReadonlySet<ErrorType> = new Set<ErrorType>([
  'format_unavailable',
  'not_found',
  'invalid_media',
]);

/** Types that tell of no cause. */
const VAGUE: ReadonlySet<ErrorType> = new Set<ErrorType>(['program_failed', 'transient', 'unknown']);

/**
 * Says what one line of output means: of yt-dlp, youtube-dl, ffmpeg, Liquidsoap, curl, Node, or a message of their
 * kind. Pure, linear in the length of the line (of which the first 4,096 characters are read), never throws.
 *
 * @param line one line, with or without its `ERROR:`, as it was printed
 * @returns undefined for ordinary lines: progress, information, harmless warnings. A line that calls itself an error
 *   and meets no rule is `unknown`.
 */
export function diagnoseMessage(line: string): Diagnosis | undefined {
  if (typeof line !== 'string') return undefined;
  const prepared = prepareLine(line);
  if (prepared === undefined || ORDINARY.test(prepared.text)) return undefined;
  const found = withInner(classify(prepared), prepared);
  if (found === undefined) return undefined;
  if (prepared.level === 'warning' && isHarmless(found.type, prepared)) return undefined;
  return diagnosisOf(found.type, line.slice(0, MAX_LINE_LENGTH), found.severity);
}

interface Verdict {
  readonly type: ErrorType;
  readonly severity: DiagnosisSeverity;
}

/** What a line says of itself; where that is next to nothing, what it passes on of another program. */
function withInner(outer: Verdict | undefined, { plain }: PreparedLine): Verdict | undefined {
  const isVague =
    outer === undefined ? isStructuredError(plain) : outer.severity === 'error' && VAGUE.has(outer.type);
  if (!isVague) return outer;
  for (const statement of innerStatements(plain)) {
    const line = prepareLine(statement);
    const inner = line && (line.level === 'error' ? line : { ...line, level: 'error' as const });
    const found = inner && classify(inner);
    if (found !== undefined && !VAGUE.has(found.type)) return { ...found, severity: 'error' };
  }
  return outer;
}

/** What the words say that the name of an error's class is made of: `pytube.exceptions.VideoUnavailable`. */
function typeByClass({ plain, unexpected }: PreparedLine): ErrorType | undefined {
  const text = wordsOfClass(plain);
  if (text === undefined) return undefined;
  const line: PreparedLine = { text, plain, level: 'error', unexpected };
  return (firstRule(CAUSES, line) ?? firstRule(SYMPTOMS, line) ?? firstRule(SAID_RULES, line))?.type;
}

/** What a component of ffmpeg complains of: looked at before general wordings, which it means differently. */
function componentType(line: PreparedLine): ErrorType | undefined {
  if (line.level === 'warning' || !claimsFailure(line.text)) return undefined;
  return firstRule(COMPONENT_RULES, { ...line, level: 'error' })?.type;
}

/** What a line says that does not call itself an error, and is one: all rules are looked at again. */
function typeOfClaim(line: PreparedLine): ErrorType | undefined {
  const symptom = firstRule(SYMPTOMS, line)?.type;
  const known = symptom !== undefined && VAGUE.has(symptom) ? undefined : symptom;
  return firstRule(CAUSES, line)?.type ?? known ?? firstRule(LAST_RESORTS, line)?.type ?? symptom;
}

function classify(line: PreparedLine): Verdict | undefined {
  const severity = line.level === 'warning' || line.level === 'retry' ? 'warning' : 'error';
  const cause = firstRule(CAUSES, line);
  // yt-dlp expects every site's own words; what it asks to report is a change of the site that it did not follow.
  if (line.unexpected && cause !== undefined && SITE_CHANGED.has(cause.type))
    return { type: 'extractor_error', severity };
  if (cause !== undefined) return { type: cause.type, severity: cause.only?.warning ? 'warning' : severity };
  const type =
    statusInText(line.text) ??
    curlTypeInText(line.text) ??
    aria2TypeInText(line.text) ??
    exitTypeInText(line.text) ??
    firstRule(SYMPTOMS, line)?.type ??
    codeInText(line.plain) ??
    numberInText(line.text) ??
    (isComponent(line.text) ? componentType(line) : firstRule(GENERIC_RULES, line)?.type);
  if (type !== undefined && line.unexpected && type === 'unexpected_content_type')
    return { type: 'extractor_error', severity };
  if (type !== undefined) {
    const said = line.level === 'error' && VAGUE.has(type) ? firstRule(SAID_RULES, line)?.type : undefined;
    return { type: said ?? type, severity };
  }
  if (isComponent(line.text)) return undefined;
  if (line.level === 'error' && line.unexpected) return { type: 'extractor_error', severity };
  if (line.level === 'retry' || (line.level === 'warning' && YTDLP_WARNING.test(line.plain)))
    return undefined;
  const isClaim = line.level === 'error' || claimsFailure(line.text);
  if (!isClaim && !(line.level === 'none' && soundsLikeFailure(line.text))) return undefined;
  const guessed = typeByClass(line) ?? typeOfClaim({ ...line, level: 'error' });
  if (!isClaim) return guessed === undefined || VAGUE.has(guessed) ? undefined : { type: guessed, severity };
  return { type: guessed ?? (line.level === 'error' ? 'unknown' : 'program_failed'), severity };
}
