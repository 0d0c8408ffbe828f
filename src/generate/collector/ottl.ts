import type { Detector } from '../../redact/detectors/detector.ts';
import { begun, inFewer } from './short_values.ts';
import { shorter } from './shorter.ts';

/** A string of the Collector's transformation language: backslashes and quotes are escaped as in Go. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A text as an expression that finds just that. */
export function literal(text: string): string {
  return text
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n');
}

/**
 * A detector's expression in Go's syntax. Bounds that are there for JavaScript are left out: Go is linear without them,
 * and writes out each repetition, which costs it time at start and again with each text.
 */
export function goExpression({ source, caseMatters }: Detector): string {
  const short = shorter(unbounded(inFewer(source)));
  return caseMatters ? short : `(?i)${short}`;
}

/**
 * An expression that asks whether a detector finds anything. Where capitals do not count it is for texts in small
 * letters: several times as fast.
 */
export function asking({ source, caseMatters }: Detector): string {
  const short = begunShort(source);
  if (caseMatters) return short;
  return short.replaceAll(/\\.|[A-Z]+/g, (some) => (some.startsWith('\\') ? some : some.toLowerCase()));
}

/** The same for texts with capitals. */
export function askingAnyCase(detector: Detector): string {
  const short = begunShort(detector.source);
  return detector.caseMatters ? short : `(?i)${short}`;
}

const GROUP = /\\.|\[\^?(?:\\.|[^\]\\])*\]|\((?!\?)/gs;

// Nobody asks for its groups.
function begunShort(source: string): string {
  return shorter(unbounded(begun(source)).replaceAll(GROUP, (part) => (part === '(' ? '(?:' : part)));
}

function unbounded(source: string): string {
  return source.replaceAll(/\{([01]),(\d\d+)\}/g, (_all, least) => (least === '0' ? '*' : '+'));
}

/**
 * `$` begins the name of a variable in the Collector's configuration, unless there are two. What is one object before
 * is one object after, so that YAML can write it once.
 */
export function unexpanded(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const result = Array.isArray(value)
    ? value.map((one) => unexpanded(one, seen))
    : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unexpanded(one, seen)]));
  seen.set(value, result);
  return result;
}

interface StatementGroup {
  readonly context: string;
  readonly conditions?: readonly string[];
  readonly statements: readonly string[];
}

function isGroup(value: object): value is StatementGroup {
  return 'context' in value && 'statements' in value;
}

/**
 * Paths without the name of their context, which the group of a statement has: so what is the same in another context
 * is the same text. What is one object before is one object after.
 */
export function unprefixed(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const result = Array.isArray(value)
    ? value.map((one) => unprefixed(one, seen))
    : isGroup(value)
      ? {
          context: value.context,
          ...(value.conditions && { conditions: value.conditions.map((one) => bare(one, value.context)) }),
          statements: value.statements.map((one) => bare(one, value.context)),
        }
      : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unprefixed(one, seen)]));
  seen.set(value, result);
  return result;
}

function bare(statement: string, context: string): string {
  const path = new RegExp(String.raw`"(?:[^"\\]|\\.)*"|\b${context}\.(?=[a-z])`, 'g');
  return statement.replaceAll(path, (found) => (found.startsWith('"') ? found : ''));
}
