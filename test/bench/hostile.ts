import { DETECTORS } from '../../src/redact/detectors/all.ts';
import { HOSTILE, hostileTo, repeated } from '../redact/hostile_pieces.ts';

// `node test/bench/hostile.ts`: what each detector makes of what is worst for it. A text of 1 MB, and how much longer it
// takes than one of a quarter of that: four is linear, sixteen quadratic.

const LONG = 1_000_000;
const TRIED = 16_000;

interface Worst {
  readonly name: string;
  readonly piece: string;
  readonly ms: number;
  readonly growth: number;
}

function msOf(expression: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const started = performance.now();
    text.replace(expression, '');
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const rows: Worst[] = DETECTORS.map(({ name, source, caseMatters, needs }) => {
  const expression = new RegExp(source, caseMatters ? 'g' : 'gi');
  const tried = [...HOSTILE, ...hostileTo({ needs })].map((piece) => ({
    piece,
    ms: msOf(expression, repeated(piece, TRIED)),
  }));
  const { piece } = tried.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  const ms = msOf(expression, repeated(piece, LONG));
  return { name, piece, ms, growth: ms / msOf(expression, repeated(piece, LONG / 4)) };
});

process.stdout.write(
  rows
    .toSorted((a, b) => b.ms - a.ms)
    .map(
      ({ name, piece, ms, growth }) =>
        `${name.padEnd(26)} ${JSON.stringify(piece).padEnd(34)} ${ms.toFixed(1).padStart(8)} ms/MB  x${growth.toFixed(1)}\n`,
    )
    .join(''),
);
