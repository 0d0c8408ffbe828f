import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { events } from '../../src/registry/registry.ts';
import { countersOf } from './counters.ts';
import { historyUntil } from './history.ts';
import { DAY, HOUR, livesUntil, MINUTE, SECOND } from './lives.ts';
import { logRecordsOf } from './log_records.ts';
import { exportTimes, writeOpenMetrics } from './open_metrics.ts';
import { collectorUntil } from './pipeline.ts';

const end = Date.parse('2026-06-01T00:00:00Z');
const history = historyUntil(end);

describe('the history', () => {
  it('is the same every time', () => {
    expect(JSON.stringify(historyUntil(end))).toBe(JSON.stringify(history));
  });

  it('has 20,000 different tracks and visitors', () => {
    expect(new Set(history.plays.map(({ track }) => track)).size).toBeGreaterThanOrEqual(20_000);
    expect(new Set(history.sessions.map(({ visitor }) => visitor)).size).toBeGreaterThanOrEqual(20_000);
  });

  it('has a day on which nothing happened', () => {
    const told = [history.plays, history.sessions, history.downloads, history.stages, history.errors].flat();
    const day = (at: number) => at > end - 5 * DAY && at < end - 4 * DAY;
    expect(told.filter(({ toldAt }) => day(toldAt))).toEqual([]);
  });

  it('plays one thing at a time on each station, and nothing while its process is down', () => {
    for (const station of ['main', 'second']) {
      const plays = history.plays
        .filter((play) => play.station === station)
        .sort((one, other) => one.startedAt - other.startedAt);
      plays.forEach((play, index) => {
        expect(play.startedAt).toBeGreaterThanOrEqual(plays[index - 1]?.endedAt ?? 0);
        expect(play.startedBy.from).toBeLessThanOrEqual(play.startedAt);
        expect(play.endedAt).toBeLessThan(play.startedBy.to);
      });
    }
  });

  it('has restarts under the same id and under another, and one run that was killed', () => {
    const ids = (instance: string) =>
      livesUntil(end)
        .filter((life) => life.instance === instance)
        .map(({ id }) => id);
    expect(new Set(ids('a')).size).toBe(1);
    expect(new Set(ids('b')).size).toBe(ids('b').length);
    expect(history.plays.filter(({ recovered }) => recovered)).toHaveLength(1);
  });

  it('tells in its logs only what the registry has', () => {
    const wrong = new Set<string>();
    for (const { event, attributes } of logRecordsOf(history)) {
      const defined = events.get(event)?.attributes ?? [];
      for (const name of Object.keys(attributes)) {
        if (!defined.some(({ attribute }) => attribute.name === name)) wrong.add(`${event} has no ${name}`);
      }
      for (const { attribute, requirement } of defined) {
        if (requirement === 'required' && attributes[attribute.name] === undefined)
          wrong.add(`${event} lacks ${attribute.name}`);
      }
    }
    expect([...wrong]).toEqual([]);
  });
});

describe('what was exported', () => {
  it('begins with a zero, and ends with all that was counted unless the run was killed', () => {
    const file = join(tmpdir(), `otel-media-history-${process.pid}.txt`);
    const life = { instance: 'a', id: 'one', from: end - HOUR, to: end - MINUTE, killed: false } as const;
    const session = {
      id: '1',
      visitor: 'v',
      startedAt: end - 50 * MINUTE,
      links: 3,
      files: 2,
      bot: false,
    } as const;
    const told = {
      toldBy: life,
      toldAt: life.to - SECOND,
      outcome: 'partial',
      country: 'DE',
      agent: 'curl',
    } as const;
    const small = { ...emptyHistory, lives: [life], sessions: [{ ...session, ...told }] };
    const last = (killed: boolean) => {
      const times = new Map([[life, exportTimes({ ...life, killed }, end)]]);
      writeOpenMetrics(file, countersOf(small), times, () => true);
      const text = readFileSync(file, 'utf8');
      rmSync(file);
      return text
        .split('\n')
        .filter((line) => /^media_session_files_total/.test(line))
        .map((line) => line.split(' ').slice(1));
    };
    expect(last(false)).toEqual([
      ['0', String(told.toldAt / SECOND)],
      ['2', String(life.to / SECOND)],
    ]);
    expect(last(true)).toEqual([['0', String(told.toldAt / SECOND)]]);
  });
});

const emptyHistory = {
  ...{
    end,
    lives: [],
    plays: [],
    sessions: [],
    downloads: [],
    stages: [],
    jobs: [],
    errors: [],
    resolutions: [],
    cookieFiles: [],
    cookieResults: [],
    cookieChecks: [],
    collector: collectorUntil(end),
    exported: [],
    inCollector: [],
    masked: [],
    unsure: [],
  },
};
