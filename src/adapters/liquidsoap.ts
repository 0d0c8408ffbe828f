import type { PlayOptions } from '../media/play/options.ts';
import type { StationsOnAir } from './on_air.ts';
import { fields, known, numberOf, secondsOf, textOf } from './payload.ts';
import { type StationWebhook, stationWebhook } from './station_webhook.ts';
import type { Taken, WebhookOptions } from './webhook.ts';

/** Turns what a Liquidsoap script posts into plays. */
export type LiquidsoapWebhook = StationWebhook;

interface Track {
  /** Artist, title and file: metadata that are sent again for the same track have the same. */
  readonly id: string;
  /** When Liquidsoap called, by its clock. */
  readonly at: number | undefined;
  /** Whether it was told as a track, and not by its metadata only. */
  told: boolean;
}

const EVENTS = ['track', 'metadata', 'end'];

/**
 * Makes a handler for the posts of the script in docs/liquidsoap.md:
 * `{"station": "main", "event": "track", "at": 1732176000.5, "metadata": {"artist": "…", "title": "…"}}`.
 *
 * - `track`: a track begins, also the same one over again
 * - `metadata`: what plays is called so; if nothing of that name plays yet, it begins (live sources tell no tracks)
 * - `end`: nothing plays any more
 *
 * @param options what a sender must know, and the largest body that is taken
 * @throws {OtelMediaError} `OTEL_MEDIA_OPTION_INVALID` where an option makes no sense
 */
export function liquidsoapWebhook(options: WebhookOptions = {}): LiquidsoapWebhook {
  return stationWebhook<Track>(options, 'reading a post of Liquidsoap', takePost);
}

function takePost(payload: unknown, onAir: StationsOnAir<Track>): Taken {
  const post = fields(payload);
  const event = textOf(post.event) ?? 'track';
  const metadata = metadataOf(post.metadata);
  if (!EVENTS.includes(event) || (event !== 'end' && metadata === undefined)) return 'invalid';
  const station = textOf(post.station) ?? 'default';
  if (!onAir.hasRoomFor(station)) return 'ignored';
  const at = numberOf(post.at);
  const current = onAir.of(station);
  // Liquidsoap calls in parallel, so that one call may overtake another.
  if (at !== undefined && current?.key.at !== undefined && at < current.key.at) return 'taken';
  if (event === 'end' || metadata === undefined) {
    onAir.end(station, 'offline');
    return 'taken';
  }
  const { artist, title, filename } = metadata;
  const id = JSON.stringify([artist, title, filename]);
  const isTrack = event === 'track';
  // A track begins with both calls, in either order: whichever comes second is about the one that plays. Told as a track
  // twice, it plays again.
  if (current?.key.id === id && !(isTrack && current.key.told)) {
    current.key.told ||= isTrack;
    current.play.update(trackDetails(metadata, post));
  } else {
    onAir.begin(station, { id, at, told: isTrack }, trackDetails(metadata, post));
  }
  return 'taken';
}

/** Metadata as an object, or as the list of pairs that they are in Liquidsoap. */
function metadataOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null ? fields(value) : undefined;
  const pairs = value.slice(0, 100).filter((one) => Array.isArray(one) && typeof one[0] === 'string');
  return Object.fromEntries(pairs as [string, unknown][]);
}

function trackDetails(
  metadata: Readonly<Record<string, unknown>>,
  post: Readonly<Record<string, unknown>>,
): PlayOptions {
  const more = known({
    source: textOf(metadata.source) ?? textOf(post.source),
    genre: textOf(metadata.genre),
  });
  return known({
    artist: textOf(metadata.artist),
    title: textOf(metadata.title) ?? textOf(metadata.song),
    album: textOf(metadata.album),
    file: textOf(metadata.filename) ?? textOf(metadata.initial_uri),
    expectedDuration: secondsOf(post.duration) ?? secondsOf(metadata.duration),
    metadata: Object.keys(more).length > 0 ? more : undefined,
  });
}
