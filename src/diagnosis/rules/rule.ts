import type { ErrorType } from '../../registry/error_types.ts';
import type { PreparedLine } from '../line.ts';

/** One way in which one type of error is told. Tables of rules are ordered: the first that matches wins. */
export interface Rule {
  readonly type: ErrorType;
  /**
   * Matched against the prepared text: lower case, straight apostrophes, addresses cut to their scheme. No nested
   * or adjacent unbounded quantifiers, so that the time stays linear.
   */
  readonly pattern: RegExp;
  readonly only?: RuleLimit;
}

/** What a rule is limited to. */
export interface RuleLimit {
  /** The words are too common to mean anything in a line that does not complain of itself. */
  readonly marked?: true;
  /** So common that the line must call itself an error. */
  readonly loud?: true;
  /** Survived by the tool: no more than a warning, however the line calls itself. */
  readonly warning?: true;
}

/** Writes a {@link Rule} on one line. */
export function rule(type: ErrorType, pattern: RegExp, only?: RuleLimit): Rule {
  return only === undefined ? { type, pattern } : { type, pattern, only };
}

/** The first rule of a table that a line meets. */
export function firstRule(rules: readonly Rule[], line: PreparedLine): Rule | undefined {
  return rules.find(({ pattern, only }) => isLoudEnough(line, only) && pattern.test(line.text));
}

function isLoudEnough({ level }: PreparedLine, only: RuleLimit | undefined): boolean {
  if (only?.loud) return level === 'error';
  return !(only?.marked && level === 'none');
}
