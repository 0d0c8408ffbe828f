import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../../src/cli/stack/paths.ts';

/** What stands between receiver and exporter, by the name of each processor, in order. */
export type Processors = Readonly<Record<string, unknown>>;

// What people commonly take: cards, e-mail, social security numbers, addresses, tokens.
const EIGHT_PATTERNS = [
  '4[0-9]{12}(?:[0-9]{3})?',
  '5[1-5][0-9]{14}',
  '\\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}\\b',
  '\\b\\d{3}-\\d{2}-\\d{4}\\b',
  '\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b',
  '\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+',
  '\\bAKIA[0-9A-Z]{16}\\b',
  '(?i)bearer\\s+[a-z0-9._-]+',
];

/** The pipelines that are compared; the first is what the others are measured by. */
export function pipelines(): ReadonlyMap<string, Processors> {
  const file = join(packageRoot(), 'collector', 'redaction.generated.yaml');
  const ours = (parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }) as { processors: Processors })
    .processors;
  const { 'transform/redact': _detectors, ...withoutDetectors } = ours;
  return new Map<string, Processors>([
    ['bare', {}],
    [
      'redaction processor, 8 patterns',
      { redaction: { allow_all_keys: true, blocked_values: EIGHT_PATTERNS } },
    ],
    ['ours without detectors', withoutDetectors],
    ['all of ours', ours],
  ]);
}
