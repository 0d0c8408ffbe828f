import type { SpanKindName, TraceSpan } from './trace_span.ts';

/**
 * The spans of a trace as Tempo answers it: OTLP in JSON. Its first API names the list `batches`, its second
 * `trace.resourceSpans`; enumerations come as names or as numbers, ids in base64 (by the rules of protobuf) or in
 * hexadecimal (by those of OTLP).
 *
 * @returns none for anything that is no trace
 */
export function fromTempo(answer: unknown): TraceSpan[] {
  const trace = read(answer, 'trace') ?? answer;
  return list(read(trace, 'batches') ?? read(trace, 'resourceSpans'))
    .flatMap((batch) => list(read(batch, 'scopeSpans')))
    .flatMap((scope) => list(read(scope, 'spans')))
    .map(toSpan);
}

function toSpan(span: unknown): TraceSpan {
  const parent = text(read(span, 'parentSpanId'));
  return {
    id: spanId(text(read(span, 'spanId'))),
    parentId: parent === '' ? undefined : spanId(parent),
    name: text(read(span, 'name')),
    kind: kind(read(span, 'kind')),
    start: BigInt(text(read(span, 'startTimeUnixNano')) || '0'),
    end: BigInt(text(read(span, 'endTimeUnixNano')) || '0'),
    failed: ['STATUS_CODE_ERROR', '2'].includes(text(read(read(span, 'status'), 'code'))),
    attributes: attributes(read(span, 'attributes')),
  };
}

/** A span id in hexadecimal. Eight bytes are 16 hexadecimal digits, and 12 characters of base64: the length tells. */
export function spanId(id: string): string {
  return /^[0-9a-f]{16}$/i.test(id) ? id.toLowerCase() : Buffer.from(id, 'base64').toString('hex');
}

const KINDS: readonly SpanKindName[] = ['internal', 'server', 'client', 'producer', 'consumer'];

function kind(value: unknown): SpanKindName {
  // OTLP counts from 1, unlike the JavaScript API.
  if (typeof value === 'number') return KINDS[value - 1] ?? 'internal';
  const name = text(value).replace('SPAN_KIND_', '').toLowerCase();
  return KINDS.find((one) => one === name) ?? 'internal';
}

function attributes(values: unknown): Record<string, unknown> {
  return Object.fromEntries(list(values).map((one) => [text(read(one, 'key')), plain(read(one, 'value'))]));
}

/** `{stringValue: "a"}` → `"a"`; whole numbers come as text, since JSON has no 64 bits. */
function plain(value: unknown): unknown {
  const whole = read(value, 'intValue');
  if (whole !== undefined) return Number(whole);
  const values = read(value, 'arrayValue');
  if (values !== undefined) return list(read(values, 'values')).map(plain);
  return read(value, 'stringValue') ?? read(value, 'boolValue') ?? read(value, 'doubleValue');
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
