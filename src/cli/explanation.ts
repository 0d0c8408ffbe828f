import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { meaningOf } from '../diagnosis/meanings.ts';
import { redactText } from '../redact/text/text.ts';
import { wrapLine } from '../wrap.ts';
import { printable } from './output/printable.ts';

/** Types that tell of no cause: nothing follows from them. */
const VAGUE: ReadonlySet<string> = new Set(['unknown', 'program_failed']);

/**
 * One object on one line; every field but the number of the line is null for an ordinary line. The order of the fields is
 * part of it.
 */
export function explanationAsJson(line: number, diagnosis: Diagnosis | undefined): string {
  return JSON.stringify({
    line,
    code: diagnosis?.type ?? null,
    category: diagnosis?.category ?? null,
    retryable: diagnosis?.retryable ?? null,
    fault: diagnosis?.fault ?? null,
    fix: diagnosis?.fix ?? null,
  });
}

/** The line, what it means and what to do; on a terminal the line is shortened, and the rest wrapped. */
export function explanationAsText(line: string, diagnosis: Diagnosis | undefined, columns: number): string {
  const shown = shorten(line, columns);
  if (diagnosis === undefined) return `${shown}\n  Ordinary: it tells of no failure.`;
  const { type, category, severity, retryable, fault, fix } = diagnosis;
  const again = VAGUE.has(type)
    ? 'whether trying again helps, it does not tell'
    : retryable
      ? 'may work when tried again'
      : 'trying again will not help';
  const told = [
    `${severity === 'warning' ? 'Warning' : 'Failure'}: ${meaningOf(diagnosis)}.`,
    `Code: ${type}, category: ${category}, fault: ${fault}; ${again}.`,
    `Fix: ${fix}`,
  ];
  return [shown, ...told.flatMap((text) => wrapLine(text, columns, '  ', '    '))].join('\n');
}

function shorten(line: string, columns: number): string {
  // Whatever stands in the line: what is printed here goes on into logs of builds and into reports of bugs.
  const plain = redactText(printable(line).trim());
  const characters = [...plain];
  return characters.length <= columns ? plain : `${characters.slice(0, columns - 1).join('')}…`;
}
