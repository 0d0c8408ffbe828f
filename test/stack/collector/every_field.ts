import { randomBytes } from 'node:crypto';

/** Makes the text of a field, given the field's name. Of one that a store does not show, the name begins with `-`. */
export type TextOf = (field: string) => string;

const SEVERITY_ERROR = 17;

/** A request of OTLP JSON has a list of these, of one signal each. */
export interface OneOfEach {
  readonly traces: unknown;
  readonly logs: unknown;
  readonly metrics: unknown;
}

/**
 * A resource with a signal of each kind, and a text in every field of them that has room for one.
 *
 * @param of.bytes whether it is in fields of bytes, too, which the Collector masks whatever is in them
 */
export function everyField(service: string, traceId: string, text: TextOf, { bytes = true } = {}): OneOfEach {
  const raw: Raw = (of) => (bytes ? rawOf(of, text) : []);
  return {
    get traces() {
      return spansOf(service, traceId, text, raw);
    },
    get logs() {
      return logsOf(service, text, raw);
    },
    get metrics() {
      return metricsOf(service, text, raw);
    },
  };
}

type Raw = (of: string) => readonly { readonly key: string; readonly value: unknown }[];

function spansOf(service: string, traceId: string, text: TextOf, raw: Raw) {
  const id = () => ({ traceId, spanId: randomBytes(8).toString('hex') });
  return {
    resource: resource(service, text),
    scopeSpans: [
      {
        scope: scope(text),
        spans: [
          {
            ...id(),
            ...{ kind: 1, startTimeUnixNano: now(), endTimeUnixNano: now() },
            name: text('span name'),
            traceState: `vendor=${text('-trace state')}`,
            attributes: several('span', text),
            events: [
              {
                timeUnixNano: now(),
                name: text('event name'),
                attributes: [string('note', text('event attribute')), string(text('-event key'), 'x')],
              },
            ],
            links: [{ ...id(), attributes: [string('note', text('-link attribute'))] }],
            status: { code: 2, message: text('status message') },
          },
          // Alone: beside bytes, what reads as base64 is taken for some.
          ...raw('span').map((one) => ({
            ...id(),
            ...{ kind: 1, startTimeUnixNano: now(), endTimeUnixNano: now() },
            name: 'bytes',
            attributes: [one],
          })),
          // Nothing but a name: a transformation for events, say, would pass it by.
          {
            ...id(),
            kind: 1,
            startTimeUnixNano: now(),
            endTimeUnixNano: now(),
            name: text('name of a bare span'),
          },
        ],
      },
    ],
  };
}

function logsOf(service: string, text: TextOf, raw: Raw) {
  const time = { timeUnixNano: now(), severityNumber: SEVERITY_ERROR };
  return {
    resource: resource(service, text),
    scopeLogs: [
      {
        scope: scope(text),
        logRecords: [
          {
            ...time,
            severityText: text('-severity text'),
            body: { stringValue: text('log body') },
            eventName: text('log event name'),
            attributes: several('log', text),
          },
          // Each alone: what is masked may go on to the end of the text that a map is as JSON.
          ...several('log body map', text).map((one) => ({
            ...time,
            body: { kvlistValue: { values: [one] } },
          })),
          { ...time, body: { arrayValue: { values: [{ stringValue: text('log body list') }] } } },
          { ...time, body: { bytesValue: Buffer.from(text('-log body bytes')).toString('base64') } },
          ...raw('log').map((one) => ({
            ...time,
            body: { stringValue: 'bytes' },
            attributes: [one],
          })),
          ...raw('log body map').map((one) => ({
            ...time,
            body: { kvlistValue: { values: [one] } },
          })),
        ],
      },
    ],
  };
}

function metricsOf(service: string, text: TextOf, raw: Raw) {
  const point = { startTimeUnixNano: now(), timeUnixNano: now() };
  const total = { count: '1', sum: 1 };
  const cumulative = { aggregationTemporality: 2 };
  const attributes = (kind: string) => several(`${kind} point`, text);
  return {
    resource: resource(service, text),
    scopeMetrics: [
      {
        // Prometheus has no place for it.
        scope: scope((field) => text(`-${field}`)),
        metrics: [
          {
            name: 'raw.things',
            description: text('-metric description'),
            unit: text('-metric unit'),
            metadata: [string('note', text('-metric metadata'))],
            sum: {
              ...cumulative,
              isMonotonic: true,
              dataPoints: [{ ...point, asDouble: 1, attributes: attributes('sum') }],
            },
          },
          { name: text('-metric name'), gauge: { dataPoints: [{ ...point, asDouble: 1 }] } },
          {
            name: 'raw.level',
            gauge: { dataPoints: [{ ...point, asDouble: 1, attributes: attributes('gauge') }] },
          },
          {
            name: 'raw.bytes',
            gauge: {
              dataPoints: raw('gauge point').map((one) => ({
                ...point,
                asDouble: 1,
                attributes: [one],
              })),
            },
          },
          {
            name: 'raw.time',
            histogram: {
              ...cumulative,
              dataPoints: [
                {
                  ...point,
                  ...total,
                  bucketCounts: ['1', '0'],
                  explicitBounds: [1],
                  attributes: attributes('histogram'),
                },
              ],
            },
          },
          {
            name: 'raw.span',
            exponentialHistogram: {
              ...cumulative,
              dataPoints: [
                {
                  ...{ ...point, ...total, scale: 1, zeroCount: '0' },
                  positive: { offset: 0, bucketCounts: ['1'] },
                  attributes: attributes('exponential histogram'),
                },
              ],
            },
          },
          {
            name: 'raw.quantile',
            summary: { dataPoints: [{ ...point, ...total, attributes: attributes('summary') }] },
          },
        ],
      },
    ],
  };
}

function resource(service: string, text: TextOf) {
  return {
    attributes: [
      string('service.name', service),
      string('resource.note', text('resource attribute')),
      string(text('-resource key'), 'x'),
    ],
  };
}

function scope(text: TextOf) {
  return {
    name: text('-scope name'),
    version: text('-scope version'),
    attributes: [string('scope.note', text('scope attribute'))],
  };
}

function several(of: string, text: TextOf) {
  const list = (field: string) => ({ arrayValue: { values: [{ stringValue: text(`${of}: ${field}`) }] } });
  const map = (inner: unknown) => ({ kvlistValue: { values: [inner] } });
  return [
    string('note', text(`${of}: text`)),
    { key: 'notes', value: list('list') },
    { key: 'nested', value: map(string('note', text(`${of}: map`))) },
    { key: 'deep', value: map({ key: 'notes', value: list('list in a map') }) },
    string(text(`-${of}: key`), 'x'),
  ];
}

// Of no length that reads as a word in base64.
function rawOf(of: string, text: TextOf) {
  const value = (field: string) => ({ bytesValue: Buffer.from(`${text(field)} bytes`).toString('base64') });
  return [
    { key: 'raw', value: value(`-${of}: bytes`) },
    { key: 'raws', value: { arrayValue: { values: [value(`-${of}: list of bytes`)] } } },
  ];
}

function string(key: string, stringValue: string) {
  return { key, value: { stringValue } };
}

function now(): string {
  return `${Date.now()}000000`;
}
