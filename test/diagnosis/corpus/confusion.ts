import { diagnoseMessage } from '../../../src/diagnosis/messages.ts';
import { TAXONOMY } from '../../../src/diagnosis/taxonomy.ts';
import type { ErrorCategory } from '../../../src/registry/error_types.ts';
import { type CorpusPart, type GatheredLine, gatheredLines } from './corpus.ts';

/** A category, or `ordinary` for no code. */
export type Verdict = ErrorCategory | 'ordinary';

/** How the lines of one part of the corpus were judged. */
export interface Confusion {
  readonly part: CorpusPart;
  /** Lines that are failures. */
  readonly failures: number;
  /** Of them, those with the right category, and with the right code. */
  readonly rightCategory: number;
  readonly rightCode: number;
  readonly ordinary: number;
  /** Ordinary lines that were given a code. */
  readonly falseAlarms: number;
  /** How many lines of a category were taken for which. */
  readonly counts: ReadonlyMap<Verdict, ReadonlyMap<Verdict, number>>;
}

/** Judges the lines of one part of the corpus. */
export function confusionOf(part: CorpusPart): Confusion {
  const lines = gatheredLines().filter((line) => line.part === part);
  const counts = new Map<Verdict, Map<Verdict, number>>();
  let rightCode = 0;
  for (const line of lines) {
    const found = diagnoseMessage(line.line);
    const row = counts.get(expected(line)) ?? new Map<Verdict, number>();
    const verdict = found?.category ?? 'ordinary';
    row.set(verdict, (row.get(verdict) ?? 0) + 1);
    counts.set(expected(line), row);
    if (line.type !== undefined && found?.type === line.type) rightCode += 1;
  }
  const ordinary = lines.filter(({ type }) => type === undefined).length;
  return {
    part,
    failures: lines.length - ordinary,
    rightCategory: [...counts].reduce(
      (sum, [category, row]) => sum + (category === 'ordinary' ? 0 : (row.get(category) ?? 0)),
      0,
    ),
    rightCode,
    ordinary,
    falseAlarms: ordinary - (counts.get('ordinary')?.get('ordinary') ?? 0),
    counts,
  };
}

function expected({ type }: GatheredLine): Verdict {
  return type === undefined ? 'ordinary' : TAXONOMY[type].category;
}
