/**
 * The vocabulary in which the registry is written, after OpenTelemetry Weaver's registry (v2): attributes are defined
 * once, signals refer to them. Plain data with inferred types: nothing is generated on the way to the running program.
 */

/**
 * What may leave the process of an attribute's value.
 * - `safe`: the value as it is (the detectors for secrets still look at every string)
 * - `truncate`: a shortened form, by the attribute's `truncation`
 * - `hash`: a keyed hash
 * - `content`: what people made, watch or say (titles, links, file names): hashed unless the user says otherwise
 * - `secret`: never
 */
export type Privacy = 'safe' | 'truncate' | 'hash' | 'content' | 'secret';

/** How a `truncate` value is shortened. `length` cuts after {@link MAX_TEXT_LENGTH} characters. */
export type Truncation = 'video_id' | 'ip_address' | 'base_name' | 'length';

/** What a `content` value is, where the user may say something else for it than for content in general. */
export type ContentKind = 'titles' | 'links' | 'fileNames';

/** Longest text, in characters, that leaves as an attribute of class `truncate` by `length`. */
export const MAX_TEXT_LENGTH = 1024;

export type AttributeType = 'string' | 'int' | 'double' | 'boolean' | 'string[]';

export interface AttributeDefinition {
  readonly name: string;
  readonly type: AttributeType;
  readonly brief: string;
  readonly privacy: Privacy;
  readonly truncation?: Truncation;
  readonly contentKind?: ContentKind;
  /** Known values, of an enum. Open: other values are kept. */
  readonly members?: readonly string[];
  readonly unit?: string;
  readonly examples?: readonly (string | number | boolean)[];
  /** The most distinct values to expect in one service; needed of string attributes on metrics. */
  readonly maxCardinality?: number;
  /** Set for attributes of OpenTelemetry's semantic conventions, which we use and do not own. */
  readonly upstream?: true;
}

export type Requirement = 'required' | 'recommended' | 'conditional';

export interface AttributeReference {
  readonly attribute: AttributeDefinition;
  readonly requirement: Requirement;
}

export type InstrumentKind = 'counter' | 'up_down_counter' | 'histogram' | 'gauge';

export interface MetricDefinition {
  readonly name: string;
  readonly instrument: InstrumentKind;
  readonly unit: string;
  readonly brief: string;
  readonly attributes: readonly AttributeReference[];
  readonly buckets?: readonly number[];
  /** Set for metrics of OpenTelemetry's semantic conventions, which we use and do not own. */
  readonly upstream?: true;
}

export interface SpanDefinition {
  readonly name: string;
  /** Set where the name carries one more low-cardinality part: `media.exec {program}`. */
  readonly nameSuffix?: string;
  readonly kind: 'internal' | 'client' | 'server' | 'producer' | 'consumer';
  readonly brief: string;
  readonly attributes: readonly AttributeReference[];
}

export interface EventDefinition {
  readonly name: string;
  readonly brief: string;
  readonly attributes: readonly AttributeReference[];
}

/** Defines an attribute, keeping its literal types. */
export function attribute<const D extends AttributeDefinition>(definition: D): D {
  return definition;
}

/** Defines a metric, keeping its literal types. */
export function metric<const D extends MetricDefinition>(definition: D): D {
  return definition;
}

/** Defines a span, keeping its literal types. */
export function span<const D extends SpanDefinition>(definition: D): D {
  return definition;
}

/** Defines an event (a log record with an event name), keeping its literal types. */
export function event<const D extends EventDefinition>(definition: D): D {
  return definition;
}

/** Refers to an attribute from a signal. */
export function ref<const A extends AttributeDefinition, const R extends Requirement>(
  definition: A,
  requirement: R,
): { readonly attribute: A; readonly requirement: R } {
  return { attribute: definition, requirement };
}

interface ValueOf {
  string: string;
  int: number;
  double: number;
  boolean: boolean;
  'string[]': string[];
}

type RefsOf<S extends { readonly attributes: readonly AttributeReference[] }> = S['attributes'][number];

type NamesOf<References extends AttributeReference, R extends Requirement> = References extends {
  readonly attribute: infer A extends AttributeDefinition;
  readonly requirement: R;
}
  ? A['name']
  : never;

type TypeOf<References extends AttributeReference, Name extends string> = Extract<
  References['attribute'],
  { readonly name: Name }
>['type'];

/**
 * The attributes a signal takes, by name: required ones must be there, others may be left out or `undefined`, and a
 * name that the signal does not refer to does not compile.
 */
export type AttributesOf<S extends { readonly attributes: readonly AttributeReference[] }> = {
  [N in NamesOf<RefsOf<S>, 'required'>]: ValueOf[TypeOf<RefsOf<S>, N>];
} & {
  [N in NamesOf<RefsOf<S>, 'recommended' | 'conditional'>]?: ValueOf[TypeOf<RefsOf<S>, N>] | undefined;
};
