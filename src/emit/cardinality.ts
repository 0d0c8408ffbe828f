import type { Attributes } from '@opentelemetry/api';
import { redactAttributes } from '../redact/attributes/attributes.ts';
import type { AttributeDefinition, MetricDefinition } from '../registry/define.ts';
import { isRedactedAtExport } from './privacy.ts';

/** Stands for every value of an attribute beyond those that there is room for, and for those that may be no label. */
export const OTHER = 'other';

const MAX_LABEL_LENGTH = 128;

interface Limit {
  readonly attribute: string;
  /** What stands for a value: the same one, `other`, or what is left of it. */
  labelOf(value: unknown): string | boolean;
}

const byAttribute = new Map<AttributeDefinition, Limit | undefined>();
const byMetric = new Map<MetricDefinition, readonly Limit[]>();

/**
 * The same value, or `other` if there are more of the attribute than the registry expects, or if it is none that may stand
 * on a metric. For names that are the keys of what is kept here, or that stand on spans and events too: all signals, and
 * {@link bounded}, call one thing by one name.
 */
export function boundedValue(attribute: AttributeDefinition, value: string): string {
  return String(limitOf(attribute)?.labelOf(value) ?? value);
}

/**
 * The same attributes, with `other` in the place of values of which there are more than the registry expects, and of those
 * that are no label: code without types may hand anything to a helper. The SDK's own limit of series holds within one
 * export interval only: with cumulative values, what it has once exported it keeps for ever, so an application that puts
 * an id into a component's name would grow without end.
 */
export function bounded(definition: MetricDefinition, attributes: Attributes): Attributes {
  let result = attributes;
  for (const limit of limitsOf(definition)) {
    const value = attributes[limit.attribute];
    if (value === undefined) continue;
    const label = limit.labelOf(value);
    if (label === value) continue;
    if (result === attributes) result = { ...attributes };
    result[limit.attribute] = label;
  }
  return result;
}

/** As many values as there is room for, besides those that are known. */
class TextLimit implements Limit {
  readonly attribute: string;
  readonly #max: number;
  // By the value as given: what may stand for it is found out once for each.
  readonly #labels: Map<string, string>;
  #last: unknown;
  #lastLabel: string = OTHER;

  constructor(attribute: string, members: readonly string[], maxCardinality: number) {
    this.attribute = attribute;
    this.#labels = new Map([...members, OTHER].map((member) => [member, member]));
    // Of an enum whose members are all there can be, the values come from our own code: there is room for no other.
    this.#max = members.length >= maxCardinality ? 0 : maxCardinality;
  }

  labelOf(value: unknown): string {
    // Most values are the one that came before.
    if (value !== this.#last) {
      this.#lastLabel = this.#labels.get(value as string) ?? this.#add(value);
      this.#last = value;
    }
    const label = this.#lastLabel;
    // Nobody after us redacts what another SDK is handed.
    return label !== OTHER && isRedactedAtExport() ? (value as string) : label;
  }

  #add(value: unknown): string {
    if (this.#labels.size >= this.#max || !isLabel(value)) return OTHER;
    const { [this.attribute]: left } = redactAttributes({ [this.attribute]: value });
    const label = typeof left === 'string' ? left : OTHER;
    this.#labels.set(value, label);
    return label;
  }
}

// A URL is what was meant for something else: whoever hands it (as `client`, say) would have it in the labels of stores.
function isLabel(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_LABEL_LENGTH && !value.includes('://');
}

const yesOrNo = (attribute: string): Limit => ({
  attribute,
  labelOf: (value) => (typeof value === 'boolean' ? value : Boolean(value)),
});

function limitsOf(definition: MetricDefinition): readonly Limit[] {
  let limits = byMetric.get(definition);
  if (limits === undefined) {
    limits = definition.attributes.flatMap(({ attribute }) => limitOf(attribute) ?? []);
    byMetric.set(definition, limits);
  }
  return limits;
}

function limitOf(attribute: AttributeDefinition): Limit | undefined {
  if (!byAttribute.has(attribute)) byAttribute.set(attribute, makeLimit(attribute));
  return byAttribute.get(attribute);
}

function makeLimit({ name, type, members = [], maxCardinality }: AttributeDefinition): Limit | undefined {
  if (type === 'boolean') return yesOrNo(name);
  if (type !== 'string' || maxCardinality === undefined) return undefined;
  return new TextLimit(name, members, maxCardinality);
}
