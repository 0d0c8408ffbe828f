import type { AnyValue } from '@opentelemetry/api';

/** Fields of a log line, as its library has them. */
export type LogFields = Readonly<Record<string, unknown>>;

// What a record says in a place of its own, or its resource does; the name of a machine never leaves.
const SAID_ELSEWHERE = new Set(['trace_id', 'span_id', 'trace_flags', 'pid', 'hostname']);
const MAX_ATTRIBUTES = 100;

/**
 * The fields of a log line as attributes of a record: errors by the names that OpenTelemetry has for them, and
 * without what the record says elsewhere.
 *
 * @param fields plain data, of bounded size
 * @param left   names of the fields that are none: level, time, message
 * @param errors names of the fields that hold an error
 */
export function logAttributes(
  fields: LogFields,
  left: readonly string[],
  errors: readonly string[],
): Record<string, AnyValue> {
  const attributes: Record<string, AnyValue> = {};
  let count = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (SAID_ELSEWHERE.has(name) || left.includes(name) || value === undefined) continue;
    count += 1;
    if (count > MAX_ATTRIBUTES) break;
    const exception = errors.includes(name) ? exceptionAttributes(value) : undefined;
    if (exception === undefined) attributes[name] = value as AnyValue;
    else Object.assign(attributes, exception);
  }
  return attributes;
}

function exceptionAttributes(error: unknown): Record<string, AnyValue> | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { type, name, message, stack, ...more } = error as Record<string, unknown>;
  if (typeof message !== 'string') return undefined;
  return {
    'exception.type': typeof type === 'string' ? type : typeof name === 'string' ? name : 'Error',
    'exception.message': message,
    ...(typeof stack === 'string' && { 'exception.stacktrace': stack }),
    ...(Object.keys(more).length > 0 && { 'exception.fields': more as Record<string, AnyValue> }),
  };
}
