import { stringify } from 'yaml';
import { NOT_OURS } from './collector/bytes.ts';
import { keptKeys, keyProcessor, resourceSecrets } from './collector/key_rules.ts';
import { FAMILY_ATTRIBUTE, MASKED_KEY, maskingGroups } from './collector/late.ts';
import { ORDINARY, ORDINARY_TRACE_STATE } from './collector/ordinary.ts';
import { quoted, unexpanded } from './collector/ottl.ts';
import { EVENT, extraordinaryText, LOG, METRIC, POINT, RESOURCE, SCOPE, SPAN } from './collector/places.ts';
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
        `set(span.links, span.links) where ${NOT_OURS} and Len(span.links) > 0`,
      ]),
      group('span', [
        `set(span.trace_state, "") where ${extraordinaryText('span.trace_state', [ORDINARY_TRACE_STATE])}`,
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
