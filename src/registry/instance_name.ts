import { attribute } from './define.ts';

/** Most names that the instances of one kind are told apart by; what comes later counts under `other`. */
const MAX_INSTANCE_NAMES = 50;

/**
 * An attribute that holds the name of one of several things of a kind.
 *
 * @param of what things they are, for people
 */
export function instanceName<const N extends string>(name: N, of: string, example: string) {
  return attribute({
    name,
    type: 'string',
    brief: `Name that the application gave the ${of}; \`other\` where it gives too many.`,
    privacy: 'safe',
    examples: [example],
    maxCardinality: MAX_INSTANCE_NAMES + 1,
  });
}
