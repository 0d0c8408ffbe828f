import type { EventDefinition } from '../../registry/define.ts';
import { labelName } from '../../registry/prometheus_name.ts';
import { LOKI, TEMPO } from './datasources.ts';

/** How far back something is looked for that runs now. */
export const LONGEST_RUN = '24h';

// Placeholders of Grafana's that survive encoding: they are filled in after, by what the field holds.
// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's, not ours.
const VALUE = '${__value.raw}';
const PLACEHOLDER = /%24%7B(?:__value\.raw|__field\.labels\.[a-z_]+|__from|__to)%7D/g;

/** The time that the dashboard shows, which is that of the rows and bars in it. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's variables, not ours.
const SHOWN = { from: '${__from}', to: '${__to}' } as const;
/** For what runs now: it may have begun before the time that the dashboard shows. */
const LATELY = { from: `now-${LONGEST_RUN}`, to: 'now' } as const;

function exploreLink(uid: string, query: object, range: typeof SHOWN | typeof LATELY = SHOWN): string {
  const panes = { a: { datasource: uid, queries: [query], range } };
  const encoded = encodeURIComponent(JSON.stringify(panes)).replaceAll(PLACEHOLDER, (found) =>
    decodeURIComponent(found),
  );
  return `/explore?schemaVersion=1&orgId=1&panes=${encoded}`;
}

/** Link from a trace id in a field to the trace. */
export function traceLink(): string {
  return exploreLink(TEMPO.uid, { refId: 'A', datasource: TEMPO, queryType: 'traceql', query: VALUE });
}

/** Link from a trace id in a field to all log lines of the trace. */
export function traceLogsLink(): string {
  return exploreLink(LOKI.uid, traceLogs());
}

/** The same of something that runs now. */
export function runningLogsLink(): string {
  return exploreLink(LOKI.uid, traceLogs(), LATELY);
}

function traceLogs(): object {
  return { refId: 'A', datasource: LOKI, expr: `{service_name=~".+"} | trace_id="${VALUE}"` };
}

/**
 * Link from a series, or from a row of a table, to the log lines of an event, each of which leads to its trace.
 *
 * @param labels     labels of the series that the lines have too
 * @param conditions further conditions on the lines
 */
export function eventLink(
  event: EventDefinition,
  labels: readonly string[],
  conditions: readonly string[] = [],
): string {
  const stream = `{service_name=~".+", event_name="${event.name}"}`;
  const ofSeries = labels.map((label) => `${label}="\${__field.labels.${label}}"`);
  const expr = [stream, ...conditions, ...ofSeries].join(' | ');
  return exploreLink(LOKI.uid, { refId: 'A', datasource: LOKI, expr });
}

/** Link from a value in a table to the log lines of an event that have it, each of which leads to its trace. */
export function valueLink(event: EventDefinition, label: string, conditions: readonly string[] = []): string {
  const stream = `{service_name=~".+", event_name="${event.name}"}`;
  const expr = [stream, ...conditions, `${label}="${VALUE}"`].join(' | ');
  return exploreLink(LOKI.uid, { refId: 'A', datasource: LOKI, expr });
}

/** Link from a series to the traces with an event of a span that has the series' value of an attribute. */
export function spanEventLink(event: EventDefinition, attribute: { readonly name: string }): string {
  const value = `\${__field.labels.${labelName(attribute.name)}}`;
  const query = `{ event:name = "${event.name}" && event.${attribute.name} = "${value}" }`;
  return exploreLink(TEMPO.uid, { refId: 'A', datasource: TEMPO, queryType: 'traceql', query });
}

/** Link from a series to the spans that failed with the series' values of some attributes. */
export function failedSpansLink(...attributes: readonly { readonly name: string }[]): string {
  const same = attributes.map(({ name }) => `span.${name} = "\${__field.labels.${labelName(name)}}"`);
  const query = `{ ${[...same, 'status = error'].join(' && ')} }`;
  return exploreLink(TEMPO.uid, { refId: 'A', datasource: TEMPO, queryType: 'traceql', query });
}

/** Link from a value of an attribute in a table to the spans that failed with it. */
export function failedSpansWith(attribute: { readonly name: string }, span: string): string {
  const query = `{ name =~ "${span}.*" && span.${attribute.name} = "${VALUE}" && status = error }`;
  return exploreLink(TEMPO.uid, { refId: 'A', datasource: TEMPO, queryType: 'traceql', query });
}

/** A condition on log lines: an attribute has a value. */
export function attributeIs(attribute: { readonly name: string }, value: string): string {
  return `${labelName(attribute.name)}="${value}"`;
}
