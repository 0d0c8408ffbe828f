import { afterAll, describe, expect, it } from 'vitest';
import { bounded } from '../../src/emit/cardinality.ts';
import { reportError } from '../../src/index.ts';
import { downloadAttempts } from '../../src/registry/download.ts';
import { errorComponent, errors } from '../../src/registry/error.ts';
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
});
