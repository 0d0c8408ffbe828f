import { DAY, HOUR, type Life, SECOND } from '../../history/lives.ts';
import { collectorUntil } from '../../history/pipeline.ts';
import { hex, type Random, random } from '../../history/random.ts';
import type { History, Play } from '../../history/things.ts';

const STATIONS = 8;
const TRACKS = 60_000;
const DAYS = 90;
// Each station's process is begun anew now and then, with an id that it did not have before.
const LIFE_DAYS = 30;

/**
 * So many plays over ninety days, of eight stations on a process of their own each: the same at each call but for the date.
 *
 * @param end midnight, in milliseconds since 1970
 */
export function playsUntil(end: number, count: number): History {
  const stations = Array.from({ length: STATIONS }, (_, index) => station(index, end, count / STATIONS));
  const plays = stations.flatMap(({ plays: some }) => some);
  return {
    end,
    lives: stations.flatMap(({ lives }) => lives),
    plays: plays.sort((one, other) => one.startedAt - other.startedAt),
    ...{ sessions: [], downloads: [], stages: [], jobs: [], errors: [], resolutions: [], unsure: [] },
    ...{ cookieFiles: [], cookieResults: [], cookieChecks: [] },
    ...{ collector: collectorUntil(end), exported: [], inCollector: [], masked: [] },
  };
}

function station(index: number, end: number, count: number): { lives: Life[]; plays: Play[] } {
  const name = `station-${index + 1}`;
  const start = end - DAYS * DAY;
  const lives = Array.from({ length: DAYS / LIFE_DAYS }, (_, nth): Life => {
    const from = start + nth * LIFE_DAYS * DAY + index * HOUR;
    return { instance: 'b', id: `${name}-${nth + 1}`, from, to: from + LIFE_DAYS * DAY, killed: false };
  });
  const seeded = random(index + 1);
  const distance = (DAYS * DAY - index * HOUR) / count;
  const plays = Array.from({ length: Math.floor(count) }, (_, nth) => {
    const startedAt = start + index * HOUR + Math.floor(nth * distance) + SECOND;
    const life = lives.findLast(({ from }) => from <= startedAt) ?? firstOf(lives);
    return play({ id: `${name}-${nth}`, station: name, startedAt, distance, life, random: seeded });
  });
  return { lives, plays: plays.filter(({ startedAt }) => startedAt < end) };
}

interface Occasion {
  readonly id: string;
  readonly station: string;
  readonly startedAt: number;
  readonly distance: number;
  readonly life: Life;
  readonly random: Random;
}

function play({ distance, life, random: seeded, startedAt, id, station: name }: Occasion): Play {
  const seconds = Math.max(1, Math.floor(distance / SECOND) - 2);
  const errorCount = seeded.chance(0.04) ? seeded.between(1, 3) : 0;
  const failed = errorCount > 1;
  const endedAt = Math.min(
    startedAt + (failed ? Math.ceil(seconds / 3) : seconds) * SECOND,
    Math.max(startedAt + 1, life.to - 1),
  );
  return {
    ...{ id, station: name, startedAt, startedBy: life, endedAt, toldAt: endedAt, toldBy: life },
    ...{ errorCount, expectedSeconds: seconds, recovered: false },
    // The lower of two: so that some are more popular than others.
    track: `hmac:${hex(Math.min(seeded.between(0, TRACKS - 1), seeded.between(0, TRACKS - 1)))}`,
    gapSeconds: seeded.chance(0.01) ? seeded.between(11, 40) : 2,
    outcome: failed ? 'failure' : 'success',
    endReason: failed ? 'error' : 'finished',
  };
}

function firstOf(lives: readonly Life[]): Life {
  const [first] = lives;
  if (first === undefined) throw new RangeError('a station has no process');
  return first;
}
