import type { MetricDefinition } from './define.ts';

// Units as Prometheus spells them, after the OTLP receiver's UnderscoreEscapingWithSuffixes strategy
// (prometheus/otlptranslator). Units in braces are annotations and leave no trace in the name.
const UNIT_SUFFIX: Readonly<Record<string, string>> = { s: 'seconds', By: 'bytes' };

/**
 * Name under which Prometheus' OTLP receiver keeps a metric, by the `UnderscoreEscapingWithSuffixes` strategy that
 * `collector/prometheus.yaml` sets: unit suffix, `_ratio` for gauges of unit 1, `_total` for counters.
 *
 * @param definition the metric
 * @param part       which series of a histogram is meant: `bucket`, `sum` or `count`
 */
export function prometheusName(definition: MetricDefinition, part?: 'bucket' | 'sum' | 'count'): string {
  let name = definition.name.replaceAll('.', '_');
  const suffix = UNIT_SUFFIX[definition.unit];
  if (suffix !== undefined && !name.endsWith(`_${suffix}`)) name += `_${suffix}`;
  if (definition.instrument === 'gauge' && definition.unit === '1') name += '_ratio';
  if (definition.instrument === 'counter') name += '_total';
  return part === undefined ? name : `${name}_${part}`;
}

/** Name under which Prometheus and Loki keep an attribute: dots become underscores. */
export function labelName(attributeName: string): string {
  return attributeName.replaceAll('.', '_');
}
