import type { Attributes } from '@opentelemetry/api';
import type { AttributeDefinition, MetricDefinition } from '../registry/define.ts';

/** Stands for every value of an attribute beyond those that there is room for. */
export const OTHER = 'other';

interface Limit {
  readonly attribute: string;
  readonly max: number;
  readonly seen: Set<string>;
}

const byAttribute = new Map<AttributeDefinition, Limit>();
const byMetric = new Map<MetricDefinition, readonly Limit[]>();

/**
 * The same value, or `other` if there are more of the attribute than the registry expects. For names that are the keys
 * of what is kept here, or that stand on spans and events too: all signals, and {@link bounded}, call one thing by one name.
 */
export function boundedValue(attribute: AttributeDefinition, value: string): string {
  const limit = limitOf(attribute);
  return limit === undefined || isRoomFor(value, limit) ? value : OTHER;
}

/**
 * The same attributes, with `other` in the place of values of which there are more than the registry expects. The SDK's
 * own limit of series holds within one export interval only: with cumulative values, what it has once exported it keeps
 * for ever, so an application that puts an id into a component's name would grow without end.
 */
export function bounded(definition: MetricDefinition, attributes: Attributes): Attributes {
  let result = attributes;
  for (const limit of limitsOf(definition)) {
    const value = attributes[limit.attribute];
    if (typeof value !== 'string' || isRoomFor(value, limit)) continue;
    if (result === attributes) result = { ...attributes };
    result[limit.attribute] = OTHER;
  }
  return result;
}

function isRoomFor(value: string, { max, seen }: Limit): boolean {
  // `other` itself takes no place of those that are counted.
  if (seen.has(value) || value === OTHER) return true;
  if (seen.size >= max) return false;
  seen.add(value);
  return true;
}

function limitsOf(definition: MetricDefinition): readonly Limit[] {
  let limits = byMetric.get(definition);
  if (limits === undefined) {
    limits = definition.attributes.flatMap(({ attribute }) => limitOf(attribute) ?? []);
    byMetric.set(definition, limits);
  }
  return limits;
}

function limitOf(attribute: AttributeDefinition): Limit | undefined {
  const { name, type, members = [], maxCardinality } = attribute;
  // An enum whose members are all there can be is not counted: its values come from our own code.
  if (type !== 'string' || maxCardinality === undefined || members.length >= maxCardinality) return undefined;
  let limit = byAttribute.get(attribute);
  if (limit === undefined) {
    limit = { attribute: name, max: maxCardinality - 1, seen: new Set(members) };
    byAttribute.set(attribute, limit);
  }
  return limit;
}
