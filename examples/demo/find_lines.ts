import { type LogLine, lokiLines } from './stores.ts';
import type { Terminal } from './terminal.ts';
import { cut, duration } from './text.ts';
import { waitFor } from './wait_for.ts';
import { because, DEADLINE_MS, type Wanted } from './wanted.ts';

/** Looks for the lines of the failed trace in Loki, and shows them. Returns what was not found. */
export async function findLines(wanted: Wanted, terminal: Terminal): Promise<string[]> {
  const { stores, service, tally, signal } = wanted;
  const missingIn = (lines: readonly LogLine[]) =>
    EVENTS.filter((event) => !lines.some(({ labels }) => labels.event_name === event));
  terminal.progress('asking Loki for the lines of the trace', true);
  const {
    answer = [],
    error,
    ms,
  } = await waitFor(
    () => lokiLines(stores, service, tally.failedTrace ?? ''),
    (lines) => missingIn(lines).length === 0,
    DEADLINE_MS,
    signal,
  );
  terminal.say(`Loki, {service_name="${service}"} | trace_id="…", after ${duration(ms)}:`);
  terminal.show(['', ...answer.map((line) => logLine(line, terminal)), '']);
  return missingIn(answer).map((event) => `in Loki: a line of the trace for ${event}${because(error)}`);
}

const EVENTS = [
  'media.session.started',
  'media.download.attempt.started',
  'media.download.attempt.ended',
  'media.session.ended',
];

function logLine({ at, text, labels }: LogLine, { colours, width }: Terminal): string {
  const level = (labels.level ?? '').toUpperCase().padEnd(5);
  const start = `${at.toISOString().slice(11, 23)} ${level} ${text}`;
  const message = labels.error_message ?? '';
  const line = cut(message ? `${start}: ${message}` : start, width);
  const rest = line.slice(TIME_WIDTH + level.length + 2);
  return `${colours.dim(line.slice(0, TIME_WIDTH))} ${labels.level === 'error' ? colours.bad(level) : level} ${rest}`;
}

const TIME_WIDTH = 12;
