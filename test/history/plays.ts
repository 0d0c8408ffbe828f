import { type Life, SECOND } from './lives.ts';
import { hex, type Random } from './random.ts';
import type { Play } from './things.ts';

type Station = 'main' | 'second';

/** A time without any traffic. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

const POPULAR = 50;
const POPULAR_SHARE = 0.2;

/** Gives every play its track: a few that come again and again, and one of its own for each of the others. */
export class Tracks {
  #fresh = 0;

  next(random: Random): string {
    if (!random.chance(POPULAR_SHARE)) return `hmac:${hex(POPULAR + this.#fresh++)}`;
    // The lower of two: so that some are more popular than others.
    return `hmac:${hex(Math.min(random.between(0, POPULAR - 1), random.between(0, POPULAR - 1)))}`;
  }
}

/**
 * What a station played, one thing after another, on one instance. A run that ends cuts off what it plays; of one that was
 * killed the next run tells.
 *
 * @param lives of the instance, in order
 */
export function playsOf(
  station: Station,
  lives: readonly Life[],
  pause: Pause,
  tracks: Tracks,
  random: Random,
): Play[] {
  const plays: Play[] = [];
  lives.forEach((life, index) => {
    let at = life.from + 2 * SECOND;
    let gapSeconds: number | undefined;
    while (at < life.to) {
      if (at >= pause.from && at < pause.to) {
        at = pause.to;
        gapSeconds = undefined;
      }
      const play = playFrom(at, { station, life, next: lives[index + 1], pause, gapSeconds, tracks, random });
      plays.push({ ...play, id: `${station}-${plays.length}` });
      gapSeconds = silence(random);
      at = play.endedAt + gapSeconds * SECOND;
    }
  });
  return plays;
}

interface Circumstances {
  readonly station: Station;
  readonly life: Life;
  readonly next: Life | undefined;
  readonly pause: Pause;
  readonly gapSeconds: number | undefined;
  readonly tracks: Tracks;
  readonly random: Random;
}

function playFrom(startedAt: number, circumstances: Circumstances): Omit<Play, 'id'> {
  const { station, life, next, pause, gapSeconds, tracks, random } = circumstances;
  const expectedSeconds = random.between(150, 950);
  const full = startedAt + expectedSeconds * SECOND;
  const errorCount = random.chance(0.04) ? random.between(1, 3) : 0;
  const failed = errorCount > 1;
  const until = failed ? startedAt + Math.floor(expectedSeconds / 3) * SECOND : full;
  const common = {
    ...{
      station,
      startedAt,
      startedBy: life,
      gapSeconds,
      expectedSeconds,
      errorCount,
      track: tracks.next(random),
    },
    recovered: false,
  };
  if (startedAt < pause.from && until > pause.from) {
    const endedAt = pause.from;
    return { ...common, endedAt, toldAt: endedAt, toldBy: life, outcome: 'success', endReason: 'stopped' };
  }
  if (until < life.to) {
    const how = failed
      ? ({ outcome: 'failure', endReason: 'error' } as const)
      : ({ outcome: 'success', endReason: 'finished' } as const);
    return { ...common, ...how, endedAt: until, toldAt: until, toldBy: life };
  }
  // Just before the end, so that the last export has it.
  const endedAt = life.to - 1;
  const cut = { ...common, endedAt, outcome: 'interrupted', endReason: 'interrupted' } as const;
  if (!life.killed || next === undefined) return { ...cut, toldAt: endedAt, toldBy: life };
  return { ...cut, recovered: true, toldAt: next.from + SECOND, toldBy: next };
}

function silence(random: Random): number {
  if (random.chance(0.02)) return random.between(20, 400);
  return random.chance(0.3) ? random.between(1, 8) : 0.05;
}
