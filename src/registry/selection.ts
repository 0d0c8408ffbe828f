import type { MetricDefinition } from './define.ts';

/** Series of one metric, narrowed to some values of its attributes. */
export interface Selection {
  readonly metric: MetricDefinition;
  readonly where: Readonly<Record<string, readonly string[]>>;
}

type AttributeNameOf<M extends MetricDefinition> = M['attributes'][number]['attribute']['name'];

/** Picks series of a metric. An attribute that the metric does not have does not compile. */
export function select<M extends MetricDefinition>(
  metric: M,
  where: { readonly [Name in AttributeNameOf<M>]?: readonly string[] } = {},
): Selection {
  return { metric, where: where as Selection['where'] };
}
