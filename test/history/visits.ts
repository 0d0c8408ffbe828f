import { midnightOf } from './answers.ts';
import { DAY, type Life, lifeAt, SECOND } from './lives.ts';
import type { Pause } from './plays.ts';
import { hex, type Random } from './random.ts';
import type { Session } from './things.ts';

/** What begins with a midnight there must fall on the right day. The last one changes its clocks in spring and autumn. */
export const ZONES = ['utc', 'Asia/Kathmandu', 'America/St_Johns'] as const;

const PER_DAY = 255;
const NEW_SHARE = 0.92;
const AGENTS = ['Firefox', 'Chrome', 'curl'] as const;
const COUNTRIES = ['DE', 'FR', 'US', 'NP', undefined] as const;

/** The sessions of all days: visitors of a day have a hash that no other day has. */
export function sessionsBetween(
  start: number,
  end: number,
  lives: readonly Life[],
  pause: Pause,
  random: Random,
): Session[] {
  const sessions: Session[] = [];
  let visitors = 0;
  const add = (startedAt: number, endedAt: number, visitor: string) => {
    const life = lifeAt(lives, random.pick(['a', 'b']), startedAt);
    const paused = endedAt >= pause.from && startedAt < pause.to;
    if (life === undefined || paused || startedAt < start) return;
    const cut = endedAt >= life.to;
    // A run that is killed tells of nothing that it was about.
    if (cut && life.killed) return;
    const links = random.between(1, 6);
    const files = random.chance(0.85) ? links : random.between(0, links);
    const outcome = files === links ? 'success' : files === 0 ? 'failure' : 'partial';
    sessions.push({
      ...{ id: `session-${sessions.length}`, visitor, startedAt, links, files, toldBy: life },
      toldAt: cut ? life.to - 1 : endedAt,
      outcome: cut ? 'interrupted' : outcome,
      country: random.pick(COUNTRIES),
      agent: random.pick(AGENTS),
      bot: random.chance(0.03),
    });
  };
  const stranger = () => `hmac:${hex(visitors++)}`;
  for (let day = start; day < end; day += DAY) {
    const known: string[] = [];
    for (let count = 0; count < PER_DAY; count += 1) {
      const visitor =
        random.chance(NEW_SHARE) || known.length === 0
          ? stranger()
          : (known[random.between(0, known.length - 1)] ?? stranger());
      known.push(visitor);
      const startedAt = day + random.between(0, DAY - 1);
      add(startedAt, startedAt + random.between(5 * SECOND, 900 * SECOND), visitor);
    }
  }
  for (const edge of edges(start, end)) {
    add(edge - 10 * SECOND, edge - 1, stranger());
    add(edge - 10 * SECOND, edge, stranger());
    add(edge, edge + 1, stranger());
  }
  return sessions.filter(({ toldAt }) => toldAt <= end).sort((one, other) => one.toldAt - other.toldAt);
}

/** Midnights of some days in some time zones, and the edges of what is asked for. */
function edges(start: number, end: number): number[] {
  const midnights = [2, 20, 60].flatMap((days) => ZONES.map((zone) => midnightOf(end - days * DAY, zone)));
  return [...midnights, ...[1, 7, 30].map((days) => end - days * DAY), start + 10 * SECOND, end];
}
