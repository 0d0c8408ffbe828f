import type {
  AttributeDefinition,
  AttributeReference,
  EventDefinition,
  MetricDefinition,
  SpanDefinition,
} from '../registry/define.ts';
import { attributes, events, metrics, spans } from '../registry/registry.ts';
import { byName } from './by_name.ts';
import { yamlDocument } from './yaml.ts';

// Everything here may still change with a major version; Weaver wants to be told so on each definition.
const STABILITY = 'development';

const INSTRUMENTS = {
  counter: 'counter',
  up_down_counter: 'updowncounter',
  histogram: 'histogram',
  gauge: 'gauge',
} as const;

/**
 * The registry in the form of OpenTelemetry Weaver (definition/2), for its tools: `weaver registry live-check` and the
 * like. Attributes of upstream are defined here too, so that the file stands alone.
 */
export function weaverRegistry(): string {
  return yamlDocument(
    {
      file_format: 'definition/2',
      attributes: byName(attributes).map(weaverAttribute),
      spans: byName(spans).map(weaverSpan),
      metrics: byName(metrics).map(weaverMetric),
      events: byName(events).map(weaverEvent),
    },
    ['For OpenTelemetry Weaver. What we have besides its vocabulary is in annotations under otel_media.'],
  );
}

function weaverAttribute(attribute: AttributeDefinition): object {
  const { name, type, brief, members, examples, unit, privacy, truncation, maxCardinality, upstream } =
    attribute;
  return {
    key: name,
    type: members === undefined ? type : { members: members.map(weaverMember) },
    brief,
    stability: STABILITY,
    ...(examples !== undefined && { examples }),
    annotations: {
      otel_media: {
        privacy,
        ...(truncation !== undefined && { truncation }),
        ...(unit !== undefined && { unit }),
        ...(maxCardinality !== undefined && { max_cardinality: maxCardinality }),
        ...(upstream && { upstream }),
      },
    },
  };
}

function weaverMember(value: string): object {
  return { id: value, value, stability: STABILITY };
}

function weaverSpan(span: SpanDefinition): object {
  const suffix = span.nameSuffix === undefined ? '' : ` {${span.nameSuffix}}`;
  return {
    type: span.name,
    kind: span.kind,
    name: { note: `${span.name}${suffix}` },
    brief: span.brief,
    stability: STABILITY,
    attributes: span.attributes.map(weaverReference),
  };
}

function weaverMetric(metric: MetricDefinition): object {
  return {
    name: metric.name,
    instrument: INSTRUMENTS[metric.instrument],
    unit: metric.unit,
    brief: metric.brief,
    stability: STABILITY,
    ...(metric.buckets !== undefined && { annotations: { otel_media: { buckets: metric.buckets } } }),
    attributes: metric.attributes.map(weaverReference),
  };
}

function weaverEvent(event: EventDefinition): object {
  return {
    name: event.name,
    brief: event.brief,
    stability: STABILITY,
    attributes: event.attributes.map(weaverReference),
  };
}

function weaverReference({ attribute, requirement }: AttributeReference): object {
  const level = requirement === 'conditional' ? { conditionally_required: 'When it applies.' } : requirement;
  return { ref: attribute.name, requirement_level: level };
}
