import type { Attributes } from '@opentelemetry/api';
import { warnOfMisuse } from '../../emit/guard.ts';
import { addCount, record, setGauge } from '../../emit/metrics.ts';
import { outgoing } from '../../emit/privacy.ts';
import { redactText } from '../../redact/text/text.ts';
import { NAMESPACE } from '../../registry/namespace.ts';
import type { MeasureOptions } from './options.ts';
import { ucumUnit } from './ucum.ts';

type Kind = NonNullable<MeasureOptions['kind']>;

const KINDS: readonly Kind[] = ['gauge', 'counter', 'histogram'];

// What OpenTelemetry takes for the name of an instrument.
const MAX_NAME_LENGTH = 255;
const FIRST_CHARACTER = /^[a-z]/i;
const OTHER_CHARACTERS = /[^a-z0-9_./-]/gi;

const RESERVED = [`${NAMESPACE}.`, 'otel.'];

const MAX_ATTRIBUTES = 16;
const MAX_ATTRIBUTE_SETS = 200;
const MAX_VALUE_LENGTH = 128;
const MAX_BUCKETS = 50;

const NO_ATTRIBUTES: Attributes = {};
// Not `other` in one attribute: which of an application's own attributes has too many values cannot be known.
/** OpenTelemetry's own sign for values whose attributes were too many to tell apart. */
const OVERFLOW: Attributes = { 'otel.metric.overflow': true };

// Names that differ only in their case, or in what is sanitised away, are one to OpenTelemetry.
const byCleanName = new Map<string, OwnSeries>();

/**
 * The metric of a name that the application chose; the same for names that are one to OpenTelemetry.
 *
 * @returns a text that says why, where there can be none
 */
export function ownSeries(given: string, options: MeasureOptions): OwnSeries | string {
  const { kind = 'gauge', unit = '', buckets } = options;
  const name = given.trim().replaceAll(OTHER_CHARACTERS, '_');
  if (redactText(given, { paths: false }) !== given) return 'a name must not carry anything private';
  if (!FIRST_CHARACTER.test(name)) return 'a name must begin with a letter';
  if (name.length > MAX_NAME_LENGTH) return `a name has at most ${MAX_NAME_LENGTH} characters`;
  const lower = name.toLowerCase();
  if (RESERVED.some((prefix) => lower.startsWith(prefix)))
    return `${name}: this namespace is taken; choose one of your own`;
  const code = typeof unit === 'string' ? ucumUnit(unit) : undefined;
  if (code === undefined) return `${name}: the unit must be one of UCUM, or a word`;
  if (!KINDS.includes(kind)) return `${name}: the kind must be one of ${KINDS.join(', ')}`;
  if (buckets !== undefined && !areBuckets(buckets))
    return `${name}: buckets must be 1 to ${MAX_BUCKETS} finite numbers in rising order`;
  let series = byCleanName.get(lower);
  if (series === undefined) {
    series = new OwnSeries(name, kind, code, buckets);
    byCleanName.set(lower, series);
  }
  return series;
}

/** A metric of the application's own. */
export class OwnSeries {
  readonly #name: string;
  readonly #kind: Kind;
  readonly #unit: string;
  readonly #record: (value: number, attributes: Attributes) => void;
  readonly #sets = new Map<string, Attributes>();
  // Units as given that were found to be this one: looking one up is a part of every call.
  #unitAsGiven: string | undefined;
  #warned = false;

  constructor(name: string, kind: Kind, unit: string, buckets: readonly number[] | undefined) {
    this.#name = name;
    this.#kind = kind;
    this.#unit = unit;
    this.#record = recorder(name, kind, unit, buckets);
  }

  /** Records a value, if it is one and is said to be of this kind and unit. */
  measured(value: number, options: MeasureOptions): void {
    const wrong = this.#wrongWith(value, options);
    if (wrong === undefined) this.#record(value, this.#attributes(options.attributes));
    else if (!this.#warned) {
      this.#warned = true;
      warnOfMisuse(`measure(): ${this.#name}: ${wrong}`);
    }
  }

  #wrongWith(value: number, { kind, unit }: MeasureOptions): string | undefined {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'a value must be a finite number';
    if (kind !== undefined && kind !== this.#kind) return `this name was used for a ${this.#kind} before`;
    if (unit !== undefined && unit !== this.#unitAsGiven) {
      if (ucumUnit(String(unit)) !== this.#unit)
        return `this name was used with the unit ${this.#unit} before`;
      this.#unitAsGiven = unit;
    }
    if (value < 0 && this.#kind === 'counter') return 'a counter only goes up';
    return undefined;
  }

  #attributes(given: MeasureOptions['attributes']): Attributes {
    if (given === undefined || given === null) return NO_ATTRIBUTES;
    let key = '';
    for (const name of Object.keys(given)) {
      const value: unknown = given[name];
      // Texts apart from what only looks like them, and whatever is no attribute as one thing.
      key += typeof value === 'string' ? `${name}\0${value}\0` : `${name}\0\0${primitive(value)}\0`;
    }
    let found = this.#sets.get(key);
    if (found === undefined) {
      if (this.#sets.size >= MAX_ATTRIBUTE_SETS) return OVERFLOW;
      found = outgoing(cleaned(given));
      this.#sets.set(key, found);
    }
    return found;
  }
}

function areBuckets(given: unknown): given is readonly number[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MAX_BUCKETS) return false;
  return given.every(
    (bound, at) => Number.isFinite(bound) && (at === 0 || bound > (given[at - 1] as number)),
  );
}

function recorder(
  name: string,
  kind: Kind,
  unit: string,
  buckets: readonly number[] | undefined,
): (value: number, attributes: Attributes) => void {
  const common = { name, unit, brief: 'Measured by the application.', attributes: [] } as const;
  switch (kind) {
    case 'gauge': {
      const definition = { ...common, instrument: kind } as const;
      return (value, attributes) => setGauge(definition, value, attributes);
    }
    case 'counter': {
      const definition = { ...common, instrument: kind } as const;
      return (value, attributes) => addCount(definition, value, attributes);
    }
    case 'histogram': {
      const definition = {
        ...common,
        instrument: kind,
        ...(buckets && { buckets: [...buckets] }),
      } as const;
      return (value, attributes) => record(definition, value, attributes);
    }
  }
}

function primitive(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function cleaned(given: Readonly<Record<string, unknown>>): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(given).slice(0, MAX_ATTRIBUTES)) {
    if (typeof value === 'string') attributes[name] = value.slice(0, MAX_VALUE_LENGTH);
    else if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
      attributes[name] = value;
  }
  return attributes;
}
