import { afterAll, describe, expect, it } from 'vitest';
import { bounded, boundedValue } from '../../src/emit/cardinality.ts';
import { reportError } from '../../src/index.ts';
import { downloadAttempts, downloadClient } from '../../src/registry/download.ts';
import { errorComponent, errors } from '../../src/registry/error.ts';
import { jobRuns, jobType } from '../../src/registry/job.ts';
import { startTestSink } from '../../src/testing.ts';

const sink = startTestSink();
afterAll(() => sink.shutdown());

describe('values of an attribute on metrics', () => {
  it('are no more than the registry expects, and the rest is added up as other', async () => {
    for (let at = 0; at < 500; at += 1) reportError(new Error('x'), { component: `component-${at}` });
    const points = (await sink.metrics()).find(
      ({ descriptor }) => descriptor.name === errors.name,
    )?.dataPoints;
    const components = points?.map(({ attributes }) => attributes[errorComponent.name]);
    expect(components).toHaveLength(errorComponent.maxCardinality);
    const other = points?.find(({ attributes }) => attributes[errorComponent.name] === 'other');
    expect(other?.value).toBe(500 - errorComponent.maxCardinality + 1);
  });

  it('leave what is known, and what is given, as it is', () => {
    const given = Object.freeze({ 'media.download.client': 'web', 'media.download.outcome': 'success' });
    expect(bounded(downloadAttempts, given)).toBe(given);
    for (let at = 0; at < 100; at += 1) bounded(downloadAttempts, { 'media.download.client': `c${at}` });
    expect(bounded(downloadAttempts, given)).toBe(given);
    const beyond = Object.freeze({ 'media.download.client': 'new', 'media.download.outcome': 'success' });
    expect(bounded(downloadAttempts, beyond)).toEqual({ ...beyond, 'media.download.client': 'other' });
  });

  it('are the same on all signals: a name that is bounded first takes the place that metrics have for it', () => {
    const client = downloadClient;
    expect(boundedValue(client, 'web')).toBe('web');
    expect(boundedValue(client, 'new')).toBe('other');
    expect(boundedValue(client, 'other')).toBe('other');
    expect(boundedValue(jobType, 'other')).toBe('other');
    const names = Array.from({ length: 100 }, (_, at) => boundedValue(jobType, `kind-${at}`));
    expect(new Set(names).size).toBe(jobType.maxCardinality - jobType.members.length);
    const onMetrics = names.map((name) => bounded(jobRuns, { 'media.job.type': name })['media.job.type']);
    expect(onMetrics).toEqual(names);
    // Whatever came first, the known ones have their places.
    for (const type of jobType.members) expect(boundedValue(jobType, type)).toBe(type);
  });
});
