import type { Attributes } from '@opentelemetry/api';
import { afterEach, beforeEach, expect } from 'vitest';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { pointsOf } from '../signals.ts';

/** What was told of jobs in a test. */
export interface ToldJobs {
  readonly sink: TestSink;
  /** The states that jobs went through, in order, with what else is told of each. */
  states(): Promise<Record<string, unknown>[]>;
  stateNames(): Promise<unknown[]>;
  /** Only the points that were counted: series begin at 0. */
  counted(name: string): Promise<{ value: number; attributes: Attributes }[]>;
  /** How many jobs are under way, of all queues and kinds. */
  active(): Promise<number>;
}

/** A sink of its own for each test of the file that this is called in, and what it was told of jobs. */
export function toldJobs(): ToldJobs {
  let sink: TestSink;
  beforeEach(() => {
    sink = startTestSink({ hashKey: 'a key of the tests' });
  });
  afterEach(() => sink.shutdown());
  const states = async (): Promise<Record<string, unknown>[]> => {
    const events = (await sink.logs()).filter(({ eventName }) => eventName === 'media.job.state_changed');
    return events.map(({ attributes, severityText }) => ({ ...attributes, severityText }));
  };
  return {
    get sink() {
      return sink;
    },
    states,
    stateNames: async () => (await states()).map((one) => one['media.job.state']),
    counted: async (name) => (await pointsOf(sink, name)).filter(({ value }) => value > 0),
    async active() {
      const points = await pointsOf(sink, 'media.job.active');
      expect(points.length).toBeGreaterThan(0);
      return points.reduce((sum, { value }) => sum + value, 0);
    },
  };
}

/** The attributes of a kind of job, on metrics. */
export const kind = (type: string, queue = 'media') => ({
  'messaging.destination.name': queue,
  'media.job.type': type,
});
