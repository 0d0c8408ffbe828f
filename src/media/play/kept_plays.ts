import { MAX_TEXT_LENGTH } from '../../registry/define.ts';
import type { DescribedPlay } from './details.ts';
import { MAX_KEPT } from './journal_file.ts';
import type { PlayWriter } from './journal_writer.ts';

/** A play that was read from the file of another process: looked through, since anything may be in a file. */
export interface ReadPlay {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly beganMs: number;
  readonly described: DescribedPlay;
}

/** What was read from such a file. */
export interface KeptFile {
  readonly writer: PlayWriter;
  readonly updatedMs: number;
  readonly plays: readonly ReadPlay[];
}

const TEXTS = [
  'media.play.artist',
  'media.play.title',
  'media.play.id',
  'media.play.album',
  'media.play.track_key',
  'media.play.song_id',
  'media.play.file_name',
  'media.play.metadata',
  'session.id',
] as const;

const NUMBERS = ['media.play.expected_duration', 'process.pid'] as const;

/**
 * Reads the text of a file that a process kept its open plays in.
 *
 * @throws {Error} if it is none
 */
export function parseKeptPlays(text: string): KeptFile {
  const { version, writer, updatedMs, plays } = object(JSON.parse(text));
  const { pid, place, started } = object(writer);
  const known = version === 1 && Array.isArray(plays) && typeof place === 'string' && isTime(updatedMs);
  if (!known || !Number.isInteger(pid)) throw new TypeError('not a file of plays');
  return {
    writer: { pid: pid as number, place, ...(typeof started === 'string' && { started }) },
    updatedMs: Math.min(updatedMs, Date.now()),
    plays: plays.slice(0, MAX_KEPT).flatMap(readPlay),
  };
}

function readPlay(value: unknown): ReadPlay[] {
  const { traceId, spanId, traceFlags, beganMs, attributes } = object(value);
  const given = object(attributes);
  const station = given['media.play.station'];
  const known = isId(traceId, 32) && isId(spanId, 16) && isTime(beganMs) && typeof station === 'string';
  if (!known) return [];
  const described: DescribedPlay = { 'media.play.station': station.slice(0, 100) };
  for (const name of TEXTS) {
    const text = given[name];
    if (typeof text === 'string') described[name] = text.slice(0, MAX_TEXT_LENGTH);
  }
  for (const name of NUMBERS) {
    const number = given[name];
    if (typeof number === 'number' && number > 0) described[name] = number;
  }
  return [{ traceId, spanId, traceFlags: traceFlags === 0 ? 0 : 1, beganMs, described }];
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isId(value: unknown, length: number): value is string {
  return (
    typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value) && !/^0+$/.test(value)
  );
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 8.64e15;
}
