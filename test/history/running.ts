import { playActive, playSilence, playTime } from '../../src/registry/play.ts';
import { labelName, prometheusName } from '../../src/registry/prometheus_name.ts';
import { sessionActive } from '../../src/registry/session.ts';
import { telemetryHeartbeat, telemetryStarted } from '../../src/registry/telemetry.ts';
import { type Life, SECOND } from './lives.ts';
import type { Series } from './open_metrics.ts';
import type { History, Play } from './things.ts';

/**
 * The series that tell what runs: seconds played, what plays, is silent or is visited at the moment of export, and the
 * process itself.
 */
export function runningOf(history: History): Series[] {
  return history.lives.flatMap((life) => {
    const ofLife = history.plays.filter(({ startedBy }) => startedBy === life);
    const sessions = history.sessions.filter(({ toldBy }) => toldBy === life);
    const active: Series = {
      ...{ life, name: prometheusName(sessionActive), labels: '', from: life.from, isCounter: false },
      valueAt: (at) => sessions.filter(({ startedAt, toldAt }) => startedAt <= at && at < toldAt).length,
    };
    return [...stationSeries(life, ofLife), active, ...processSeries(life)];
  });
}

function processSeries(life: Life): Series[] {
  const one = { life, labels: '', from: life.from, isCounter: false };
  return [
    { ...one, name: prometheusName(telemetryStarted), valueAt: () => life.from / SECOND },
    { ...one, name: prometheusName(telemetryHeartbeat), valueAt: (at) => at / SECOND },
  ];
}

function stationSeries(life: Life, unsorted: readonly Play[]): Series[] {
  const plays = [...unsorted].sort((one, other) => one.startedAt - other.startedAt);
  const [first] = plays;
  if (first === undefined) return [];
  const labels = `${labelName('media.play.station')}="${first.station}"`;
  const at = { life, labels, from: first.startedAt, isCounter: false };
  return [
    { ...at, name: prometheusName(playTime), isCounter: true, valueAt: played(plays) },
    {
      ...at,
      name: prometheusName(playActive),
      valueAt: current(plays, (play) => (play === undefined ? 0 : 1)),
    },
    {
      ...at,
      name: prometheusName(playSilence),
      valueAt: current(plays, (play, time, before) =>
        play !== undefined || before?.endReason === 'stopped'
          ? 0
          : (time - (before?.endedAt ?? life.from)) / SECOND,
      ),
    },
  ];
}

/** Seconds played by a time. Asked for growing times only. */
function played(plays: readonly Play[]): (at: number) => number {
  let next = 0;
  let done = 0;
  return (at) => {
    for (let play = plays[next]; play !== undefined && play.endedAt <= at; play = plays[++next])
      done += play.endedAt - play.startedAt;
    const running = plays[next];
    return (done + (running === undefined ? 0 : Math.max(0, at - running.startedAt))) / SECOND;
  };
}

type Look = (playing: Play | undefined, at: number, before: Play | undefined) => number;

function current(plays: readonly Play[], look: Look): (at: number) => number {
  let next = 0;
  return (at) => {
    while ((plays[next]?.endedAt ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const play = plays[next];
    return look(play !== undefined && play.startedAt <= at ? play : undefined, at, plays[next - 1]);
  };
}
