import type { Attributes } from '@opentelemetry/api';
import type { ExportResult } from '@opentelemetry/core';
import type {
  AggregationTemporality,
  IAttributesProcessor,
  InstrumentType,
  MetricData,
  MetricDescriptor,
  PushMetricExporter,
  ResourceMetrics,
  ViewOptions,
} from '@opentelemetry/sdk-metrics';
import { redactAttributes } from '../attributes/attributes.ts';
import { failedClosed } from '../failure_count.ts';
import { redactText } from '../text/text.ts';
import { redactResource, redactScope } from './resource.ts';

const attributesProcessor: IAttributesProcessor = {
  process: (incoming: Attributes) => failedClosed(() => redactAttributes(incoming), {}),
};

/** Most attribute sets that one instrument keeps apart; what is beyond is added up under `otel.metric.overflow`. */
const MAX_SERIES_PER_INSTRUMENT = 2000;

/**
 * The view that redacts the attributes of every instrument. In a view, and not at export: two points whose attributes
 * become equal must be added up, and only what comes before aggregation can do that.
 */
export const redactingView: ViewOptions = {
  instrumentName: '*',
  attributesProcessors: [attributesProcessor],
  aggregationCardinalityLimit: MAX_SERIES_PER_INSTRUMENT,
};

// A metric is described once, by the same object at every export.
const descriptors = new WeakMap<MetricDescriptor, MetricDescriptor>();

function redactMetric(metric: MetricData): MetricData {
  const { descriptor } = metric;
  let redacted = descriptors.get(descriptor);
  if (redacted === undefined) {
    redacted = failedClosed(() => redactDescriptor(descriptor), {
      ...descriptor,
      name: 'unreadable',
      description: '',
      unit: '',
    });
    descriptors.set(descriptor, redacted);
  }
  return redacted === descriptor ? metric : ({ ...metric, descriptor: redacted } as MetricData);
}

// No store takes a name with the mark of what was taken away in it.
function redactDescriptor(descriptor: MetricDescriptor): MetricDescriptor {
  const masked = redactText(descriptor.name).replaceAll(/[^\w./-]+/g, '_');
  const name = /[a-z]/i.test(masked) ? masked : 'redacted';
  const description = redactText(descriptor.description);
  const unit = redactText(descriptor.unit);
  const same = name === descriptor.name && description === descriptor.description && unit === descriptor.unit;
  return same ? descriptor : { ...descriptor, name, description, unit };
}

/**
 * Redacts resource and scope of metrics, and what describes them, on their way to another exporter;
 * {@link redactingView} did the rest.
 */
export class RedactingMetricExporter implements PushMetricExporter {
  readonly #next: PushMetricExporter;

  constructor(next: PushMetricExporter) {
    this.#next = next;
  }

  export(metrics: ResourceMetrics, done: (result: ExportResult) => void): void {
    this.#next.export(
      {
        resource: redactResource(metrics.resource),
        scopeMetrics: metrics.scopeMetrics.map((one) => ({
          scope: redactScope(one.scope),
          metrics: one.metrics.map(redactMetric),
        })),
      },
      done,
    );
  }

  selectAggregationTemporality(type: InstrumentType): AggregationTemporality {
    return this.#next.selectAggregationTemporality?.(type) ?? 1;
  }

  forceFlush(): Promise<void> {
    return this.#next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}
