import { attribute, event, metric, ref, span } from './define.ts';
import { errorCategory } from './error.ts';
import { operation, playId } from './operation.ts';
import { errorMessage, errorType, processPid, sessionId } from './upstream.ts';

/**
 * How a play ended. Failure before the start, leaving before the start and failure after it are apart, as the quality
 * figures of players need them (CTA-2066, Mux, Conviva).
 */
export const PLAY_OUTCOMES = [
  'success',
  'failure',
  'start_failure',
  'exit_before_start',
  'interrupted',
] as const;

export type PlayOutcome = (typeof PLAY_OUTCOMES)[number];

/** What ended a play. `stopped`: on purpose, so that the silence after it is no dead air. */
export const PLAY_END_REASONS = [
  'finished',
  'skipped',
  'stopped',
  'replaced',
  'offline',
  'error',
  'interrupted',
  'abandoned',
] as const;

export type PlayEndReason = (typeof PLAY_END_REASONS)[number];

export const playStation = attribute({
  name: 'media.play.station',
  type: 'string',
  brief:
    'Station that plays; `none` for a play of no station, `other` on metrics beyond the first 100 stations.',
  privacy: 'safe',
  examples: ['main'],
  maxCardinality: 102,
});

export const playArtist = attribute({
  name: 'media.play.artist',
  type: 'string',
  brief: 'Artist of what is played.',
  privacy: 'content',
  contentKind: 'titles',
});

export const playTitle = attribute({
  name: 'media.play.title',
  type: 'string',
  brief: 'Title of what is played.',
  privacy: 'content',
  contentKind: 'titles',
});

export const playAlbum = attribute({
  name: 'media.play.album',
  type: 'string',
  brief: 'Album of what is played.',
  privacy: 'content',
  contentKind: 'titles',
});

export const playTrackKey = attribute({
  name: 'media.play.track_key',
  type: 'string',
  brief:
    'Artist and title in one normal form, `artist - title`: the same for every play of a track. Hashed like a title, by default.',
  privacy: 'content',
  contentKind: 'titles',
});

export const playSongId = attribute({
  name: 'media.play.song_id',
  type: 'string',
  brief: 'Id of the song where it comes from, such as AzuraCast (there a plain hash of artist and title).',
  privacy: 'content',
  contentKind: 'titles',
});

export const playFileName = attribute({
  name: 'media.play.file_name',
  type: 'string',
  brief: 'Base name of the file, or loop, that is played.',
  privacy: 'content',
  contentKind: 'fileNames',
});

export const playMetadata = attribute({
  name: 'media.play.metadata',
  type: 'string',
  brief: 'What else the application said of the play, as JSON, redacted.',
  privacy: 'truncate',
  truncation: 'length',
});

export const playExpectedSeconds = attribute({
  name: 'media.play.expected_duration',
  type: 'double',
  unit: 's',
  brief: 'How long it should play.',
  privacy: 'safe',
});

export const playDurationSeconds = attribute({
  name: 'media.play.duration',
  type: 'double',
  unit: 's',
  brief: 'How long it played, from its start to its end, stalls included; 0 if it never started.',
  privacy: 'safe',
});

export const playCompletionRatio = attribute({
  name: 'media.play.completion',
  type: 'double',
  unit: '1',
  brief: 'Time played, without stalls, as a share of the time expected.',
  privacy: 'safe',
});

export const playGapSeconds = attribute({
  name: 'media.play.gap',
  type: 'double',
  unit: 's',
  brief: 'Silence of the station before this play started.',
  privacy: 'safe',
});

export const playStartupSeconds = attribute({
  name: 'media.play.startup_duration',
  type: 'double',
  unit: 's',
  brief: 'Time from the attempt to the start.',
  privacy: 'safe',
});

export const playStallCount = attribute({
  name: 'media.play.stall_count',
  type: 'int',
  brief: 'Stalls while it played.',
  privacy: 'safe',
});

export const playStallSeconds = attribute({
  name: 'media.play.stall_duration',
  type: 'double',
  unit: 's',
  brief: 'Time stalled, all stalls together.',
  privacy: 'safe',
});

export const playBitrate = attribute({
  name: 'media.play.bitrate',
  type: 'double',
  unit: 'bit/s',
  brief: 'Encoded bitrate, as the player said last.',
  privacy: 'safe',
});

export const playBufferSeconds = attribute({
  name: 'media.play.buffer_length',
  type: 'double',
  unit: 's',
  brief: 'Media in the buffer of the player, as it said last.',
  privacy: 'safe',
});

export const playErrorCount = attribute({
  name: 'media.play.error_count',
  type: 'int',
  brief: 'Errors during the play.',
  privacy: 'safe',
});

export const playHasErrors = attribute({
  name: 'media.play.has_errors',
  type: 'boolean',
  brief: 'Whether there was any error, also one that the play recovered from.',
  privacy: 'safe',
});

export const playOutcome = attribute({
  name: 'media.play.outcome',
  type: 'string',
  brief: 'How the play ended.',
  privacy: 'safe',
  members: PLAY_OUTCOMES,
  maxCardinality: PLAY_OUTCOMES.length,
});

export const playEndReason = attribute({
  name: 'media.play.end_reason',
  type: 'string',
  brief: 'What ended the play.',
  privacy: 'safe',
  members: PLAY_END_REASONS,
});

