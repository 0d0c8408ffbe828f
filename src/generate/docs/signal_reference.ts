import type {
  AttributeDefinition,
  AttributeReference,
  EventDefinition,
  MetricDefinition,
  SpanDefinition,
} from '../../registry/define.ts';
import { MAX_TEXT_LENGTH } from '../../registry/define.ts';
import { prometheusName } from '../../registry/prometheus_name.ts';
import { attributes, events, metrics, spans } from '../../registry/registry.ts';
import { byName } from '../by_name.ts';
import { MARKDOWN_NOTICE } from '../generated_file.ts';

/** The reference of every span, metric, event and attribute, for people. */
export function signalReference(): string {
  return [
    MARKDOWN_NOTICE,
    '# Signals\n',
    'Everything that the helpers of otel-media emit, and the figures of the host. **r**: required, c: only where it applies, others: recommended.\n',
    '## Spans\n',
    table(['Span', 'Kind', 'What it is', 'Attributes'], byName(spans).map(spanRow)),
    '## Metrics\n',
    table(
      ['Metric', 'Kind, unit', 'In Prometheus', 'What it is', 'Attributes', 'Buckets'],
      byName(metrics).map(metricRow),
    ),
    '## Events\n',
    'Log records with an event name; in Loki the index label `event_name`.\n',
    table(['Event', 'What it is', 'Attributes'], byName(events).map(eventRow)),
    '## Attributes\n',
    'In Prometheus and Loki dots are underscores.\n',
    table(
      ['Attribute', 'Type', 'What it is', 'Privacy', 'What leaves the process'],
      byName(attributes).map(attributeRow),
    ),
  ].join('\n');
}

function spanRow(span: SpanDefinition): string[] {
  const suffix = span.nameSuffix === undefined ? '' : ` {${span.nameSuffix}}`;
  return [code(`${span.name}${suffix}`), span.kind, span.brief, references(span.attributes)];
}

function metricRow(metric: MetricDefinition): string[] {
  const name = prometheusName(metric);
  return [
    code(metric.name) + (metric.upstream ? ' (OpenTelemetry)' : ''),
    `${metric.instrument.replaceAll('_', ' ')}, ${code(metric.unit)}`,
    code(metric.instrument === 'histogram' ? `${name}_bucket, _sum, _count` : name),
    metric.brief,
    references(metric.attributes),
    metric.buckets?.join(' ') ?? '',
  ];
}

function eventRow(event: EventDefinition): string[] {
  return [code(event.name), event.brief, references(event.attributes)];
}

function attributeRow(attribute: AttributeDefinition): string[] {
  const unit = attribute.unit === undefined ? '' : `, ${code(attribute.unit)}`;
  const members = attribute.members === undefined ? '' : ` One of ${attribute.members.map(code).join(', ')}.`;
  const examples =
    attribute.examples === undefined ? '' : ` Such as ${attribute.examples.map(code).join(', ')}.`;
  return [
    code(attribute.name) + (attribute.upstream ? ' (OpenTelemetry)' : ''),
    attribute.type + unit,
    attribute.brief + members + examples,
    attribute.privacy,
    whatLeaves(attribute),
  ];
}

const TRUNCATED = {
  video_id: 'its first 8 characters, or the first half of an id of 8 or fewer, and `...`',
  ip_address: 'its network: IPv4 /24, IPv6 /48',
  base_name: 'the last part of the path',
  length: `its first ${MAX_TEXT_LENGTH} characters, secrets masked`,
} as const;

function whatLeaves(attribute: AttributeDefinition): string {
  switch (attribute.privacy) {
    case 'safe':
      return attribute.type.startsWith('string')
        ? 'the value, if no detector finds a secret in it'
        : 'the value';
    case 'truncate':
      return TRUNCATED[attribute.truncation ?? 'length'];
    case 'hash':
      return 'a keyed hash';
    case 'content':
      return 'a keyed hash, unless the user allows the value';
    case 'secret':
      return 'nothing';
  }
}

function references(all: readonly AttributeReference[]): string {
  const marks = { required: ' **r**', recommended: '', conditional: ' c' };
  return all.map(({ attribute, requirement }) => code(attribute.name) + marks[requirement]).join('<br>');
}

function code(text: string | number | boolean): string {
  return `\`${text}\``;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
