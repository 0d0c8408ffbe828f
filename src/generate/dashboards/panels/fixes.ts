import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { TAXONOMY } from '../../../diagnosis/taxonomy.ts';

/** Shows what to do about an error in place of its type. */
export function fixMapping(): DynamicConfigValue {
  const options = Object.fromEntries(
    Object.entries(TAXONOMY).map(([type, { fix }], index) => [type, { text: fix, index }]),
  );
  return { id: 'mappings', value: [{ type: 'value', options }] };
}
