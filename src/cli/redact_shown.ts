import { stripVTControlCharacters } from 'node:util';
import { explainText } from '../redact/text.ts';
import type { Change, Rule } from './redact_changes.ts';
import type { InputLine } from './redact_input.ts';
import { wrapText } from './wrap.ts';

const COLUMNS = 80;
/** What a terminal would take for a command stands in logs, too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** How things are printed. */
export interface Shown {
  readonly json: boolean;
  /** Whether what was taken out is printed, too. */
  readonly original: boolean;
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
  const counts = new Map<string, { family: string; count: number }>();
  for (const { detector, family, count } of findings) {
    const found = counts.get(detector);
    counts.set(detector, { family, count: (found?.count ?? 0) + count });
  }
  if (result !== text) tally.changed += 1;
  for (const [name, { count }] of counts) tally.count([name], count);
  if (shown.json) {
    return JSON.stringify({
      line: number,
      ...(shown.original && { before: text }),
      after: result,
      detectors: [...counts].map(([name, of]) => ({ name, ...of })),
    });
  }
  if (result === text) return wrapped('', text);
  return [
    ...(shown.original ? [wrapped('- ', text)] : []),
    wrapped(shown.original ? '+ ' : '', result),
    wrapped(
      '  ',
      [...counts]
        .map(([name, { family, count }]) => `${name}${count > 1 ? ` ×${count}` : ''} (${family})`)
        .join(', ') || 'cut off',
    ),
  ].join('\n');
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
    wrapped('', `line ${line}: ${path}`),
    wrapped('  ', told(rule)),
    ...(shown.original ? [wrapped('  - ', written(before))] : []),
    wrapped('  + ', written(after)),
  ].join('\n');
}

/** The last line: how much there was, and what was found how often. */
export function shownSummary(counted: Readonly<Record<string, number>>, tally: Tally, shown: Shown): string {
  const counts = tally.counts();
  if (shown.json) {
    return JSON.stringify({
      summary: { ...counted, changed: tally.changed, rules: Object.fromEntries(counts) },
    });
  }
  const seen = Object.entries(counted).map(([name, count]) => `${count} ${count === 1 ? name : `${name}s`}`);
  const found = counts.map(([name, count]) => `${name} ${count}`).join(', ');
  const all = `${seen.join(', ') || 'nothing read'}: ${tally.changed} changed${found && `; ${found}`}`;
  return wrapText(all, COLUMNS);
}

function told({ by, names }: Rule): string {
  return `${by === 'detector' ? 'found by' : by === 'class' ? 'its class:' : 'its name:'} ${names.join(', ')}`;
}

function written(value: unknown): string {
  if (value === undefined) return '(left out)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** In lines of 80 columns, each but the first two further in; nothing is left out. */
function wrapped(indent: string, text: string): string {
  const characters = [...stripVTControlCharacters(text).replace(CONTROL, ' ')];
  const lines = [];
  let at = 0;
  do {
    const before = at === 0 ? indent : `${' '.repeat(indent.length)}  `;
    const room = COLUMNS - before.length;
    lines.push(`${before}${characters.slice(at, at + room).join('')}`.trimEnd());
    at += room;
  } while (at < characters.length);
  return lines.join('\n');
}
