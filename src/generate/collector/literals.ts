import { LITERAL, MASKED_LITERAL } from '../../redact/text/sql.ts';
import { QUERY_ATTRIBUTES } from '../../registry/foreign.ts';
import { FAMILY_ATTRIBUTE } from './common_keys.ts';
import { quoted } from './ottl.ts';

/**
 * Statements that mask the literals of statements for a database, which many senders tell as they are. One with a literal
 * is never ordinary; those without are not changed.
 */
export function withoutLiterals(context: string): string[] {
  const literal = quoted(`(?s)${LITERAL.replace('END', String.raw`\z`)}`);
  return [...QUERY_ATTRIBUTES].flatMap((key) => {
    const statement = `${context}.attributes["${key}"]`;
    const before = `${context}.cache["${key}"]`;
    return [
      `set(${before}, ${statement}) where IsMatch(${statement}, "'")`,
      `replace_pattern(${statement}, ${literal}, ${quoted(MASKED_LITERAL)}) where ${before} != nil`,
      `set(${context}.attributes["${FAMILY_ATTRIBUTE}"], "credential") where ${before} != nil and ${statement} != ${before}`,
    ];
  });
}