export const playRecovered = attribute({
  name: 'media.play.recovered',
  type: 'boolean',
  brief:
    'Set where a process reports what an earlier one left open. The end is then when the play was last seen.',
  privacy: 'safe',
});

const described = [
  ref(playId, 'recommended'),
  ref(playStation, 'required'),
  ref(playArtist, 'recommended'),
  ref(playTitle, 'recommended'),
  ref(playAlbum, 'recommended'),
  ref(playTrackKey, 'recommended'),
  ref(playSongId, 'recommended'),
  ref(playFileName, 'recommended'),
  ref(playExpectedSeconds, 'recommended'),
  ref(playMetadata, 'recommended'),
  ref(processPid, 'recommended'),
  ref(sessionId, 'recommended'),
] as const;

const begun = [ref(playGapSeconds, 'recommended'), ref(playStartupSeconds, 'recommended')] as const;

const ended = [
  ref(playOutcome, 'recommended'),
  ref(playEndReason, 'recommended'),
  ref(playCompletionRatio, 'recommended'),
  ref(playHasErrors, 'recommended'),
  ref(playErrorCount, 'recommended'),
  ref(playStallCount, 'recommended'),
  ref(playStallSeconds, 'recommended'),
  ref(playBitrate, 'recommended'),
  ref(playBufferSeconds, 'recommended'),
  ref(playRecovered, 'conditional'),
  ref(errorType, 'conditional'),
  ref(errorCategory, 'conditional'),
  ref(errorMessage, 'conditional'),
] as const;

export const playSpan = span({
  name: 'media.play',
  kind: 'internal',
  brief: 'One track, show or film that was played, from the attempt to its end.',
  attributes: [
    ...described,
    ...begun,
    ...ended,
    ref(playDurationSeconds, 'recommended'),
    ref(operation, 'recommended'),
  ],
});

export const playAttempted = event({
  name: 'media.play.attempted',
  brief:
    'Something is to be played that does not play yet. Only where the application tells the start by itself.',
  attributes: described,
});

export const playStarted = event({
  name: 'media.play.started',
  brief:
    'A play started. Leaves at once, so that a play whose process dies is still known. At WARN after dead air.',
  attributes: [...described, ...begun],
});

export const playEnded = event({
  name: 'media.play.ended',
  brief: 'A play ended.',
  attributes: [...described, ...begun, ...ended, ref(playDurationSeconds, 'required')],
});

const byStation = [ref(playStation, 'required')] as const;

export const playAttempts = metric({
  name: 'media.play.attempts',
  instrument: 'counter',
  unit: '{play}',
  brief: 'Plays that were begun.',
  attributes: byStation,
});

export const plays = metric({
  name: 'media.plays',
  instrument: 'counter',
  unit: '{play}',
  brief: 'Plays that ended. Those with errors as a share of all are the error rate.',
  attributes: [
    ref(playStation, 'required'),
    ref(playOutcome, 'required'),
    ref(playHasErrors, 'required'),
    ref(errorType, 'conditional'),
  ],
});

export const playActive = metric({
  name: 'media.play.active',
  instrument: 'up_down_counter',
  unit: '{play}',
  brief: 'Plays running now.',
  attributes: byStation,
});

export const playTime = metric({
  name: 'media.play.time',
  instrument: 'counter',
  unit: 's',
  brief:
    'Time played, without stalls. It grows while something plays: its increase over the time gone by is the uptime.',
  attributes: byStation,
});

export const playDuration = metric({
  name: 'media.play.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long plays took, from their start to their end.',
  buckets: [1, 10, 30, 60, 120, 180, 240, 300, 420, 600, 1200, 3600, 7200, 14400],
  attributes: [ref(playStation, 'required'), ref(playOutcome, 'required')],
});

export const playCompletion = metric({
  name: 'media.play.completion',
  instrument: 'histogram',
  unit: '1',
  brief: 'Time played as a share of the time expected, where that is known.',
  buckets: [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.01, 1.05, 1.25, 2],
  attributes: byStation,
});

export const playGap = metric({
  name: 'media.play.gap.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'Silence of a station between one play and the next: dead air.',
  buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
  attributes: byStation,
});

export const playSilence = metric({
  name: 'media.play.silence',
  instrument: 'gauge',
  unit: 's',
  brief:
    'How long a station has played nothing, at the time of export; 0 while it plays, or is stopped on purpose.',
  attributes: byStation,
});

export const playOverrun = metric({
  name: 'media.play.overrun',
  instrument: 'gauge',
  unit: 's',
  brief:
    'How long the running play has gone on beyond what was expected, at the time of export. It grows when nobody tells of track changes any more.',
  attributes: byStation,
});

export const playStartup = metric({
  name: 'media.play.startup.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'Time from the attempt to the start, where it is known.',
  buckets: [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 60],
  attributes: byStation,
});

export const playStall = metric({
  name: 'media.play.stall.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long stalls took. Their sum beside the time played is the rebuffering ratio.',
  buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
  attributes: byStation,
});

export const playErrors = metric({
  name: 'media.play.errors',
  instrument: 'counter',
  unit: '{error}',
  brief: 'Errors during plays.',
  attributes: [ref(playStation, 'required'), ref(errorType, 'required'), ref(errorCategory, 'required')],
});
