import { context, SeverityNumber, trace } from '@opentelemetry/api';
import { play } from '../../src/media/play/play.ts';
import { trackKey } from '../../src/media/play/track_key.ts';
import {
  playActive,
  playAttempts,
  playCompletion,
  playDuration,
  playGap,
  plays,
} from '../../src/registry/play.ts';
import type { Comparison } from './comparison.ts';
import { handTools } from './plain_sdk.ts';

const TRACK = {
  station: 'main',
  artist: 'An Artist',
  title: 'A Title',
  album: 'An Album',
  songId: '9f33bbc912c19603e51be8e0987d076b',
  expectedDuration: 431,
};

/** A change of tracks, one play's start and end together, beside the same signals made by hand. */
export function playComparison(): Comparison {
  return { name: 'play, start and end', bound: 1.3, helper: () => play(TRACK).end(), baseline: playByHand() };
}

function playByHand(): () => void {
  const { tracer, logger, meter } = handTools();
  const active = meter.createUpDownCounter(playActive.name);
  const attempts = meter.createCounter(playAttempts.name);
  const ended = meter.createCounter(plays.name);
  const histogram = (of: { readonly name: string; readonly buckets: readonly number[] }) =>
    meter.createHistogram(of.name, { advice: { explicitBucketBoundaries: [...of.buckets] } });
  const duration = histogram(playDuration);
  const completion = histogram(playCompletion);
  const gap = histogram(playGap);
  const byStation = { 'media.play.station': TRACK.station };
  let silentSince = performance.now();

  return () => {
    const started = performance.now();
    const parent = context.active();
    const described = {
      ...byStation,
      'session.id': undefined,
      'media.play.artist': TRACK.artist,
      'media.play.title': TRACK.title,
      'media.play.album': TRACK.album,
      'media.play.song_id': TRACK.songId,
      'media.play.expected_duration': TRACK.expectedDuration,
      'media.play.track_key': trackKey(TRACK.artist, TRACK.title),
    };
    const span = tracer.startSpan(
      'media.play',
      { attributes: { ...described, 'media.operation': 'play' } },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    active.add(1, byStation);
    attempts.add(1, byStation);
    const silence = (started - silentSince) / 1000;
    gap.record(silence, byStation);
    logger.emit({
      eventName: 'media.play.started',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'play started',
      attributes: { ...described, 'media.play.gap': silence },
      context: inside,
    });
    silentSince = performance.now();
    const seconds = (silentSince - started) / 1000;
    const counted = { ...byStation, 'media.play.outcome': 'success' };
    active.add(-1, byStation);
    ended.add(1, { ...counted, 'media.play.has_errors': false });
    duration.record(seconds, counted);
    completion.record(seconds / TRACK.expectedDuration, byStation);
    const result = {
      'media.play.gap': silence,
      'media.play.outcome': 'success',
      'media.play.end_reason': 'finished',
      'media.play.duration': seconds,
      'media.play.completion': seconds / TRACK.expectedDuration,
      'media.play.has_errors': false,
      'media.play.error_count': 0,
      'media.play.stall_count': 0,
      'media.play.stall_duration': 0,
    };
    logger.emit({
      eventName: 'media.play.ended',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'play ended: success',
      attributes: { ...described, ...result },
      context: inside,
    });
    span.setAttributes(result);
    span.end();
  };
}
