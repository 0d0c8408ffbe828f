import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redactAttributes } from '../../src/redact/attributes.ts';
import { explainText, redactText } from '../../src/redact/text.ts';
import { gatheredLines } from '../diagnosis/corpus/corpus.ts';

/**
 * What a person said of a value that redaction changes.
 * - `private`: it had something of somebody, or a secret
 * - `needless`: it had not: it should have stayed as it is
 * - `new`: nobody looked at it yet; counts as needless
 */
export type Verdict = 'private' | 'needless' | 'new';

/** A value that redaction changes. */
export interface Masked {
  readonly verdict: Verdict;
  readonly detectors: string;
  readonly before: string;
  readonly after: string;
}

interface Value {
  readonly attribute: string;
  readonly text: string;
}

const FILE = join(import.meta.dirname, 'masked.tsv');
const HEADER = 'verdict\tdetectors\tbefore\tafter';

/** Ordinary telemetry (ordinary.tsv), and what programs said in public threads. */
export function ordinaryValues(): readonly Value[] {
  const rows = readFileSync(join(import.meta.dirname, 'ordinary.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return [
    ...rows.map((row) => {
      const [, attribute = '', ...text] = row.split('\t');
      return { attribute, text: text.join('\t') };
    }),
    ...gatheredLines().map(({ line }) => ({ attribute: '', text: line })),
  ];
}

/** Those that redaction changes, with what was said of them. */
export function maskedValues(): readonly Masked[] {
  const verdicts = new Map(judged().map(({ before, verdict }) => [before, verdict]));
  return ordinaryValues().flatMap(({ attribute, text }): Masked[] => {
    const after =
      attribute === '' ? redactText(text) : String(redactAttributes({ [attribute]: text })[attribute]);
    if (after === text) return [];
    const detectors = [...new Set(explainText(text).findings.map(({ detector }) => detector))].join(' ');
    const before = attribute === '' ? text : `${attribute}: ${text}`;
    return [{ verdict: verdicts.get(before) ?? 'new', detectors: detectors || 'class', before, after }];
  });
}

/** What is written down in masked.tsv. */
export function judged(): readonly Masked[] {
  const rows = readFileSync(FILE, 'utf8').trimEnd().split('\n').slice(1);
  return rows.map((row) => {
    const [verdict = 'new', detectors = '', before = '', after = ''] = row.split('\t');
    return { verdict: verdict as Verdict, detectors, before: JSON.parse(before), after: JSON.parse(after) };
  });
}

/** Writes down what redaction changes now. Verdicts stay; who runs it gives those of the new ones. */
export function writeMasked(values: readonly Masked[]): void {
  const rows = values.map(({ verdict, detectors, before, after }) =>
    [verdict, detectors, JSON.stringify(before), JSON.stringify(after)].join('\t'),
  );
  writeFileSync(FILE, `${[HEADER, ...rows].join('\n')}\n`);
}
