import { stringify } from 'yaml';
import { collectorDetectors } from '../redact/detectors/all.ts';
import { MASK } from '../redact/mask.ts';

import { foreignAttributes } from '../registry/foreign.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { attributes } from '../registry/registry.ts';
import { YAML_NOTICE } from './generated_file.ts';

/**
 * The second file of the Collector's configuration: the policy of src/redact again, in the forms the Collector takes.
 * It stops what senders without our SDK let through, and counts what ours did.
 */
export function collectorRedaction(): string {
  const patterns = collectorDetectors.map(({ source, caseMatters }) =>
    caseMatters ? source : `(?i)${source}`,
  );
  return (
    YAML_NOTICE +
    stringify(
      {
        processors: {
          redaction: redactionProcessor(patterns),
          'transform/redact': transformProcessor(patterns),
        },
      },
      { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' },
    )
  );
}

// Attributes, bodies, lists and maps: all that the redaction processor reaches.
function redactionProcessor(patterns: readonly string[]) {
  return {
    allow_all_keys: true,
    // Else lists and maps, such as process.command_args, would pass unread.
    redact_all_types: true,
    // Leaves redaction.masked.count behind, from which otel_media.redaction.late is made.
    summary: 'info',
    blocked_key_patterns: [`(?i)${secretKeys()}`],
    blocked_values: patterns,
  };
}

// Names, status and what only the registry knows: out of reach of the redaction processor.
function transformProcessor(patterns: readonly string[]) {
  const any = quoted(patterns.map((pattern) => `(?:${pattern})`).join('|'));
  const known = quoted(keptKeys());
  const resourceSecrets = quoted(secretKeys());
  const keep = (path: string) => `keep_matching_keys(${path}, ${known})`;
  const shared = [
    `delete_matching_keys(resource.attributes, ${resourceSecrets})`,
    keep('resource.attributes'),
    keep('scope.attributes'),
  ];
  const count = (record: string, fields: readonly string[]) =>
    `set(${record}.attributes["redaction.masked.count"], 1) where ${fields.map((field) => `IsMatch(${field}, ${any})`).join(' or ')}`;
  const mask = (field: string) => `replace_pattern(${field}, ${any}, "${MASK}")`;
  return {
    // Fail closed: what cannot be redacted does not go on.
    error_mode: 'propagate',
    trace_statements: [
      ...shared,
      keep('span.attributes'),
      keep('spanevent.attributes'),
      count('span', ['span.name', 'span.status.message']),
      mask('span.name'),
      mask('span.status.message'),
      count('span', ['spanevent.name']),
      mask('spanevent.name'),
    ],
    log_statements: [
      ...shared,
      keep('log.attributes'),
      `${keep('log.body')} where IsMap(log.body)`,
      count('log', ['log.event_name', 'log.severity_text']),
      mask('log.event_name'),
      mask('log.severity_text'),
    ],
    metric_statements: [...shared, keep('datapoint.attributes')],
  };
}

function secretKeys(): string {
  const names = [...attributes.values(), ...foreignAttributes]
    .filter(({ privacy }) => privacy === 'secret')
    .map(({ name }) => escaped(name))
    .sort();
  return `^(?:${names.join('|')})\\z`;
}

// RE2 has no look-ahead, so "does not begin with media." is spelled out letter by letter.
function keptKeys(): string {
  const prefix = `${NAMESPACE}.`;
  const others = [...prefix].map((letter, at) => `${escaped(prefix.slice(0, at))}(?:\\z|[^${letter}])`);
  const ours = [...attributes.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => escaped(name.slice(prefix.length)))
    .sort();
  return `^(?:${others.join('|')}|${escaped(prefix)}(?:${ours.join('|')})\\z)`;
}

function escaped(text: string): string {
  return text.replaceAll('.', '\\.');
}

// A string of the transformation language: backslashes and quotes are escaped as in Go.
function quoted(text: string): string {
  return JSON.stringify(text);
}
