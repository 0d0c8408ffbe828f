import type { AnyValue } from '@opentelemetry/api';

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** The attributes of a part of OTLP, by name. */
export function attributesOf(item: Json): Record<string, AnyValue> {
  return Object.fromEntries(
    list(item.attributes).map(({ key, value }) => [text(key) ?? '', anyValue(value)]),
  );
}

/** A value of OTLP, which says of what type it is, as the SDK has it. */
export function anyValue(value: unknown): AnyValue {
  const { stringValue, intValue, doubleValue, boolValue, arrayValue, kvlistValue, bytesValue } =
    object(value);
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  if (arrayValue !== undefined) return list(object(arrayValue).values).map(anyValue);
  if (kvlistValue !== undefined) return attributesOf({ attributes: object(kvlistValue).values });
  if (typeof bytesValue === 'string') return new Uint8Array(Buffer.from(bytesValue, 'base64'));
  const number = intValue ?? doubleValue;
  return number === undefined ? undefined : Number(number);
}

export function isFields(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object(value: unknown): Json {
  return isFields(value) ? value : {};
}

export function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A field that is left out where it has no value. */
export function optional<N extends string, T>(name: N, value: T | undefined): { [K in N]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: T };
}
