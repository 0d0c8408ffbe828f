import { isSecretClass } from '../redact/policy/policy.ts';
import { safePattern } from '../redact/policy/safe_pattern.ts';
import { named, type OptionSource } from './option_problems.ts';
import { OPTION_SCHEMAS } from './schema.ts';
import { isPrivateSetting } from './shown_value.ts';

/**
 * What is wrong with expressions and allow-lists, which a schema cannot say, in words for people. What is wrong is taken
 * out of the settings; the others stay.
 */
export function policyProblems(
  settings: Record<string, unknown>,
  source: (name: string) => OptionSource,
): string[] {
  return [
    ...withoutWrong(settings, 'secretPatterns', source, (pattern) => {
      const read = safePattern(pattern);
      return 'problem' in read ? read.problem : undefined;
    }),
    ...withoutWrong(settings, 'allowedKeys', source, (key) =>
      isSecretClass(key) ? 'is of class secret, which never leaves' : undefined,
    ),
  ];
}

function withoutWrong(
  settings: Record<string, unknown>,
  name: 'secretPatterns' | 'allowedKeys',
  source: (name: string) => OptionSource,
  problemOf: (one: string) => string | undefined,
): string[] {
  const given = settings[name];
  if (!Array.isArray(given)) return [];
  const problems: string[] = [];
  settings[name] = given.filter((one: string, at) => {
    const problem = problemOf(one);
    if (problem === undefined) return true;
    problems.push(
      `${named(name, source(name), OPTION_SCHEMAS[name])} has at ${at} ${shown(name, one)}, which ${problem}. It is left out.`,
    );
    return false;
  });
  return problems;
}

// What is a secret is not shown, not even how it looks.
function shown(name: string, one: string): string {
  return isPrivateSetting(name, undefined) ? 'one' : JSON.stringify(one.slice(0, 200));
}
