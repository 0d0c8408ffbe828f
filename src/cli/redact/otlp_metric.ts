import { ExportResultCode } from '@opentelemetry/core';
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { redactAttributes } from '../../redact/attributes/attributes.ts';
import { RedactingMetricExporter } from '../../redact/signals/metrics.ts';
import { attributesOf, list, object, text } from './otlp_json.ts';
import type { Compared, Origin } from './otlp_part.ts';

const SHAPES = ['gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'];

interface Descriptor {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
}

/** A metric and the attributes of its points before and after redaction. */
export function comparedMetric(path: string, origin: Origin): Compared {
  const { item } = origin;
  const descriptor: Descriptor = {
    name: text(item.name) ?? '',
    description: text(item.description) ?? '',
    unit: text(item.unit) ?? '',
  };
  const points = SHAPES.flatMap((shape) => list(object(item[shape]).dataPoints)).map(attributesOf);
  const { name, description, unit } = redactedDescriptor(descriptor, origin);
  return {
    path,
    kind: 'metric',
    before: { ...descriptor, dataPoints: points.map((attributes) => ({ attributes })) },
    after: {
      name,
      description,
      unit,
      // What happens to their attributes happens in the view, before anything is added up.
      dataPoints: points.map((attributes) => ({ attributes: redactAttributes(attributes) })),
    },
  };
}

function redactedDescriptor(descriptor: Descriptor, origin: Origin): Descriptor {
  let left: ResourceMetrics | undefined;
  new RedactingMetricExporter({
    export(all, done) {
      left = all;
      done({ code: ExportResultCode.SUCCESS });
    },
    async forceFlush() {},
    shutdown: async () => {},
  }).export(metricsOf(descriptor, origin), () => {});
  return left?.scopeMetrics[0]?.metrics[0]?.descriptor ?? descriptor;
}

function metricsOf(
  descriptor: Descriptor,
  { resource, instrumentationScope: scope }: Origin,
): ResourceMetrics {
  const metric = {
    descriptor: { ...descriptor, valueType: 1 },
    aggregationTemporality: 1,
    dataPointType: 2 as const,
    dataPoints: [],
  };
  return { resource, scopeMetrics: [{ scope, metrics: [metric] }] };
}
