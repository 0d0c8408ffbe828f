import type { Attributes } from '@opentelemetry/api';
import type { AttributeDefinition, MetricDefinition } from '../registry/define.ts';

/** Stands on metrics for every value of an attribute beyond those that there is room for. */
const OTHER = 'other';

interface Limit {
  readonly attribute: string;
  readonly max: number;
  readonly seen: Set<string>;
}

const byAttribute = new Map<AttributeDefinition, Limit>();
const byMetric = new Map<MetricDefinition, readonly Limit[]>();

/**
 * The same attributes, with `other` in the place of values of which there are more than the registry expects. The SDK's
 * own limit of series holds within one export interval only: with cumulative values, what it has once exported it keeps
 * for ever, so an application that puts an id into a component's name would grow without end.
 */
export function bounded(definition: MetricDefinition, attributes: Attributes): Attributes {
  let result = attributes;
  for (const { attribute, max, seen } of limitsOf(definition)) {
    const value = attributes[attribute];
    if (typeof value !== 'string' || seen.has(value)) continue;
    if (seen.size < max) {
      seen.add(value);
      continue;
    }
    if (result === attributes) result = { ...attributes };
    result[attribute] = OTHER;
  }
  return result;
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
