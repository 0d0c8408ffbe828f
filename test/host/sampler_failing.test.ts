import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { latestSample, startSampler } from '../../src/host/sampler.ts';

let made: EventEmitter[] = [];
let fails = false;

vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor() {
      super();
      if (fails) throw new Error('no threads here');
      made.push(this);
    }
    unref(): void {}
    async terminate(): Promise<void> {
      throw new Error('not even that');
    }
  },
}));

afterEach(() => {
  vi.useRealTimers();
  made = [];
  fails = false;
});

it('goes on without where there can be no thread', () => {
  fails = true;
  vi.useFakeTimers();
  const stop = startSampler(1);
  vi.advanceTimersByTime(5000);
  expect(latestSample()).toBe(undefined);
  stop();
});

it('starts none for a process that is over at once', () => {
  vi.useFakeTimers();
  const stop = startSampler(15);
  vi.advanceTimersByTime(900);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(made).toEqual([]);
});

it('outlives a thread that fails, and takes no old sample for the present', () => {
  vi.useFakeTimers();
  const stop = startSampler(1);
  vi.advanceTimersByTime(1000);
  made[0]?.emit('message', { takenMs: Date.now(), fileSystems: [], network: [] });
  expect(latestSample()).toBeDefined();
  made[0]?.emit('error', new Error('out of memory'));
  expect(latestSample()).toBeDefined();
  vi.advanceTimersByTime(60_000);
  expect(latestSample()).toBe(undefined);
  stop();
});
