import { DETECTORS } from '../../src/redact/detectors/all.ts';
import type { Detector } from '../../src/redact/detectors/detector.ts';
import { expressionOf, type HostileText, textOf, worstTexts } from '../redact/hostile_texts.ts';

// `node test/bench/hostile.ts`: what each detector makes of what is worst for it. A text of 1 MB, in milliseconds of
// processor time, how many times that of a plain loop over as much (which is worth more on a busy machine), and how much longer
// it takes than one of a quarter of that: four is linear, sixteen quadratic. What only Go uses is marked: it takes no such
// time there, but shows what an expression may do.

// Names behind it are those of the detectors to ask.

const LONG = 1_000_000;
const TRIED = 64_000;
const TRIED_TEXTS = 8;
const RUNS = 4;
const ROUNDS = 2;

interface Worst {
  readonly name: string;
  readonly text: HostileText;
  readonly ms: number;
  readonly loops: number;
  readonly growth: number;
}

function msOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  // Together: the system tells each of them in its ticks.
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least time of each of some works, which take turns: so whatever slows the machine falls on all of them. */
function best(works: readonly (() => unknown)[]): number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < RUNS; run += 1)
    for (const [at, work] of works.entries())
      least[at] = Math.min(least[at] ?? Number.POSITIVE_INFINITY, msOf(work));
  return least;
}

function shownName({ name, only }: Detector): string {
  return only === 'collector' ? `${name} (Go)` : name;
}

function lettersOf(text: string): number {
  let codes = 0;
  for (let at = 0; at < text.length; at += 1) codes |= text.charCodeAt(at);
  return codes;
}

// One for all: how a text was put together counts, too.
const PLAIN = textOf({ head: '', piece: 'a' }, LONG);

const asked = process.argv.slice(2);
const rows: Worst[] = DETECTORS.filter(({ name }) => asked.length === 0 || asked.includes(name)).map(
  (detector) => {
    const expression = expressionOf(detector);
    const without = (text: string) => () => text.replace(expression, '');
    const texts = worstTexts(detector, TRIED_TEXTS, ROUNDS);
    const times = best(texts.map((text) => without(textOf(text, TRIED))));
    const text = texts[times.indexOf(Math.max(...times))] ?? { head: '', piece: 'a' };
    const long = textOf(text, LONG);
    const [ms = 0, quarter = 0, loop = 0] = best([
      without(long),
      without(textOf(text, LONG / 4)),
      () => lettersOf(PLAIN),
    ]);
    return { name: shownName(detector), text, ms, loops: ms / loop, growth: ms / quarter };
  },
);

const shown = ({ head, piece }: HostileText) =>
  `${head === '' ? '' : `${JSON.stringify(head)} `}${JSON.stringify(piece)}…`;

process.stdout.write(
  rows
    .toSorted((a, b) => b.ms - a.ms)
    .map(
      ({ name, text, ms, loops, growth }) =>
        `${name.padEnd(35)} ${shown(text).padEnd(52)} ${ms.toFixed(1).padStart(8)} ms/MB  ${loops.toFixed(1).padStart(6)} loops  x${growth.toFixed(1)}\n`,
    )
    .join(''),
);
