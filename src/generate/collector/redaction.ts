import { LITERAL, MASKED_LITERAL } from '../../redact/text/sql.ts';
import { QUERY_ATTRIBUTES } from '../../registry/foreign.ts';
import { YAML_NOTICE } from '../generated_file.ts';
import { NOT_OURS, unreadableBody } from './bytes.ts';
import { FAMILY_ATTRIBUTE } from './common_keys.ts';
import { keptKeys, keyProcessor, resourceSecrets } from './key_rules.ts';
import { MASKED_KEY, maskingGroups } from './late.ts';
import { LOOKED } from './notes.ts';
import { ORDINARY, ORDINARY_TRACE_STATE, PUBLIC_ADDRESS } from './ordinary.ts';
import { quoted, unexpanded, unprefixed } from './ottl.ts';
import { EVENT, extraordinaryText, LOG, METRIC, POINT, SCOPE, SPAN } from './places.ts';
import { sharedYaml } from './shared_yaml.ts';

/**
 * The second file of the Collector's configuration: the policy of src/redact again, in the forms the Collector takes.
 * It stops what senders without our SDK let through, and counts what ours did. Five processors, in this order:
 *
 * - `transform/known` takes away what nobody knows or wants.
 * - `redaction/keys` masks by name.
 * - `transform/count` takes away what that counted, which the next one would count on from.
 * - `redaction/ordinary` masks nothing. It tells how many values are ordinary, by `redaction.allowed.count`.
 * - `transform/redact` looks into whatever has others, with all detectors.
 */
export function collectorRedaction(): string {
  const processors = {
    'transform/known': knownProcessor(),
    'redaction/keys': keyProcessor(),
    'transform/count': countProcessor(),
    'redaction/ordinary': {
      allow_all_keys: true,
      redact_all_types: true,
      summary: 'info',
      allowed_values: ORDINARY,
    },
    'transform/redact': redactProcessor(),
  };
  return YAML_NOTICE + sharedYaml({ processors: unexpanded(unprefixed(processors)) });
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
        ...shortenAddresses('span.attributes'),
        // The attributes of a link cannot be reached, so links of a sender that does not redact them go as a whole: set
        // to itself, a list is emptied first.
        `set(span.links, span.links) where Len(span.links) > 0 and ${NOT_OURS}`,
        `set(span.trace_state, "") where ${extraordinaryText('span.trace_state', [ORDINARY_TRACE_STATE])}`,
      ]),
      // By themselves, since most spans have none.
      group(
        'span',
        withoutLiterals('span'),
        QUERY.map((key) => `span.attributes["${key}"] != nil`),
      ),
      group('spanevent', [keep('spanevent.attributes')]),
    ],
    log_statements: [
      ...shared,
      group('log', [
        keep('log.attributes'),
        `${keep('log.body')} where IsMap(log.body)`,
        // Bytes cannot be looked through.
        'set(log.body, "****") where log.body != nil and not (IsString(log.body) or IsMap(log.body) or IsList(log.body) or IsInt(log.body) or IsDouble(log.body) or IsBool(log.body))',
        ...unreadableBody(),
      ]),
    ],
    metric_statements: [
      ...shared,
      group('metric', [keep('metric.metadata')]),
      group('datapoint', [keep('datapoint.attributes')]),
    ],
  };
}

// Two values that are not ordinary, beside one that the processor of names allows, would else come to a number as if all
// were ordinary.
function countProcessor() {
  const each = (...paths: readonly string[]) =>
    paths.map((path) =>
      group(path.replace('.attributes', ''), [`delete_key(${path}, "redaction.allowed.count")`]),
    );
  const around = each('resource.attributes', 'scope.attributes');
  return {
    error_mode: 'propagate',
    trace_statements: [...around, ...each('span.attributes', 'spanevent.attributes')],
    log_statements: [...around, ...each('log.attributes')],
    metric_statements: [...around, ...each('datapoint.attributes')],
  };
}

