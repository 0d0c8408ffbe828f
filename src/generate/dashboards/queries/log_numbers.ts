import type { AttributeDefinition, EventDefinition } from '../../../registry/define.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { SCOPE } from './queries.ts';

/** Selector of the lines of some events, narrowed to the service and environment chosen. */
export function linesOf(...events: readonly EventDefinition[]): string {
  const names = events.map(({ name }) => name);
  const operator = names.length === 1 ? '=' : '=~';
  return `{${[`event_name${operator}"${names.join('|')}"`, ...SCOPE].join(', ')}}`;
}

/** Condition on lines: they have the attribute. */
export function has(attribute: AttributeDefinition): string {
  return ` | ${labelName(attribute.name)}!=""`;
}

/** How many lines there were in a window, by some labels. */
export function countBy(labels: readonly string[], found: string, window = '$__range'): string {
  const by = labels.length === 0 ? '' : ` by (${labels.join(', ')})`;
  return `sum${by} (count_over_time(${found} [${window}]))`;
}

/** Sum of a number that lines carry, by some labels. Lines without it count for nothing. */
export function sumOf(attribute: AttributeDefinition, labels: readonly string[], found: string): string {
  const name = labelName(attribute.name);
  const by = labels.length === 0 ? '' : ` by (${labels.join(', ')})`;
  return `sum${by} (sum_over_time(${found}${has(attribute)} | unwrap ${name} [$__range]))`;
}

/**
 * How many lines there were for which a condition of a template holds, by some labels: 0 too, where there were others.
 *
 * @param condition in the language of Go's templates
 */
export function countWhere(condition: string, labels: readonly string[], found: string): string {
  const flag = ` | label_format is_so=\`{{ if ${condition} }}1{{ else }}0{{ end }}\` | unwrap is_so`;
  const by = labels.length === 0 ? '' : ` by (${labels.join(', ')})`;
  return `sum${by} (sum_over_time(${found}${flag} [$__range]))`;
}

/** How many different values of an attribute lines had, by some labels. */
export function distinct(attribute: AttributeDefinition, labels: readonly string[], found: string): string {
  const each = countBy([...labels, labelName(attribute.name)], `${found}${has(attribute)}`);
  return labels.length === 0 ? `count(${each})` : `count by (${labels.join(', ')}) (${each})`;
}

/** When the last line was written, by some labels, in milliseconds since 1970. */
export function lastTime(labels: readonly string[], found: string): string {
  const time = `| label_format at=\`{{ __timestamp__ | unixEpochMillis }}\` | unwrap at`;
  return `max_over_time(${found} ${time} [$__range]) by (${labels.join(', ')})`;
}
