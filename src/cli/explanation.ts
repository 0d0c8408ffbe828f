import { stripVTControlCharacters } from 'node:util';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { MEANINGS } from '../diagnosis/meanings.ts';
import { redactText } from '../redact/text.ts';

const COLUMNS = 80;
/** What a terminal would take for a command stands in logs, too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** One object on one line; every field is null for an ordinary line. The order of the fields is part of it. */
export function explanationAsJson(_line: string, diagnosis: Diagnosis | undefined): string {
  return JSON.stringify({
    code: diagnosis?.type ?? null,
    category: diagnosis?.category ?? null,
    retryable: diagnosis?.retryable ?? null,
    fault: diagnosis?.fault ?? null,
    fix: diagnosis?.fix ?? null,
  });
}

/** The line, what it means and what to do, each line at most 80 columns wide. */
export function explanationAsText(line: string, diagnosis: Diagnosis | undefined): string {
  const shown = shorten(line);
  if (diagnosis === undefined) return `${shown}\n  Ordinary: nothing failed.`;
  const { type, category, severity, retryable, fault, fix } = diagnosis;
  const again = retryable ? 'may work when tried again' : 'trying again will not help';
  return [
    shown,
    ...wrap(`${severity === 'warning' ? 'Warning' : 'Failure'}: ${MEANINGS[type]}.`),
    ...wrap(`Code: ${type}, category: ${category}, fault: ${fault}; ${again}.`),
    ...wrap(`Fix: ${fix}`),
  ].join('\n');
}

function shorten(line: string): string {
  // Whatever stands in the line: what is printed here goes on into logs of builds and into reports of bugs.
  const plain = redactText(stripVTControlCharacters(line).replace(CONTROL, ' ').trim());
  const characters = [...plain.slice(0, COLUMNS * 2)];
  return characters.length <= COLUMNS ? plain : `${characters.slice(0, COLUMNS - 1).join('')}…`;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length > 0 && longer.length <= COLUMNS - 4) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((one, at) => `${at === 0 ? '  ' : '    '}${one}`);
}