// Nearly every span of an HTTP server has somebody's address, which is quickly told where nothing else stands with it:
// such a span need not be looked into.
function shortenAddresses(attributes: string): string[] {
  const address = quoted(PUBLIC_ADDRESS);
  const family = `${attributes}["${FAMILY_ATTRIBUTE}"]`;
  return [
    ...['client.address', 'network.peer.address'].map(
      (key) => `set(${family}, "address") where IsMatch(${attributes}["${key}"], ${address})`,
    ),
    `replace_all_patterns(${attributes}, "value", ${address}, "$1.0") where ${family} != nil`,
  ];
}

const QUERY = [...QUERY_ATTRIBUTES];

// Statements for a database, which many senders tell as they are. Those without a literal are not changed.
function withoutLiterals(context: string): string[] {
  const literal = quoted(`(?s)${LITERAL.replace('END', String.raw`\z`)}`);
  return QUERY.flatMap((key) => {
    const statement = `${context}.attributes["${key}"]`;
    const before = `${context}.cache["${key}"]`;
    return [
      `set(${before}, ${statement}) where IsMatch(${statement}, "'")`,
      `replace_pattern(${statement}, ${literal}, ${quoted(MASKED_LITERAL)}) where ${before} != nil`,
      `set(${context}.attributes["${FAMILY_ATTRIBUTE}"], "credential") where ${before} != nil and ${statement} != ${before}`,
    ];
  });
}

// What was found in something larger or smaller counts for the record, which is what is counted.
function passedOn(record: string, from: readonly string[]) {
  const family = (attributes: string) => `${attributes}["${FAMILY_ATTRIBUTE}"]`;
  return from.map(
    (one) =>
      `set(${family(record)}, ${family(one)}) where ${family(one)} != nil and ${family(record)} == nil`,
  );
}

// What the processors before have left; where something was masked, it is gone.
function clean(attributes: string, ...more: readonly string[]) {
  return ['allowed', 'ignored', ...more].map((one) => `delete_key(${attributes}, "redaction.${one}.count")`);
}

function redactProcessor() {
  const around = ['resource.attributes', 'scope.attributes'];
  const shared = [
    ...maskingGroups(SCOPE),
    // One without any scope was not looked into, and nothing is told of it.
    group('resource', [
      `delete_matching_keys(resource.attributes, "") where resource.attributes["${LOOKED}"] == nil`,
      `set(resource.schema_url, "") where resource.attributes["${LOOKED}"] == nil`,
      `delete_key(resource.attributes, "${LOOKED}")`,
      ...clean('resource.attributes'),
    ]),
    group('scope', clean('scope.attributes')),
  ];
  return {
    // Fail closed: what cannot be redacted does not go on.
    error_mode: 'propagate',
    trace_statements: [
      ...shared,
      ...maskingGroups(EVENT),
      ...maskingGroups(SPAN),
      group('spanevent', [
        ...passedOn('span.attributes', ['spanevent.attributes']),
        ...clean('spanevent.attributes'),
      ]),
      group('span', [...passedOn('span.attributes', around), ...clean('span.attributes')]),
    ],
    log_statements: [
      ...shared,
      ...maskingGroups(LOG),
      group('log', [
        ...passedOn('log.attributes', around),
        ...clean('log.attributes', 'body.allowed', 'body.ignored', 'body.masked', 'body.redacted'),
      ]),
    ],
    metric_statements: [
      ...shared,
      ...maskingGroups(METRIC),
      group('metric', [`set(metric.name, "${MASKED_KEY}")`], ['not IsMatch(metric.name, "[a-zA-Z]")']),
      ...maskingGroups(POINT),
      group('datapoint', [
        ...passedOn('datapoint.attributes', ['metric.metadata', ...around]),
        ...clean('datapoint.attributes'),
      ]),
    ],
  };
}
