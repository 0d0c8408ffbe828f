import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../../src/registry/namespace.ts';
import { labelName, prometheusName } from '../../src/registry/prometheus_name.ts';
import { attributes, events, metrics, spans } from '../../src/registry/registry.ts';

const NAME = /^[a-z][a-z0-9]*([._][a-z0-9]+)*$/;

/** UCUM, as far as we use it: seconds, bytes, one, and things in braces. */
const UNIT = /^(s|By|1|\{[a-z_]+\})$/;

const signals = [...spans.values(), ...metrics.values(), ...events.values()];

describe.each(signals.map((signal) => [signal.name, signal] as const))('%s', (name, signal) => {
  it('is well named, and ours, or said to be upstream’s', () => {
    expect(name).toMatch(NAME);
    const upstream = 'upstream' in signal && signal.upstream === true;
    expect(name === NAMESPACE || name.startsWith(`${NAMESPACE}.`)).toBe(!upstream);
  });

  it('says what it is, in a sentence', () => {
    expect(signal.brief).toMatch(/^[A-Z0-9].{5,}\.$/);
  });

  it('refers to attributes of the registry, each once', () => {
    const names = signal.attributes.map(({ attribute }) => attribute.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { attribute } of signal.attributes) expect(attributes.get(attribute.name)).toBe(attribute);
  });
});

describe.each([...metrics])('%s', (name, metric) => {
  it('has a unit', () => {
    expect(metric.unit).toMatch(UNIT);
    // Prometheus' translation looks for the unit and for these anywhere in the name, not only at its end.
    for (const word of ['seconds', 'bytes', 'ratio', 'total']) expect(name.split(/[._]/)).not.toContain(word);
  });

  it('has ascending buckets if it is a histogram, and only then', () => {
    expect(metric.buckets !== undefined).toBe(metric.instrument === 'histogram');
    const buckets = metric.buckets ?? [];
    expect([...buckets].sort((a, b) => a - b)).toStrictEqual([...buckets]);
    expect(new Set(buckets).size).toBe(buckets.length);
  });

  it('has attributes that tell nothing of people or media, and take few values', () => {
    for (const { attribute } of metric.attributes) {
      const harmless =
        attribute.privacy === 'safe' ||
        (attribute.privacy === 'truncate' && attribute.truncation === 'base_name');
      expect(harmless, attribute.name).toBe(true);
      const bounded =
        attribute.type === 'boolean' || attribute.members !== undefined || attribute.maxCardinality;
      expect(bounded, attribute.name).toBeTruthy();
    }
  });
});

describe('names in Prometheus', () => {
  it.each([
    ['media.download.attempts', 'media_download_attempts_total'],
    ['media.download.attempt.duration', 'media_download_attempt_duration_seconds'],
    ['media.download.size', 'media_download_size_bytes'],
    ['media.download.active', 'media_download_active'],
    ['media.cookies.age', 'media_cookies_age_seconds'],
    ['media.sessions', 'media_sessions_total'],
  ])('%s is %s', (name, expected) => {
    const metric = metrics.get(name);
    expect(metric && prometheusName(metric)).toBe(expected);
  });

  it('are different for different metrics', () => {
    const names = [...metrics.values()].map((metric) => prometheusName(metric));
    expect(new Set(names).size).toBe(names.length);
  });

  it('are different for different attributes', () => {
    const names = [...attributes.keys()].map(labelName);
    expect(new Set(names).size).toBe(names.length);
  });
});
