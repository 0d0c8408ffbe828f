import type { ResolvedOptions } from '../options/defaults.ts';
import type { RedactionSettings } from '../redact/policy/settings.ts';
import { defaultStateDir, keptHashKey } from './hash_key.ts';

/**
 * What the options say of redaction; the key of the hashes is made and kept where none is given.
 *
 * @param onProblem told where no key can be kept
 */
export function redactionOf(
  options: ResolvedOptions,
  onProblem: (problem: string) => void = () => {},
): RedactionSettings {
  return {
    content: options.content,
    contentOf: { titles: options.titles, links: options.links, fileNames: options.fileNames },
    classes: options.classes,
    secretKeys: options.secretKeys,
    secretPatterns: options.secretPatterns,
    allowedKeys: options.allowedKeys,
    allowedValues: options.allowedValues,
    address: options.clientAddress,
    userAgent: options.userAgent,
    hashKey: options.hashKey ?? keptKey(options, onProblem),
  };
}

function keptKey({ stateDir }: ResolvedOptions, onProblem: (problem: string) => void): Buffer {
  const { key, problem } = keptHashKey(stateDir ?? defaultStateDir());
  if (problem !== undefined) onProblem(problem);
  return key;
}
