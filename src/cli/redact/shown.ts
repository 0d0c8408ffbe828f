import type { Finding } from '../../redact/detectors/url_findings.ts';
import { explainText } from '../../redact/text/text.ts';
import { wrapLine } from '../../wrap.ts';
import { printable } from '../output/printable.ts';
import type { Change, Rule } from './changes.ts';
import type { InputLine } from './input.ts';

/** How things are printed. */
export interface Shown {
  readonly json: boolean;
  /** Whether what was taken out is printed, too. */
  readonly original: boolean;
  /** Where lines are wrapped: the width of the terminal; without end where there is none. */
  readonly columns: number;
}

/** What was found, for the last line. */
export class Tally {
  changed = 0;
  readonly #counts = new Map<string, number>();

  count(names: readonly string[], times = 1): void {
    for (const name of names) this.#counts.set(name, (this.#counts.get(name) ?? 0) + times);
  }

  counts(): [name: string, count: number][] {
    return [...this.#counts].sort(([one, many], [other, more]) => more - many || one.localeCompare(other));
  }
}

/** A line of text as it would leave, and which detectors took something out of it. */
export function shownLine({ text, number }: InputLine, shown: Shown, tally: Tally): string {
  const { text: result, findings } = explainText(text);
  const detectors = addedUp(findings);
  if (result !== text) tally.changed += 1;
  for (const { name, count } of detectors) tally.count([name], count);
  if (shown.json) {
    return JSON.stringify({
      line: number,
      ...(shown.original && { before: text }),
      after: result,
      detectors,
    });
  }
  if (result === text) return wrapped('', text, shown);
  const named = detectors.map(
    ({ name, family, count }) => `${name}${count > 1 ? ` ×${count}` : ''} (${family})`,
  );
  return [
    ...(shown.original ? [wrapped('- ', text, shown)] : []),
    wrapped(shown.original ? '+ ' : '', result, shown),
    wrapped('  ', named.length > 0 ? `found by ${named.join(', ')}` : 'cut off', shown),
  ].join('\n');
}

interface Detected {
  readonly name: string;
  readonly family: string;
  readonly count: number;
}

function addedUp(findings: readonly Finding[]): Detected[] {
  const counts = new Map<string, Detected>();
  for (const { detector: name, family, count } of findings) {
    const key = `${name} ${family}`;
    counts.set(key, { name, family, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.values()];
}

/** A field as it would leave, and by which rule. */
export function shownChange(change: Change, line: number, shown: Shown, tally: Tally): string {
  const { path, rule, before, after } = change;
  tally.changed += 1;
  tally.count(rule.names.map((name) => (rule.by === 'detector' ? name : `${rule.by} ${name}`)));
  if (shown.json) {
    return JSON.stringify({
      line,
      path,
      rule,
      ...(shown.original && { before: before ?? null }),
      after: after ?? null,
      leftOut: after === undefined,
    });
  }
  return [
    wrapped('', `line ${line}: ${path}`, shown),
    wrapped('  ', told(rule), shown),
    ...(shown.original ? [wrapped('  - ', written(before), shown)] : []),
    wrapped('  + ', written(after), shown),
  ].join('\n');
}

/** The last line: how much there was, what was found how often, and how many lines could not be read. */
export function shownSummary(
  counted: Readonly<Record<string, number>>,
  tally: Tally,
  shown: Shown,
  notRead: number,
): string {
  const counts = tally.counts();
  if (shown.json) {
    const rules = Object.fromEntries(counts);
    return JSON.stringify({ summary: { ...counted, changed: tally.changed, notRead, rules } });
  }
  const seen = Object.entries(counted).map(([name, count]) => several(count, name));
  const found = counts.map(([name, count]) => `${name} ${count}`).join(', ');
  const all = `${seen.join(', ') || (tally.changed > 0 ? 'no signals' : 'nothing read')}: ${tally.changed} changed${found && `; ${found}`}`;
  return wrapped('', notRead > 0 ? `${all}; ${several(notRead, 'line')} could not be read` : all, shown);
}

function several(count: number, name: string): string {
  return `${count} ${count === 1 ? name : `${name}s`}`;
}

function told({ by, names, families }: Rule): string {
  if (by === 'detector')
    return `found by ${names.map((name, at) => `${name} (${families?.[at] ?? ''})`).join(', ')}`;
  return `${{ class: 'its class', name: 'its name', context: 'told by' }[by]}: ${names.join(', ')}`;
}

function written(value: unknown): string {
  if (value === undefined) return '(left out)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** One line, or where there is a terminal as many as it takes, wrapped at blanks. Nothing is left out. */
function wrapped(indent: string, text: string, { columns }: Shown): string {
  return wrapLine(printable(text), columns, indent, `${' '.repeat(indent.length)}  `).join('\n');
}
