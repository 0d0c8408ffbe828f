import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorType } from '../../../src/registry/error_types.ts';
import { isHeldOut } from './split.ts';

export type CorpusPart = 'tuned' | 'aside' | 'kept';

/** A line that a program printed, as somebody showed it in public, and what it means. */
export interface GatheredLine {
  readonly tool: string;
  /** As told in the thread, else roughly by its date; `-` where unknown. */
  readonly version: string;
  readonly year: number;
  /** Empty where the line is of no site. */
  readonly site: string;
  /** `undefined`: an ordinary line. */
  readonly type: ErrorType | undefined;
  /** Address of the thread. */
  readonly source: string;
  readonly line: string;
  /** `tuned`: the rules were made on it; `aside`: kept aside by its source's hash; `kept`, `blind`: gathered when the rules stood. */
  readonly part: CorpusPart;
}

/**
 * Reads lines.tsv, second.tsv, third.tsv, fourth.tsv and kept.tsv: lines of public issue threads, labelled by hand before the rules saw them. User
 * names, hosts, tokens and long titles in them are replaced; the words of the program are not.
 */
export function gatheredLines(): readonly GatheredLine[] {
  return [
    ...rows('lines.tsv').map((row) => parse(row, (thread) => (isHeldOut(thread) ? 'aside' : 'tuned'))),
    ...rows('second.tsv').map((row) => parse(row, () => 'tuned')),
    ...rows('third.tsv').map((row) => parse(row, () => 'tuned')),
    ...rows('kept.tsv').map((row) => parse(row, () => 'kept')),
    ...rows('fourth.tsv').map((row) => parse(row, () => 'tuned')),
  ];
}

function rows(file: string): string[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .slice(1);
  return lines.filter((line) => line !== '');
}

function parse(row: string, partOf: (thread: string) => CorpusPart): GatheredLine {
  const [tool = '', version = '', year = '', site = '', type = '', thread = '', ...line] = row.split('\t');
  const [repository, number] = thread.split('#');
  return {
    tool,
    version,
    year: Number(year),
    site,
    type: type === '-' ? undefined : (type as ErrorType),
    source: `https://github.com/${repository}/issues/${number}`,
    line: line.join('\t'),
    part: partOf(thread),
  };
}
