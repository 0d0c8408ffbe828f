import { stringify } from 'yaml';
import { keptKeys, keyProcessor, resourceSecrets } from './collector/key_rules.ts';
import { FAMILY_ATTRIBUTE, MASKED_KEY, maskingGroups, type Place } from './collector/late.ts';
import {
  ORDINARY,
  ORDINARY_NAME,
  ORDINARY_SCHEMA,
  ORDINARY_SCOPE,
  ORDINARY_TRACE_STATE,
} from './collector/ordinary.ts';
import { quoted, unexpanded } from './collector/ottl.ts';
import { YAML_NOTICE } from './generated_file.ts';

/**
 * The second file of the Collector's configuration: the policy of src/redact again, in the forms the Collector takes.
 * It stops what senders without our SDK let through, and counts what ours did. Four processors, in this order:
 *
 * - `transform/known` takes away what nobody knows or wants.
 * - `redaction/keys` masks by name.
 * - `redaction/ordinary` masks nothing. It tells how many values are ordinary, by `redaction.allowed.count`.
 * - `transform/redact` looks into whatever has others, with all detectors.
 */
export function collectorRedaction(): string {
  const processors = {
    'transform/known': knownProcessor(),
    'redaction/keys': keyProcessor(),
    'redaction/ordinary': {
      allow_all_keys: true,
      redact_all_types: true,
      summary: 'info',
      allowed_values: ORDINARY,
    },
    'transform/redact': redactProcessor(),
  };
  const options = { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' } as const;
  return YAML_NOTICE + stringify({ processors: unexpanded(processors) }, options);
}

// Each context by itself: statements of several in one list would all run for the smallest of them, for span events say,
// and so never for a span without any.
function group(context: string, statements: readonly string[], conditions: readonly string[] = []) {
  return { context, ...(conditions.length > 0 && { conditions }), statements };
}

function knownProcessor() {
  const known = quoted(keptKeys());
  const keep = (path: string) => `keep_matching_keys(${path}, ${known})`;
  const shared = [
    group('resource', [
      `delete_matching_keys(resource.attributes, ${quoted(resourceSecrets())})`,
      keep('resource.attributes'),
    ]),
    group('scope', [keep('scope.attributes')]),
  ];
  return {
    error_mode: 'propagate',
    trace_statements: [
      ...shared,
      group('span', [
        keep('span.attributes'),
        // The attributes of a link cannot be reached, so links of a sender that does not redact them go as a whole: set
        // to itself, a list is emptied first.
        `set(span.links, span.links) where resource.attributes["telemetry.distro.name"] != "otel-media" and Len(span.links) > 0`,
      ]),
      group('span', [
        `set(span.trace_state, "") where ${ordinary('span.trace_state', [ORDINARY_TRACE_STATE])}`,
      ]),
      group('spanevent', [keep('spanevent.attributes')]),
    ],
    log_statements: [
      ...shared,
      group('log', [
        keep('log.attributes'),
        `${keep('log.body')} where IsMap(log.body)`,
        // Bytes cannot be looked through.
        'set(log.body, "****") where log.body != nil and not (IsString(log.body) or IsMap(log.body) or IsList(log.body) or IsInt(log.body) or IsDouble(log.body) or IsBool(log.body))',
      ]),
    ],
    metric_statements: [
      ...shared,
      group('metric', [keep('metric.metadata')]),
      group('datapoint', [keep('datapoint.attributes')]),
    ],
  };
}

const ordinary = (path: string, expressions: readonly string[]): string =>
  `${path} != "" and ${expressions.map((one) => `not IsMatch(${path}, ${quoted(one)})`).join(' and ')}`;

// The processor before counted its own count too.
const extraordinary = (attributes: string): string =>
  `Len(${attributes}) > 0 and ${attributes}["redaction.allowed.count"] != Len(${attributes}) - 1`;

const [WORDS = '', NUMBER = ''] = ORDINARY;
const NAME = [WORDS, ORDINARY_NAME];
const VERSION = [WORDS, NUMBER];
const SCHEMA = [ORDINARY_SCHEMA];

const RESOURCE: Place = {
  context: 'resource',
  attributes: 'resource.attributes',
  texts: ['resource.schema_url'],
  suspicious: [extraordinary('resource.attributes'), ordinary('resource.schema_url', SCHEMA)],
};
const SCOPE: Place = {
  context: 'scope',
  attributes: 'scope.attributes',
  texts: ['scope.name', 'scope.version', 'scope.schema_url'],
  suspicious: [
    extraordinary('scope.attributes'),
    ordinary('scope.name', [...NAME, ORDINARY_SCOPE]),
    ordinary('scope.version', VERSION),
    ordinary('scope.schema_url', SCHEMA),
  ],
};
const SPAN: Place = {
  context: 'span',
  routes: true,
  attributes: 'span.attributes',
  texts: ['span.name', 'span.status.message'],
  suspicious: [
    extraordinary('span.attributes'),
    ordinary('span.name', NAME),
    ordinary('span.status.message', [WORDS]),
  ],
};
const EVENT: Place = {
  context: 'spanevent',
  attributes: 'spanevent.attributes',
  texts: ['spanevent.name'],
  suspicious: [extraordinary('spanevent.attributes'), ordinary('spanevent.name', NAME)],
};
const LOG: Place = {
  context: 'log',
  attributes: 'log.attributes',
  texts: ['log.event_name', 'log.severity_text'],
  body: 'log.body',
  suspicious: [
    extraordinary('log.attributes'),
    `log.body != nil and not IsMatch(log.body, ${quoted(WORDS)})`,
    ordinary('log.event_name', NAME),
    ordinary('log.severity_text', [WORDS]),
  ],
};
const METRIC: Place = {
  context: 'metric',
  routes: true,
  attributes: 'metric.metadata',
  texts: ['metric.name', 'metric.description', 'metric.unit'],
  suspicious: [
    'Len(metric.metadata) > 0',
    ordinary('metric.name', NAME),
    ordinary('metric.description', [WORDS]),
    ordinary('metric.unit', [WORDS, String.raw`^(?:[{][a-z_]{1,15}[}])\z`]),
  ],
};
const POINT: Place = {
  context: 'datapoint',
  routes: true,
  attributes: 'datapoint.attributes',
  texts: [],
  suspicious: [extraordinary('datapoint.attributes')],
};

// What was found in something larger or smaller counts for the record, which is what is counted.
function passedOn(context: string, record: string, from: readonly string[]) {
  const family = (attributes: string) => `${attributes}["${FAMILY_ATTRIBUTE}"]`;
  return group(
    context,
    from.map(
      (one) =>
        `set(${family(record)}, ${family(one)}) where ${family(record)} == nil and ${family(one)} != nil`,
    ),
    from.map((one) => `${family(one)} != nil`),
  );
}

function redactProcessor() {
  const clean = (...contexts: readonly string[]) =>
    contexts.map((context) =>
      group(context, [
        `delete_matching_keys(${context === 'metric' ? 'metric.metadata' : `${context}.attributes`}, "^redaction\\\\.")`,
      ]),
    );
  const around = ['resource.attributes', 'scope.attributes'];
  const shared = [...maskingGroups(RESOURCE), ...maskingGroups(SCOPE), ...clean('resource', 'scope')];
  return {
    // Fail closed: what cannot be redacted does not go on.
    error_mode: 'propagate',
    trace_statements: [
      ...shared,
      ...maskingGroups(EVENT),
      ...maskingGroups(SPAN),
      passedOn('spanevent', 'span.attributes', ['spanevent.attributes']),
      passedOn('span', 'span.attributes', around),
      ...clean('spanevent', 'span'),
    ],
    log_statements: [
      ...shared,
      ...maskingGroups(LOG),
      passedOn('log', 'log.attributes', around),
      ...clean('log'),
    ],
    metric_statements: [
      ...shared,
      ...maskingGroups(METRIC),
      group('metric', [`set(metric.name, "${MASKED_KEY}")`], ['not IsMatch(metric.name, "[a-zA-Z]")']),
      ...maskingGroups(POINT),
      passedOn('datapoint', 'datapoint.attributes', ['metric.metadata', ...around]),
      ...clean('metric', 'datapoint'),
    ],
  };
}
