import { isFields } from './otlp_json.ts';

/** What the fields of an object are: objects, or lists of objects. Other fields are nobody's business here. */
interface Shape {
  readonly [field: string]: Shape | readonly [Shape];
}

const ATTRIBUTES: Shape = { attributes: [{}] };

const OTLP: Shape = {
  resourceSpans: [
    {
      resource: ATTRIBUTES,
      scopeSpans: [
        {
          scope: ATTRIBUTES,
          spans: [{ ...ATTRIBUTES, events: [ATTRIBUTES], links: [ATTRIBUTES], status: {} }],
        },
      ],
    },
  ],
  resourceLogs: [
    {
      resource: ATTRIBUTES,
      scopeLogs: [{ scope: ATTRIBUTES, logRecords: [ATTRIBUTES] }],
    },
  ],
  resourceMetrics: [
    {
      resource: ATTRIBUTES,
      scopeMetrics: [
        {
          scope: ATTRIBUTES,
          metrics: [
            Object.fromEntries(
              ['gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'].map((kind) => [
                kind,
                { dataPoints: [ATTRIBUTES] },
              ]),
            ),
          ],
        },
      ],
    },
  ],
};

/** Whether a value is meant as a document of OTLP: by the names of its fields. */
export function isOtlp(value: unknown): value is Readonly<Record<string, unknown>> {
  return isFields(value) && Object.keys(OTLP).some((name) => name in value);
}

/** Where a document of OTLP is otherwise than it should be, in words: what stands there could not be looked at. */
export function shapeFault(document: unknown): string | undefined {
  return faultIn(document, OTLP, '');
}

function faultIn(value: unknown, shape: Shape, path: string): string | undefined {
  if (!isFields(value)) return `${path} is no object`;
  for (const [name, inner] of Object.entries(shape)) {
    const found = value[name];
    // As protobuf has it in JSON, null is as good as nothing.
    if (found === undefined || found === null) continue;
    const at = path === '' ? name : `${path}.${name}`;
    const fault = isList(inner) ? faultInList(found, inner[0], at) : faultIn(found, inner, at);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultInList(value: unknown, shape: Shape, path: string): string | undefined {
  if (!Array.isArray(value)) return `${path} is no list`;
  for (const [at, one] of value.entries()) {
    const fault = faultIn(one, shape, `${path}[${at}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isList(shape: Shape | readonly [Shape]): shape is readonly [Shape] {
  return Array.isArray(shape);
}
