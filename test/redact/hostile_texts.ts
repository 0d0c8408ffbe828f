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

/** An expression that finds all that a detector does. */
export function expressionOf({ source, caseMatters }: Detector): RegExp {
  return new RegExp(source, caseMatters ? 'g' : 'gi');
}

/**
 * The texts that a detector takes longest for: of pieces that keep any expression busy, of the words it needs, and of
 * every beginning of what it finds, over and over or with more behind it that does not end it.
 */
export function worstTexts(detector: Detector, count: number): HostileText[] {
  const expression = expressionOf(detector);
  return candidates(detector)
    .map((text) => ({ text, ms: msOf(expression, textOf(text, SOUGHT_LENGTH)) }))
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, count)
    .map(({ text }) => text);
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

function msOf(expression: RegExp, text: string): number {
  const started = performance.now();
  text.replace(expression, '');
  return performance.now() - started;
}
