import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redactAttributes } from '../../src/redact/attributes/attributes.ts';
import { explainText, redactText } from '../../src/redact/text/text.ts';
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
  readonly part: OrdinaryValue['part'];
  readonly detectors: string;
  readonly before: string;
  readonly after: string;
}

/** A value of ordinary telemetry. */
export interface OrdinaryValue {
  /** Empty where it is a line of text. */
  readonly attribute: string;
  readonly text: string;
  /** `first`: the detectors were made on it; `second`: gathered by itself, and measured before anything was mended. */
  readonly part: 'first' | 'second';
}

const FOLDER = join(import.meta.dirname, 'ordinary');
const FILE = join(import.meta.dirname, 'masked.tsv');
const HEADER = 'verdict\tpart\tdetectors\tbefore\tafter';

// ordinary/README.md tells where they are from.
const SECOND = ['programs.tsv', 'semantic_conventions.tsv', 'threads.tsv', 'made.tsv'];

/** Ordinary telemetry (the tables of ordinary/), and what programs said in public threads. */
export function ordinaryValues(): readonly OrdinaryValue[] {
  return [
    ...valuesOf('first.tsv', 'first'),
    ...gatheredLines().map(({ line }) => ({ attribute: '', text: line, part: 'first' as const })),
    ...SECOND.flatMap((file) => valuesOf(file, 'second')),
  ];
}

/** Lines that programs printed, of the second part. */
export function secondMessages(): readonly string[] {
  return ordinaryValues()
    .filter(({ part, attribute }) => part === 'second' && attribute === '')
    .map(({ text }) => text);
}

// The value is last, since it may have tabs in it.
function valuesOf(file: string, part: OrdinaryValue['part']): OrdinaryValue[] {
  const [header = '', ...rows] = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n');
  const before = header.split('\t').length - 1;
  return rows.map((row) => {
    const cells = row.split('\t');
    return { attribute: cells[1] ?? '', text: cells.slice(before).join('\t'), part };
  });
}

/** Those that redaction changes, with what was said of them. */
export function maskedValues(): readonly Masked[] {
  const verdicts = new Map(judged().map(({ before, verdict }) => [before, verdict]));
  return ordinaryValues().flatMap(({ attribute, text, part }): Masked[] => {
    const left =
      attribute === '' ? redactText(text) : String(redactAttributes({ [attribute]: text })[attribute]);
    if (left === text) return [];
    // The key of a hash is another in each run.
    const after = left.replaceAll(/\bhmac:[0-9a-f]+/g, 'hmac:…');
    const detectors = [...new Set(explainText(text).findings.map(({ detector }) => detector))].join(' ');
    const before = attribute === '' ? text : `${attribute}: ${text}`;
    const verdict = verdicts.get(before) ?? 'new';
    return [{ verdict, part, detectors: detectors || 'class', before, after }];
  });
}

/** What is written down in masked.tsv. */
export function judged(): readonly Masked[] {
  const rows = readFileSync(FILE, 'utf8').trimEnd().split('\n').slice(1);
  return rows.map((row) => {
    const [verdict = 'new', part = '', detectors = '', before = '', after = ''] = row.split('\t');
    return {
      verdict: verdict as Verdict,
      part: part as OrdinaryValue['part'],
      detectors,
      before: JSON.parse(before),
      after: JSON.parse(after),
    };
  });
}

/** Writes down what redaction changes now. Verdicts stay; who runs it gives those of the new ones. */
export function writeMasked(values: readonly Masked[]): void {
  const rows = values.map(({ verdict, part, detectors, before, after }) =>
    [verdict, part, detectors, JSON.stringify(before), JSON.stringify(after)].join('\t'),
  );
  writeFileSync(FILE, `${[HEADER, ...rows].join('\n')}\n`);
}
