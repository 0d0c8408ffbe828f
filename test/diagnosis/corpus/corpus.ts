import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorType } from '../../../src/registry/error_types.ts';

export type CorpusPart = 'tuned' | 'blind';

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
  /** `tuned`: the rules were made on it; `blind`: gathered by somebody who had not seen them. */
  readonly part: CorpusPart;
}

/** Lines that the rules were made on, and mended by. */
const TUNED = [
  'lines.tsv',
  'second.tsv',
  'third.tsv',
  'fourth.tsv',
  'fifth.tsv',
  'sixth.tsv',
  'seventh.tsv',
  'kept.tsv',
];

/**
 * Lines of public issue threads, labelled by hand before the rules saw them. Names of users, hosts, tokens and long
 * titles in them are replaced; the words of the programs are not. README.md tells how they are labelled.
 */
export function gatheredLines(): readonly GatheredLine[] {
  return [
    ...TUNED.flatMap((file) => rows(file).map((row) => parse(row, 'tuned'))),
    ...rows('blind.tsv').map((row) => parse(row, 'blind')),
  ];
}

/** A wording of a program, from its sources or its logs, labelled while the rules were made. */
export interface ProgramLine {
  readonly tool: string;
  readonly source: string;
  /** `undefined`: an ordinary line. */
  readonly type: ErrorType | undefined;
  readonly line: string;
}

/** The lines of programs.tsv. */
export function programLines(): readonly ProgramLine[] {
  return rows('programs.tsv').map((row) => {
    const [tool = '', source = '', type = '', ...line] = row.split('\t');
    return { tool, source, type: type === '-' ? undefined : (type as ErrorType), line: line.join('\t') };
  });
}

function rows(file: string): string[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .slice(1);
  return lines.filter((line) => line !== '');
}

function parse(row: string, part: CorpusPart): GatheredLine {
  const [tool = '', version = '', year = '', site = '', type = '', thread = '', ...line] = row.split('\t');
  const [repository, number] = thread.split('#');
  return {
    tool,
    version,
    year: Number(year),
    site,
    type: type === '-' || type === '' ? undefined : (type as ErrorType),
    source: `https://github.com/${repository}/issues/${number}`,
    line: line.join('\t'),
    part,
  };
}
