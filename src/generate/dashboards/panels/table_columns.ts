import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type {
  DataTransformerConfig,
  DynamicConfigValue,
  ThresholdsConfig,
} from '@grafana/grafana-foundation-sdk/dashboard';

/** A column of a table, in the order in which they are to stand. */
export interface Column {
  /** Name of the field: a label, or `Value #A` for the value of query A. */
  readonly field: string;
  readonly title: string;
  readonly properties?: readonly DynamicConfigValue[];
}

/** Joins the tables of several queries on the labels they share, and keeps, names and orders the columns. */
export function joined(columns: readonly Column[]): DataTransformerConfig[] {
  return [{ id: 'merge', options: {} }, ...kept(columns)];
}

/** Keeps, names and orders the columns of one table. */
export function kept(columns: readonly Column[]): DataTransformerConfig[] {
  return [
    { id: 'filterFieldsByName', options: { include: { names: columns.map(({ field }) => field) } } },
    {
      id: 'organize',
      options: {
        excludeByName: {},
        indexByName: Object.fromEntries(columns.map(({ field }, index) => [field, index])),
        renameByName: Object.fromEntries(columns.map(({ field, title }) => [field, title])),
      },
    },
  ];
}

/** Makes numbers of columns that have a unit: what comes from a label is text, and a text has no unit. */
export function numeric(columns: readonly Column[]): DataTransformerConfig {
  const conversions = columns
    .filter(({ properties = [] }) => properties.some(({ id }) => id === 'unit'))
    .map(({ field }) => ({ targetField: field, destinationType: 'number' }));
  return { id: 'convertFieldType', options: { conversions } };
}

interface Overridable {
  overrideByName(name: string, properties: DynamicConfigValue[]): this;
}

/** Gives each column its own unit, colours, mappings and links. */
export function styled<B extends Overridable>(builder: B, columns: readonly Column[]): B {
  for (const { title, properties } of columns) {
    if (properties !== undefined) builder.overrideByName(title, [...properties]);
  }
  return builder;
}

/** Sets the unit of a column. */
export function unit(value: string): DynamicConfigValue {
  return { id: 'unit', value };
}

/** Sets the width of a column, in pixels. */
export function width(pixels: number): DynamicConfigValue {
  return { id: 'custom.width', value: pixels };
}

/** Sets how many digits there are behind the point. */
export function decimals(value: number): DynamicConfigValue {
  return { id: 'decimals', value };
}

/** Colours the values of a column. */
export function coloured(colours: Builder<ThresholdsConfig>): DynamicConfigValue[] {
  return [
    { id: 'thresholds', value: colours.build() },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
}

/** Shows the values of a column as shares, in colours. */
export function share(colours: Builder<ThresholdsConfig>, digits = 1): DynamicConfigValue[] {
  return [unit('percentunit'), decimals(digits), ...coloured(colours)];
}

/** Has a click on a value of a column lead somewhere. */
export function leadsTo(title: string, url: string): DynamicConfigValue {
  return { id: 'links', value: [{ title, url, targetBlank: true }] };
}
