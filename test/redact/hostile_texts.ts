import type { Detector } from '../../src/redact/detectors/detector.ts';
import { DETECTOR_SAMPLES } from './detector_samples.ts';
import { HOSTILE, hostileTo, repeated } from './hostile_pieces.ts';

/** A text that may keep an expression busy: how it begins, and what comes over and over. */
export interface HostileText {
  readonly head: string;
  readonly piece: string;
}

// What an expression may go on reading, to no end.
const GOES_ON = [
  ...['a', 'a ', 'a.', 'a:', 'a_', '@a', 'A', '1', '-', '_', ' ', '\t', '\\t', ':', '=', '"', ',', '/'],
  ...['%', '%3a', '%40', '+', '`a', "'a", '\\"a'],
];
const SEPARATORS = ['', ',', ' ', '+', '%20', '=', '"'];

const SOUGHT_LENGTH = 4000;

/** A hostile text of a length. */
export function textOf({ head, piece }: HostileText, length: number): string {
  return head + repeated(piece, length - head.length);
}

// As long as V8 takes a text to be worth machine code. It asks the middle of the text an expression is first used on for
// letters that are frequent, and skips by those that are not: so it is an ordinary text, as in life.
const ORDINARY = (
  '[info] Downloading item 3 of 12: https://cdn.example.com/audio/track-0042.m4a "Evening show" (128 kbps) ' +
  'started_at=2026-11-21T20:14:09Z level=warn msg=\'retry 2 after 503 Service Unavailable\' {"station":"one","size":48211} '
).repeat(8);

/** An expression that finds all that a detector does, compiled as in a process that has seen texts. */
export function expressionOf({ source, inProcess = source, caseMatters }: Detector): RegExp {
  const expression = new RegExp(inProcess, caseMatters ? 'g' : 'gi');
  for (let run = 0; run < 3; run += 1) ORDINARY.replace(expression, '');
  return expression;
}

/**
 * The texts that a detector takes longest for: of pieces that keep any expression busy, of the words it needs, and of
 * every beginning of what it finds, over and over or with more behind it that does not end it. The worst of them are then
 * joined with each other, made longer and shorter, and the worst of these again.
 *
 * @param rounds how often the worst are changed
 */
export function worstTexts(detector: Detector, count: number, rounds = 1): HostileText[] {
  const expression = expressionOf(detector);
  const tried = new Map<string, Tried>();
  const attempt = (texts: readonly HostileText[]) => {
    for (const text of texts) {
      const key = `${text.head}\0${text.piece}`;
      if (text.piece.length > LONGEST_PIECE || tried.has(key)) continue;
      tried.set(key, { text, ms: msOf(expression, textOf(text, SOUGHT_LENGTH)) });
    }
    return [...tried.values()].toSorted((one, other) => other.ms - one.ms).map(({ text }) => text);
  };
  let worst = attempt(candidates(detector));
  for (let round = 0; round < rounds; round += 1) worst = attempt(changed(worst.slice(0, CHANGED)));
  return worst.slice(0, count);
}

interface Tried {
  readonly text: HostileText;
  readonly ms: number;
}

const CHANGED = 6;
const LONGEST_PIECE = 400;

// As many as a bound on what is repeated may let through, and one that lets no more through.
const TIMES = [8, 60];

function changed(texts: readonly HostileText[]): HostileText[] {
  return texts.flatMap(({ head, piece }) => [
    ...texts.map((other) => ({ head, piece: piece + other.piece })),
    ...texts.map((other) => ({ head: other.head, piece: other.head + piece })),
    ...GOES_ON.flatMap((more) => [
      { head, piece: piece + more },
      { head, piece: more + piece },
    ]),
    ...GOES_ON.flatMap((more) => TIMES.map((times) => ({ head, piece: piece + more.repeat(times) }))),
    ...Array.from(piece, (_, at) => ({ head, piece: piece.slice(0, at) + piece.slice(at + 1) })).filter(
      (shorter) => shorter.piece !== '',
    ),
    { head: '', piece: head + piece },
  ]);
}

function candidates(detector: Detector): HostileText[] {
  const [sample = ''] = DETECTOR_SAMPLES[detector.name] ?? [];
  const from = sample.slice(Math.max(0, sample.search(expressionOf(detector))));
  const beginnings = Array.from(from, (_, at) => from.slice(0, at + 1));
  const words = detector.needs.slice(0, 6).flatMap((need) => SEPARATORS.map((separator) => need + separator));
  return [
    ...[...HOSTILE, ...hostileTo(detector), ...words].map((piece) => ({ head: '', piece })),
    ...beginnings.flatMap((begin) => SEPARATORS.map((separator) => ({ head: '', piece: begin + separator }))),
    ...beginnings.flatMap((head) => GOES_ON.map((piece) => ({ head, piece }))),
  ];
}

// The quicker of two: what else the machine did is in the other.
function msOf(expression: RegExp, text: string): number {
  const once = () => {
    const started = performance.now();
    text.replace(expression, '');
    return performance.now() - started;
  };
  return Math.min(once(), once());
}
