import { MASK } from '../mask.ts';

/**
 * A text in the quotes of SQL, without the end of the text, up to which one goes that was cut off. What is in double
 * quotes is the name of a column to most databases. Empty ones too: where the next begins is told by all before it.
 */
export const LITERAL = "'(?:[^'\\\\]|''|\\\\.)*(?:'|END)";

/** What stands for a literal. */
export const MASKED_LITERAL = `'${MASK}'`;

const literals = new RegExp(LITERAL.replace('END', '$'), 'gs');

/** A statement for a database without the texts that it compares with or writes; numbers, names and placeholders stay. */
export function withoutLiterals(statement: string): string {
  return statement.includes("'") ? statement.replace(literals, MASKED_LITERAL) : statement;
}
