import type { PlayOptions } from '../media/play/options.ts';
import type { StationsOnAir } from './on_air.ts';
import { fields, known, numberOf, secondsOf, textOf } from './payload.ts';
import { type StationWebhook, stationWebhook } from './station_webhook.ts';
import type { Taken, WebhookOptions } from './webhook.ts';

/** Turns AzuraCast's now-playing data into plays. */
export type AzuracastWebhook = StationWebhook;

// One entry in AzuraCast's song history is one play: it has the same number however often it is told of.
interface Entry {
  readonly id: string;
  readonly historyId: number | undefined;
  readonly playedAt: number | undefined;
}

/**
 * Makes a handler for AzuraCast's "Generic Web Hook", triggered by song changes and by the station going on and off line:
 * each sends the station's now-playing data. Another entry in the song history is another play, which ends the one
 * before; a station that is off line plays nothing. Told of the same entry again, it goes on.
 *
 * Where a song has a custom field `traceparent`, its plays are linked to the trace that made its file.
 *
 * ```ts
 * const hook = azuracastWebhook({ secret: process.env.AZURACAST_SECRET });
 * createServer((request, response) => void hook.node(request, response)).listen(8090);
 * ```
 *
 * @param options what a sender must know, and the largest body that is taken
 * @throws {OtelMediaError} `OTEL_MEDIA_OPTION_INVALID` where an option makes no sense
 */
export function azuracastWebhook(options: WebhookOptions = {}): AzuracastWebhook {
  return stationWebhook<Entry>(options, 'reading now-playing data of AzuraCast', takeNowPlaying);
}

function takeNowPlaying(payload: unknown, onAir: StationsOnAir<Entry>): Taken {
  const data = fields(payload);
  const described = fields(data.station);
  const station = textOf(described.shortcode) ?? textOf(described.name) ?? textOf(described.id);
  if (station === undefined) return 'invalid';
  if (!onAir.hasRoomFor(station)) return 'ignored';
  // Older versions do not say whether it is on line.
  if (data.is_online === false) {
    onAir.end(station, 'offline');
    return 'taken';
  }
  const now = fields(data.now_playing);
  const song = fields(now.song);
  const entry = entryOf(now, song);
  if (entry === undefined) {
    onAir.end(station, 'finished');
    return 'taken';
  }
  const current = onAir.of(station);
  if (current !== undefined && isOlder(entry, current.key)) return 'taken';
  if (current?.key.id === entry.id) {
    current.play.update(songDetails(song, now, data));
    return 'taken';
  }
  // Whoever comes in the middle of the first song knows how long it had been playing; of later ones we saw the start.
  const elapsed = onAir.knows(station) ? undefined : secondsOf(now.elapsed);
  onAir.begin(station, entry, { ...songDetails(song, now, data), ...(elapsed !== undefined && { elapsed }) });
  return 'taken';
}

function entryOf(
  now: Readonly<Record<string, unknown>>,
  song: Readonly<Record<string, unknown>>,
): Entry | undefined {
  const songId = textOf(song.id) ?? textOf(song.text) ?? textOf(song.title);
  const historyId = numberOf(now.sh_id);
  const playedAt = numberOf(now.played_at);
  if (historyId === undefined && songId === undefined) return undefined;
  return { id: historyId === undefined ? `${songId} ${playedAt}` : String(historyId), historyId, playedAt };
}

// Webhooks are sent from a queue, so that one may overtake another. An id alone does not tell: a restored database
// counts from an earlier one on.
function isOlder(one: Entry, other: Entry): boolean {
  const before = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && a < b;
  return before(one.historyId, other.historyId) && before(one.playedAt, other.playedAt);
}

function songDetails(
  song: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>>,
): PlayOptions {
  const metadata = known({
    playlist: textOf(now.playlist),
    request: now.is_request === true ? true : undefined,
    live: fields(data.live).is_live === true ? true : undefined,
    listeners: numberOf(fields(data.listeners).current),
  });
  return known({
    artist: textOf(song.artist),
    title: textOf(song.title) ?? textOf(song.text),
    album: textOf(song.album),
    songId: textOf(song.id),
    expectedDuration: secondsOf(now.duration),
    // A custom field of AzuraCast's, for whoever uploads what was downloaded.
    madeBy: textOf(fields(song.custom_fields).traceparent),
    metadata: Object.keys(metadata).length > 0 ? metadata : undefined,
  });
}
