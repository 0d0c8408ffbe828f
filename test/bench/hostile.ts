import { DETECTORS } from '../../src/redact/detectors/all.ts';
import { expressionOf, type HostileText, textOf, worstTexts } from '../redact/hostile_texts.ts';

// `node test/bench/hostile.ts`: what each detector makes of what is worst for it. A text of 1 MB, in milliseconds of
// processor time, how many times that of a plain loop over it (which is worth more on a busy machine), and how much longer
// it takes than one of a quarter of that: four is linear, sixteen quadratic.

const LONG = 1_000_000;
const TRIED = 64_000;
const TRIED_TEXTS = 8;
const RUNS = 4;

interface Worst {
  readonly name: string;
  readonly text: HostileText;
  readonly ms: number;
  readonly loops: number;
  readonly growth: number;
}

function best(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  return least;
}

const msOf = (expression: RegExp, text: string): number => best(() => text.replace(expression, ''));

function lettersOf(text: string): number {
  let codes = 0;
  for (let at = 0; at < text.length; at += 1) codes |= text.charCodeAt(at);
  return codes;
}

const rows: Worst[] = DETECTORS.map((detector) => {
  const expression = expressionOf(detector);
  const tried = worstTexts(detector, TRIED_TEXTS).map((text) => ({
    text,
    ms: msOf(expression, textOf(text, TRIED)),
  }));
  const { text } = tried.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  const long = textOf(text, LONG);
  const ms = msOf(expression, long);
  const loops =
    ms /
    Math.max(
      0.1,
      best(() => lettersOf(long)),
    );
  return { name: detector.name, text, ms, loops, growth: ms / msOf(expression, textOf(text, LONG / 4)) };
});

const shown = ({ head, piece }: HostileText) =>
  `${head === '' ? '' : `${JSON.stringify(head)} `}${JSON.stringify(piece)}…`;

process.stdout.write(
  rows
    .toSorted((a, b) => b.ms - a.ms)
    .map(
      ({ name, text, ms, loops, growth }) =>
        `${name.padEnd(26)} ${shown(text).padEnd(52)} ${ms.toFixed(1).padStart(8)} ms/MB  ${loops.toFixed(1).padStart(6)} loops  x${growth.toFixed(1)}\n`,
    )
    .join(''),
);
