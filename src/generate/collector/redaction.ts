import { YAML_NOTICE } from '../generated_file.ts';
import { NOT_OURS, unreadableBody } from './bytes.ts';
import { FAMILY_ATTRIBUTE } from './common_keys.ts';
import { keptKeys, keyProcessor, NOT_OWN, resourceSecrets } from './key_rules.ts';
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
 * - `transform/known` takes away what nobody knows or wants, but for names that it takes long to tell.
 * - `redaction/keys` masks by name, and tells how many of the names are known.
 * - `transform/count` takes away what has other names that nobody wants, and what was counted: the next one would count
 *   on from there.
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

const family = (attributes: string) => `${attributes}["${FAMILY_ATTRIBUTE}"]`;

function knownProcessor() {
  const known = quoted(keptKeys());
  const keep = (path: string) => `keep_matching_keys(${path}, ${known})`;
  // What the next processor would count on from, or is passed on to the end. Others go after that one, of the few records
  // in which it does not know all names.
  const pretended = [...['ignored', 'masked'].map((count) => `redaction.${count}.count`), FAMILY_ATTRIBUTE];
  const keepOthers = (path: string) =>
    `keep_matching_keys(${path}, ${quoted(NOT_OWN)}) where ${pretended.map((name) => `${path}["${name}"] != nil`).join(' or ')}`;
  const shared = [
    group('resource', [
      `delete_matching_keys(resource.attributes, ${quoted(resourceSecrets())})`,
      keepOthers('resource.attributes'),
    ]),
    group('scope', [keepOthers('scope.attributes')]),
  ];
  return {
    error_mode: 'propagate',
    trace_statements: [
      ...shared,
      group('span', [
        keepOthers('span.attributes'),
        ...shortenAddresses('span.attributes'),
        // The attributes of a link cannot be reached, so links of a sender that does not redact them go as a whole: set
        // to itself, a list is emptied first.
        `set(span.links, span.links) where Len(span.links) > 0 and ${NOT_OURS}`,
        `set(span.trace_state, "") where ${extraordinaryText('span.trace_state', [ORDINARY_TRACE_STATE])}`,
      ]),
      group('spanevent', [keepOthers('spanevent.attributes')]),
    ],
    log_statements: [
      ...shared,
      group('log', [keepOthers('log.attributes')]),
      group(
        'log',
        [
          `${keep('log.body')} where IsMap(log.body)`,
          // Bytes cannot be looked through.
          'set(log.body, "****") where log.body != nil and not (IsMap(log.body) or IsList(log.body) or IsInt(log.body) or IsDouble(log.body) or IsBool(log.body))',
          ...unreadableBody(),
        ],
        ['not IsString(log.body)'],
      ),
    ],
    metric_statements: [
      ...shared,
      group('metric', [keep('metric.metadata')]),
      group('datapoint', [keepOthers('datapoint.attributes')]),
    ],
  };
}

// Two values that are not ordinary, beside one that the processor of names allows, would else come to a number as if all
// were ordinary. Where it knows all the names, there is no such value, and no name that has to be told from others.
function countProcessor() {
  const kept = quoted(keptKeys('redaction.masked.count', FAMILY_ATTRIBUTE));
  const each = (...paths: readonly string[]) =>
    paths.map((path) =>
      group(path.replace('.attributes', ''), [
        `keep_matching_keys(${path}, ${kept}) where ${path}["redaction.ignored.count"] != Len(${path}) - 1`,
        `delete_key(${path}, "redaction.ignored.count")`,
      ]),
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
  const isPublic = ['client.address', 'network.peer.address'].map(
    (key) => `IsMatch(${attributes}["${key}"], ${address})`,
  );
  return [
    `set(${family(attributes)}, "address") where ${isPublic.join(' or ')}`,
    `replace_all_patterns(${attributes}, "value", ${address}, "$1.0") where ${family(attributes)} != nil`,
  ];
}

// What was found in something larger or smaller counts for the record, which is what is counted.
function passedOn(record: string, ...from: readonly string[]) {
  return from.map((one) => `set(${family(record)}, ${one}) where ${one} != nil and ${family(record)} == nil`);
}

// On each scope what was found around a record, so that there is one thing to ask for each of them.
const PASSED = 'redaction.passed';
const AROUND = `scope.attributes["${PASSED}"]`;
const around = ['scope.attributes', 'resource.attributes'].map(
  (one) => `set(${AROUND}, ${family(one)}) where ${family(one)} != nil`,
);

// What the processor before has left; where something was masked, it is gone.
const clean = (attributes: string) => `delete_key(${attributes}, "redaction.allowed.count")`;
// Of maps and lists only.
const COUNT_OF_BODY = '"redaction.body.allowed.count"';
const cleanOfBody = `delete_key(log.attributes, ${COUNT_OF_BODY}) where log.attributes[${COUNT_OF_BODY}] != nil`;

function redactProcessor() {
  const shared = [
    ...maskingGroups(SCOPE),
    // One without any scope was not looked into, and nothing is told of it.
    group('resource', [
      `delete_matching_keys(resource.attributes, "") where resource.attributes["${LOOKED}"] == nil`,
      `set(resource.schema_url, "") where resource.attributes["${LOOKED}"] == nil`,
      `delete_key(resource.attributes, "${LOOKED}")`,
      clean('resource.attributes'),
    ]),
    group('scope', [...around, clean('scope.attributes')]),
  ];
  const last = group('scope', [`delete_key(scope.attributes, "${PASSED}")`], [`${AROUND} != nil`]);
  return {
    // Fail closed: what cannot be redacted does not go on.
    error_mode: 'propagate',
    trace_statements: [
      ...shared,
      ...maskingGroups(EVENT),
      ...maskingGroups(SPAN),
      group('spanevent', [
        ...passedOn('span.attributes', family('spanevent.attributes')),
        clean('spanevent.attributes'),
      ]),
      group('span', [...passedOn('span.attributes', AROUND), clean('span.attributes')]),
      last,
    ],
    log_statements: [
      ...shared,
      ...maskingGroups(LOG),
      group('log', [...passedOn('log.attributes', AROUND), clean('log.attributes'), cleanOfBody]),
      last,
    ],
    metric_statements: [
      ...shared,
      ...maskingGroups(METRIC),
      group('metric', [`set(metric.name, "${MASKED_KEY}")`], ['not IsMatch(metric.name, "[a-zA-Z]")']),
      ...maskingGroups(POINT),
      group('datapoint', [
        ...passedOn('datapoint.attributes', family('metric.metadata'), AROUND),
        clean('datapoint.attributes'),
      ]),
      last,
    ],
  };
}
