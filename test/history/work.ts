import { DAY, HOUR, type Life, lifeAt, SECOND } from './lives.ts';
import type { Pause } from './plays.ts';
import { hex, type Random } from './random.ts';
import type { AppError, Download, Job, Resolution, Stage, Told } from './things.ts';

/** When something happens, and what. */
interface Occasion extends Told {
  readonly random: Random;
}

interface Times {
  readonly start: number;
  readonly end: number;
  readonly lives: readonly Life[];
  readonly pause: Pause;
  readonly random: Random;
}

const NETWORK = { errorType: 'connection_refused', errorCategory: 'network' } as const;
const BLOCKED = { errorType: 'bot_check', errorCategory: 'blocked' } as const;
const FAILURES = [NETWORK, BLOCKED] as const;
const SEVERITIES = ['info', 'warning', 'error', 'critical'] as const;
const FINE = { errorType: undefined, errorCategory: undefined } as const;

/** Downloads of both instances. Whether a proxy and cookies are used goes by the client. */
export function downloadsOf(times: Times): Download[] {
  return happenings(times, ['a', 'b'], 120, ({ toldAt, toldBy, random }) => {
    const client = random.chance(0.6) ? 'web' : 'android';
    const failed = random.chance(client === 'web' ? 0.06 : 0.16);
    const outcome = failed ? 'failure' : random.chance(0.02) ? 'interrupted' : 'success';
    const used = client === 'web';
    return {
      ...{ toldAt, toldBy, client, outcome, proxyUsed: used, cookiesUsed: used },
      seconds: random.between(1, 700) / 2,
      bytes: outcome === 'success' ? random.between(200_000, 90_000_000) : undefined,
      title: `hmac:${hex(Math.min(random.between(0, 499), random.between(0, 499)))}`,
      host: random.pick(['www.youtube.com', 'soundcloud.com', 'vimeo.com']),
      ...(failed ? random.pick(FAILURES) : FINE),
    };
  });
}

/** Stages of media processing, on one instance. */
export function stagesOf(times: Times): Stage[] {
  return happenings(times, ['b'], 50, ({ toldAt, toldBy, random }) => {
    const failed = random.chance(0.05);
    const seconds = random.between(1, 3600) / 10;
    return {
      ...{ toldAt, toldBy, seconds, slow: seconds > 300 },
      name: random.pick(['analysis', 'compression']),
      outcome: failed ? 'failure' : 'success',
      bytesIn: random.between(1_000_000, 400_000_000),
      ...(failed ? NETWORK : FINE),
    };
  });
}

/** Runs of jobs, on one instance. */
export function jobsOf(times: Times): Job[] {
  return happenings(times, ['b'], 70, ({ toldAt, toldBy, random }) => {
    const failed = random.chance(0.07);
    return {
      ...{ toldAt, toldBy, queue: 'downloads', type: 'download', seconds: random.between(2, 900) / 4 },
      state: failed ? 'failed' : 'completed',
      ...(failed ? NETWORK : FINE),
    };
  });
}

/** Errors that the application reported. */
export function errorsOf(times: Times): AppError[] {
  return happenings(times, ['a', 'b'], 9, ({ toldAt, toldBy, random }) => {
    const component = random.pick(['fetcher', 'player']);
    const { errorType: type, errorCategory: category } = random.pick(FAILURES);
    const severity = random.pick(SEVERITIES);
    return {
      toldAt,
      toldBy,
      component,
      severity,
      type,
      category,
      fingerprint: `${component}-${type}-${random.between(1, 8)}`,
    };
  });
}

/** Half of the kinds of errors are said to be dealt with, six hours before the end; some happen again. */
export function resolutionsOf({ end, lives }: Times, errors: readonly AppError[]): Resolution[] {
  const fingerprints = [...new Set(errors.map(({ fingerprint }) => fingerprint))].sort();
  return fingerprints.flatMap((fingerprint, index) => {
    const toldAt = end - 6 * HOUR + index * SECOND;
    const toldBy = lifeAt(lives, 'a', toldAt);
    return toldBy === undefined || index % 2 === 1 ? [] : [{ toldAt, toldBy, fingerprint }];
  });
}

/** Times at which something happens, on both instances. */
export function occasionsOf(times: Times, perDay: number): Told[] {
  return happenings(times, ['a', 'b'], perDay, ({ toldAt, toldBy }) => ({ toldAt, toldBy }));
}

function happenings<T extends Told>(
  { start, end, lives, pause, random }: Times,
  instances: readonly ['a' | 'b', ...('a' | 'b')[]],
  perDay: number,
  make: (occasion: Occasion) => T,
): T[] {
  const made: T[] = [];
  for (let day = start; day < end; day += DAY) {
    const times = Array.from({ length: perDay }, () => day + random.between(1, DAY - 1));
    for (const toldAt of times.sort((one, other) => one - other)) {
      const toldBy = lifeAt(lives, random.pick(instances), toldAt);
      if (toldBy === undefined || (toldAt >= pause.from && toldAt < pause.to)) continue;
      made.push(make({ toldAt, toldBy, random }));
    }
  }
  return made;
}
