import { redactText } from '../../redact/text/text.ts';
import { MAX_TEXT_LENGTH } from '../../registry/define.ts';
import { contextJson } from '../context_json.ts';
import type { Cmcd } from './cmcd.ts';
import { trackKey } from './track_key.ts';

/** What is known of what is played; all of it may come, or change, while it plays. */
export interface PlayDetails {
  /** Artist; leaves as a keyed hash by default. */
  artist?: string;
  /** Title; leaves as a keyed hash by default. */
  title?: string;
  /** Album; leaves as a keyed hash by default. */
  album?: string;
  /** Id of the song where it comes from, such as AzuraCast; leaves as a keyed hash by default. */
  songId?: string;
  /** How long it should play, in seconds. */
  expectedDuration?: number;
  /** The file, or loop, that is played; only its base name leaves, as a keyed hash by default. */
  file?: string;
  /** Process id of the ffmpeg, or other program, that plays it. */
  pid?: number;
  /** Anything else; leaves as JSON, redacted and cut. */
  metadata?: Readonly<Record<string, unknown>>;
  /** What the player reported of itself: start-up time, stalls, bitrate, buffer, state. */
  cmcd?: Cmcd;
}

/** The attributes that describe a play, on each of its signals. */
export interface DescribedPlay {
  'media.play.id'?: string | undefined;
  'media.play.station': string;
  'media.play.artist'?: string | undefined;
  'media.play.title'?: string | undefined;
  'media.play.album'?: string | undefined;
  'media.play.track_key'?: string | undefined;
  'media.play.song_id'?: string | undefined;
  'media.play.file_name'?: string | undefined;
  'media.play.expected_duration'?: number | undefined;
  'media.play.metadata'?: string | undefined;
  'process.pid'?: number | undefined;
  'session.id'?: string | undefined;
}

/** What is known of a play once `details` are added to what was known `before`. What makes no sense is left out. */
export function describePlay(details: PlayDetails, before: DescribedPlay): DescribedPlay {
  const { artist, title, album, songId, expectedDuration, file, pid, metadata } = details;
  const described = { ...before };
  if (artist !== undefined) described['media.play.artist'] = text(artist);
  if (title !== undefined) described['media.play.title'] = text(title);
  if (album !== undefined) described['media.play.album'] = text(album);
  if (songId !== undefined) described['media.play.song_id'] = text(songId);
  if (file !== undefined) described['media.play.file_name'] = fileName(file);
  if (expectedDuration !== undefined && Number.isFinite(expectedDuration) && expectedDuration > 0) {
    described['media.play.expected_duration'] = Number(expectedDuration);
  }
  if (pid !== undefined && Number.isInteger(pid)) described['process.pid'] = pid;
  if (metadata !== undefined) {
    described['media.play.metadata'] = contextJson(metadata).slice(0, MAX_TEXT_LENGTH);
  }
  const knownTitle = described['media.play.title'];
  if (knownTitle !== undefined && (title !== undefined || artist !== undefined)) {
    described['media.play.track_key'] = trackKey(described['media.play.artist'], knownTitle);
  }
  return described;
}

// Applications without types hand over numbers, and worse.
function text(value: unknown): string | undefined {
  if (typeof value === 'string') return cutText(value, MAX_TEXT_LENGTH);
  return typeof value === 'number' ? String(value) : undefined;
}

/** A text cut to a length. One that is too long is redacted first: half a secret is not known as one. */
export function cutText(value: string, length: number): string {
  return value.length <= length ? value : redactText(value.slice(0, 4 * length)).slice(0, length);
}

function fileName(file: unknown): string | undefined {
  const path = text(file)?.replace(/[?#].*$/s, '');
  return path?.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
