import type { MetricDefinition } from './define.ts';

/** Series of one metric, narrowed to some values of its attributes. */
export interface Selection {
  readonly metric: MetricDefinition;
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** Values that are left out. */
  readonly except?: Readonly<Record<string, readonly string[]>>;
}

type AttributeNameOf<M extends MetricDefinition> = M['attributes'][number]['attribute']['name'];
type Values<M extends MetricDefinition> = { readonly [Name in AttributeNameOf<M>]?: readonly string[] };

/** Picks series of a metric. An attribute that the metric does not have does not compile. */
export function select<M extends MetricDefinition>(metric: M, where: Values<M> = {}): Selection {
  return { metric, where: where as Selection['where'] };
}

/** Picks the series of a metric that do not have these values. */
export function selectExcept<M extends MetricDefinition>(metric: M, except: Values<M>): Selection {
  return { metric, where: {}, except: except as Selection['where'] };
}
