import { randomBytes } from 'node:crypto';

const SEVERITY_ERROR = 17;

/** What was sent. */
export interface Sent {
  readonly traceId: string;
  /** The words that have to be found again. */
  readonly markers: Readonly<Record<'tempo' | 'loki' | 'prometheus', readonly string[]>>;
}

/**
 * Sends each signal once, by OTLP and without any SDK, with a text in every field that has room for one.
 *
 * @param text makes the text of a field, given the harmless word that stands in it
 */
export async function sendRaw(
  otlp: string,
  service: string,
  text: (marker: string) => string,
): Promise<Sent> {
  const markers: Record<keyof Sent['markers'], string[]> = { tempo: [], loki: [], prometheus: [] };
  const run = randomBytes(3).toString('hex');
  const plant = (store: keyof Sent['markers']) => {
    const marker = `raw${markers[store].length}${store}${run}`;
    markers[store].push(marker);
    return text(marker);
  };
  const traceId = randomBytes(16).toString('hex');
  const spanId = randomBytes(8).toString('hex');
  const now = `${Date.now()}000000`;
  const later = `${Date.now() + 1}000000`;
  const resource = (store: keyof Sent['markers']) => ({
    attributes: [
      ...attributes({ 'service.name': service }),
      ...attributes({ 'resource.note': plant(store) }),
    ],
  });
  const several = (store: keyof Sent['markers']) => [
    ...attributes({ note: plant(store) }),
    { key: 'notes', value: { arrayValue: { values: [{ stringValue: plant(store) }] } } },
    { key: 'nested', value: { kvlistValue: { values: attributes({ note: plant(store) }) } } },
  ];

  await post(`${otlp}/v1/traces`, {
    resourceSpans: [
      {
        resource: resource('tempo'),
        scopeSpans: [
          {
            scope: { name: 'raw', attributes: attributes({ 'scope.note': plant('tempo') }) },
            spans: [
              {
                ...{ traceId, spanId, kind: 1, startTimeUnixNano: now, endTimeUnixNano: later },
                name: plant('tempo'),
                attributes: several('tempo'),
                events: [
                  {
                    timeUnixNano: now,
                    name: plant('tempo'),
                    attributes: attributes({ note: plant('tempo') }),
                  },
                ],
                status: { code: 2, message: plant('tempo') },
              },
            ],
          },
        ],
      },
    ],
  });
  await post(`${otlp}/v1/logs`, {
    resourceLogs: [
      {
        resource: resource('loki'),
        scopeLogs: [
          {
            scope: { name: 'raw', attributes: attributes({ 'scope.note': plant('loki') }) },
            logRecords: [
              {
                ...{ timeUnixNano: now, severityNumber: SEVERITY_ERROR, severityText: text('a severity') },
                body: { stringValue: plant('loki') },
                eventName: plant('loki'),
                attributes: several('loki'),
              },
              {
                ...{ timeUnixNano: later, severityNumber: SEVERITY_ERROR },
                body: { kvlistValue: { values: several('loki') } },
              },
            ],
          },
        ],
      },
    ],
  });
  const point = { startTimeUnixNano: now, timeUnixNano: later };
  await post(`${otlp}/v1/metrics`, {
    resourceMetrics: [
      {
        resource: resource('prometheus'),
        scopeMetrics: [
          {
            scope: { name: 'raw' },
            metrics: [
              {
                name: 'raw.things',
                sum: {
                  ...{ aggregationTemporality: 2, isMonotonic: true },
                  dataPoints: [{ ...point, asDouble: 1, attributes: several('prometheus') }],
                },
              },
              {
                name: 'raw.level',
                gauge: { dataPoints: [{ ...point, asDouble: 1, attributes: several('prometheus') }] },
              },
            ],
          },
        ],
      },
    ],
  });
  return { traceId, markers };
}

function attributes(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
