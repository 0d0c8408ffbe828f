import { ROOT_CONTEXT } from '@opentelemetry/api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emitEvent, onEvent } from '../../src/emit/event.ts';
import { isTelemetryActive } from '../../src/emit/provider.ts';
import { suppressed } from '../../src/emit/suppression.ts';
import { History } from '../../src/health/history.ts';
import { JobStates } from '../../src/health/job_states.ts';
import { Minutes } from '../../src/health/minutes.ts';
import { Ring } from '../../src/health/ring.ts';
import { healthChanged } from '../../src/registry/health.ts';

describe('Ring', () => {
  it('keeps the newest, newest first', () => {
    const ring = new Ring<number>(3);
    expect(ring.newest(5)).toEqual([]);
    for (const at of [1, 2]) ring.add(at);
    expect(ring.newest(5)).toEqual([2, 1]);
    for (const at of [3, 4, 5]) ring.add(at);
    expect(ring.newest(5)).toEqual([5, 4, 3]);
    expect(ring.newest(1)).toEqual([5]);
    expect(ring.newest(5, (one) => one % 2 === 0)).toEqual([4]);
  });
});

describe('Minutes', () => {
  const MINUTE = 60_000;

  it('adds up a window, and forgets what is older than a day', () => {
    let now = 1_000_000 * MINUTE;
    const minutes = new Minutes(() => now);
    minutes.noteEnd('job', true, 2);
    minutes.noteError('error');
    now += 30 * MINUTE;
    minutes.noteEnd('job', false, 4);
    minutes.noteEnd('job', true, undefined);
    expect(minutes.since(600).ended.job).toEqual({ succeeded: 1, failed: 1, timed: 1, seconds: 4 });
    expect(minutes.since(3600)).toMatchObject({
      ended: { job: { succeeded: 2, failed: 1, timed: 2, seconds: 6 }, download: { succeeded: 0 } },
      errors: { error: 1 },
    });
    now += 24 * 60 * MINUTE;
    expect(minutes.since(24 * 3600)).toMatchObject({
      ended: { job: { succeeded: 1, failed: 1 } },
      errors: {},
    });
    now += 31 * MINUTE;
    minutes.noteEnd('job', true, 1);
    expect(minutes.since(24 * 3600).ended.job.succeeded).toBe(1);
  });
});

describe('JobStates', () => {
  it('follows jobs by their ids, whatever order is missing', () => {
    const jobs = new JobStates();
    jobs.note('a', 'queued', undefined);
    jobs.note('a', 'running', 'queued');
    jobs.note('b', 'running', 'queued');
    jobs.note('b', 'interrupted', 'running');
    jobs.note('c', 'completed', 'running');
    expect(jobs.counts()).toEqual({
      pending: 0,
      queued: 0,
      running: 1,
      retrying: 0,
      completed: 1,
      failed: 0,
      cancelled: 0,
    });
  });

  it('follows those without an id by the state before', () => {
    const jobs = new JobStates();
    jobs.note(undefined, 'queued', undefined);
    jobs.note(undefined, 'queued', undefined);
    jobs.note(undefined, 'running', 'queued');
    jobs.note(undefined, 'completed', 'running');
    jobs.note(undefined, 'completed', 'running');
    expect(jobs.counts()).toMatchObject({ queued: 1, running: 0, completed: 2 });
  });

  it('is bounded', () => {
    const jobs = new JobStates();
    for (let at = 0; at < 25_000; at += 1) jobs.note(String(at), 'queued', undefined);
    expect(jobs.counts().queued).toBe(10_000);
  });
});

describe('History', () => {
  const note = (history: History, name: string, attributes: Record<string, unknown>) =>
    history.note({ name, severity: 'WARN', body: 'x'.repeat(10_000), attributes });

  it('is bounded, whatever comes', () => {
    const history = new History();
    history.keepEvents();
    for (let at = 0; at < 3000; at += 1) {
      note(history, 'media.session.started', { 'session.id': `s${at}` });
      note(history, 'media.error', {
        'error.type': 'unknown',
        'error.message': 'm'.repeat(5000),
        'media.error.severity': 'error',
        'media.unheard.of': 'x',
      });
    }
    expect(history.sessions()).toHaveLength(1000);
    const events = history.events.newest(9999);
    expect(events).toHaveLength(1000);
    expect(history.alerts.newest(9999)).toHaveLength(500);
    const shown = events.map(({ message, attributes }) => [message, attributes]);
    expect(JSON.stringify(shown).length).toBeLessThan(1_500_000);
    expect(events[0]?.message.length).toBeLessThan(1000);
    expect(events[0]?.attributes).not.toHaveProperty('media.unheard.of');
    for (let at = 0; at < 3000; at += 1) note(history, 'media.session.ended', { 'session.id': `s${at}` });
    expect(history.sessions()).toEqual([]);
  });

  it('counts neither what was interrupted nor what was cancelled', () => {
    const history = new History();
    history.keepEvents();
    const outcome = (kind: string) => ['media', kind, 'outcome'].join('.');
    note(history, 'media.stage.ended', { [outcome('stage')]: 'interrupted' });
    note(history, 'media.play.ended', { [outcome('play')]: 'failure' });
    note(history, 'media.play.ended', {});
    note(history, 'media.play.ended', { 'error.type': 'dns' });
    const { ended } = history.minutes.since(3600);
    expect(ended.stage).toMatchObject({ succeeded: 0, failed: 0 });
    expect(ended.play).toMatchObject({ succeeded: 1, failed: 2 });
  });

  it('survives attributes of the wrong kinds', () => {
    const history = new History();
    history.keepEvents();
    const wrong = { 'session.id': 3, 'error.type': {}, 'media.error.severity': null };
    for (const name of [
      'media.session.started',
      'media.session.ended',
      'media.error',
      'media.job.state_changed',
    ])
      note(history, name, wrong);
    expect(history.events.newest(9)).toHaveLength(4);
  });
});

describe('onEvent', () => {
  let end: (() => void) | undefined;
  afterEach(() => end?.());

  it('tells while somebody listens; what a listener throws hurts nobody', () => {
    const emit = (context = ROOT_CONTEXT) =>
      emitEvent(
        healthChanged,
        'INFO',
        'b',
        { 'media.health.check': 'c', 'media.health.state': 'ok' },
        context,
      );
    emit();
    const heard = vi.fn();
    expect(isTelemetryActive()).toBe(false);
    const endOther = onEvent(() => {
      throw new Error('no');
    });
    end = onEvent(heard);
    expect(isTelemetryActive()).toBe(true);
    emit();
    // Who asked to be left out is not heard of here either.
    emit(suppressed(ROOT_CONTEXT));
    expect(heard).toHaveBeenCalledExactlyOnceWith({
      name: 'media.health.changed',
      severity: 'INFO',
      body: 'b',
      attributes: { 'media.health.check': 'c', 'media.health.state': 'ok' },
    });
    end();
    endOther();
    emit();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(isTelemetryActive()).toBe(false);
  });
});
