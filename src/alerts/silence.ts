import type { HeartbeatMissing, SeriesMissing, WorkerSilent } from '../registry/alerts/silence.ts';
import { labelName, prometheusName } from '../registry/prometheus_name.ts';
import type { AlertExpression, Labels } from './expression.ts';
import { by, series } from './promql.ts';

const HOUR_SECONDS = 3600;

// Who puts jobs into a queue and who takes them out are often two services: they are joined by the queue alone.
export function workerSilent(condition: WorkerSilent, labels: Labels): AlertExpression {
  const { silentSeconds, memoryHours } = condition;
  const queue = [labelName('deployment.environment.name'), labelName(condition.queue.name)];
  const on = `on (${queue.join(', ')})`;
  const heard = `max${by(queue)} (last_over_time(${series(condition.lastActivity)}[${memoryHours}h]))`;
  const waiting = `max${by(labels)} (${series(condition.waiting)}) > 0`;
  const running = `max${by(queue)} (${series(condition.active)}) > 0`;
  return {
    value: `(0 * (${waiting}) + ${on} group_left () (time() - ${heard}))\nunless ${on} (${running})`,
    comparison: 'gt',
    threshold: silentSeconds,
    reachSeconds: memoryHours * HOUR_SECONDS,
  };
}

// The value of either gauge is a time, so that the last of a process that has gone can be asked for when it was.
export function heartbeatMissing(condition: HeartbeatMissing, labels: Labels): AlertExpression {
  const { heartbeat, goodbye, silentSeconds, memoryHours } = condition;
  const newest = (name: string) => `max${by(labels)} (last_over_time(${name}[${memoryHours}h]))`;
  const beat = newest(prometheusName(heartbeat));
  return {
    value: `(time() - ${beat})\nunless\n(${newest(prometheusName(goodbye))} >= ${beat})`,
    comparison: 'gt',
    threshold: silentSeconds,
    reachSeconds: memoryHours * HOUR_SECONDS,
  };
}

// Where nothing was heard of for as long as anybody looks back, the silence is at least that long.
export function seriesMissing(condition: SeriesMissing, labels: Labels): AlertExpression {
  const { silentSeconds, memoryHours } = condition;
  const name = prometheusName(condition.metric);
  const never = `absent_over_time(${name}[${memoryHours}h]) * ${memoryHours * HOUR_SECONDS}`;
  // A look a minute: a finer one would cost, and tell no more.
  const last = `max${by(labels)} (max_over_time(timestamp(${name})[${memoryHours}h:1m]))`;
  return {
    value: `(time() - ${last})\nor\n${never}`,
    comparison: 'gt',
    threshold: silentSeconds,
    reachSeconds: memoryHours * HOUR_SECONDS,
  };
}
