import { DETECTORS } from '../../src/redact/detectors/all.ts';
import { expressionOf, type HostileText, textOf, worstTexts } from '../redact/hostile_texts.ts';

// `node test/bench/hostile.ts`: what each detector makes of what is worst for it. A text of 1 MB, in milliseconds of
// processor time, and how much longer it takes than one of a quarter of that: four is linear, sixteen quadratic.

const LONG = 1_000_000;
const TRIED = 64_000;
const TRIED_TEXTS = 8;
const RUNS = 4;

interface Worst {
  readonly name: string;
  readonly text: HostileText;
  readonly ms: number;
  readonly growth: number;
}

function msOf(expression: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    text.replace(expression, '');
    best = Math.min(best, process.cpuUsage(before).user / 1000);
  }
  return best;
}

const rows: Worst[] = DETECTORS.map((detector) => {
  const expression = expressionOf(detector);
  const tried = worstTexts(detector, TRIED_TEXTS).map((text) => ({
    text,
    ms: msOf(expression, textOf(text, TRIED)),
  }));
  const { text } = tried.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  const ms = msOf(expression, textOf(text, LONG));
  return { name: detector.name, text, ms, growth: ms / msOf(expression, textOf(text, LONG / 4)) };
});

const shown = ({ head, piece }: HostileText) =>
  `${head === '' ? '' : `${JSON.stringify(head)} `}${JSON.stringify(piece)}…`;

process.stdout.write(
  rows
    .toSorted((a, b) => b.ms - a.ms)
    .map(
      ({ name, text, ms, growth }) =>
        `${name.padEnd(26)} ${shown(text).padEnd(52)} ${ms.toFixed(1).padStart(8)} ms/MB  x${growth.toFixed(1)}\n`,
    )
    .join(''),
);
