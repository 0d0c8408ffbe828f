import { diag } from '@opentelemetry/api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportError } from '../../src/index.ts';
import { propagatorFromEnv } from '../../src/pipeline/propagators.ts';
import { resourceDetectors } from '../../src/pipeline/resource.ts';
import {
  logRecordLimitsFromEnv,
  samplerFromEnv,
  spanLimitsFromEnv,
} from '../../src/pipeline/sdk_environment.ts';
import { startTestSink } from '../../src/testing.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('the sampler', () => {
  it.each([
    ['always_on', undefined, 'AlwaysOnSampler'],
    ['always_off', undefined, 'AlwaysOffSampler'],
    ['parentbased_always_on', undefined, 'ParentBased{root=AlwaysOnSampler'],
    ['parentbased_always_off', undefined, 'ParentBased{root=AlwaysOffSampler'],
    ['traceidratio', '0.25', 'TraceIdRatioBased{0.25}'],
    ['parentbased_traceidratio', '0.5', 'ParentBased{root=TraceIdRatioBased{0.5}'],
    ['traceidratio', '7', 'TraceIdRatioBased{1}'],
    ['traceidratio', undefined, 'TraceIdRatioBased{1}'],
  ])('is what OTEL_TRACES_SAMPLER=%s names, with %s', (name, argument, expected) => {
    vi.stubEnv('OTEL_TRACES_SAMPLER', name);
    vi.stubEnv('OTEL_TRACES_SAMPLER_ARG', argument);
    expect(samplerFromEnv()?.toString()).toContain(expected);
  });

  it('is the default where none is named, or one that nobody knows, which is said', () => {
    const said = vi.spyOn(diag, 'error').mockReturnValue();
    expect(samplerFromEnv()).toBeUndefined();
    expect(said).not.toHaveBeenCalled();
    vi.stubEnv('OTEL_TRACES_SAMPLER', 'sometimes');
    expect(samplerFromEnv()).toBeUndefined();
    expect(said).toHaveBeenCalledOnce();
  });
});

describe('the limits', () => {
  it('are those that are set; the one of spans before the one of all', () => {
    expect(spanLimitsFromEnv()).toEqual({});
    expect(logRecordLimitsFromEnv()).toEqual({});
    vi.stubEnv('OTEL_ATTRIBUTE_COUNT_LIMIT', '20');
    vi.stubEnv('OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', '10');
    vi.stubEnv('OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT', '500');
    vi.stubEnv('OTEL_SPAN_EVENT_COUNT_LIMIT', '30');
    vi.stubEnv('OTEL_SPAN_LINK_COUNT_LIMIT', '40');
    expect(spanLimitsFromEnv()).toEqual({
      attributeCountLimit: 10,
      attributeValueLengthLimit: 500,
      eventCountLimit: 30,
      linkCountLimit: 40,
    });
    expect(logRecordLimitsFromEnv()).toEqual({ attributeCountLimit: 20, attributeValueLengthLimit: 500 });
  });

  it('below 0 are none, which is said', () => {
    const said = vi.spyOn(diag, 'warn').mockReturnValue();
    vi.stubEnv('OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT', '-1');
    vi.stubEnv('OTEL_ATTRIBUTE_COUNT_LIMIT', '9');
    expect(logRecordLimitsFromEnv()).toEqual({ attributeCountLimit: 9 });
    expect(said).toHaveBeenCalledOnce();
  });
});

describe('the detectors of the resource', () => {
  it('are ours, or those that OTEL_NODE_RESOURCE_DETECTORS names', () => {
    const said = vi.spyOn(diag, 'warn').mockReturnValue();
    const count = (names: string) => resourceDetectors({ OTEL_NODE_RESOURCE_DETECTORS: names }).length;
    expect(resourceDetectors({})).toHaveLength(1);
    expect(count('host, os')).toBe(2);
    expect(count('all')).toBe(5);
    expect(count('none')).toBe(0);
    expect(said).not.toHaveBeenCalled();
    expect(count('env,constructor')).toBe(1);
    expect(said).toHaveBeenCalledOnce();
  });
});

describe('the id of a process', () => {
  const idIn = async (): Promise<unknown> => {
    const sink = startTestSink();
    reportError(new Error('x'));
    const [record] = await sink.logs();
    await sink.shutdown();
    return record?.resource.attributes['service.instance.id'];
  };

  it.each(['', 'none', 'host', 'host,os', 'all'])('is always there, with detectors %j', async (names) => {
    vi.stubEnv('OTEL_NODE_RESOURCE_DETECTORS', names);
    expect(await idIn()).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is the one that the user gave, where there is one', async () => {
    vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'service.instance.id=worker-3');
    expect(await idIn()).toBe('worker-3');
    vi.stubEnv('OTEL_NODE_RESOURCE_DETECTORS', 'host,env');
    expect(await idIn()).toBe('worker-3');
  });
});

describe('the propagators', () => {
  it.each(['b3', 'b3multi'])('%s can be had', (name) => {
    expect(propagatorFromEnv({ OTEL_PROPAGATORS: name })?.fields()).toContain(
      name === 'b3' ? 'b3' : 'x-b3-traceid',
    );
  });
});
