import { stringify } from 'yaml';
import { YAML_NOTICE } from './generated_file.ts';

/**
 * A value as a YAML document with the notice on top. Long lines are not folded and nothing is an alias, so that a
 * difference between two versions is a difference of meaning.
 *
 * @param value   what to write
 * @param comment lines of comment under the notice, without their `# `
 */
export function yamlDocument(value: unknown, comment: readonly string[] = []): string {
  const lines = comment.map((line) => `# ${line}\n`).join('');
  return `${YAML_NOTICE}${lines}${stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })}`;
}
