import type { EventDefinition } from '../../registry/define.ts';
import { labelName } from '../../registry/prometheus_name.ts';
import { LOKI, TEMPO } from './datasources.ts';

// Placeholders of Grafana's that survive encoding: they are filled in after, by what the field holds.
// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's, not ours.
const VALUE = '${__value.raw}';
const PLACEHOLDER = /%24%7B(?:__value\.raw|__field\.labels\.[a-z_]+)%7D/g;

function exploreLink(uid: string, query: object): string {
  const panes = { a: { datasource: uid, queries: [query], range: { from: 'now-24h', to: 'now' } } };
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
  const expr = `{service_name=~".+"} | trace_id="${VALUE}"`;
  return exploreLink(LOKI.uid, { refId: 'A', datasource: LOKI, expr });
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

/** A condition on log lines: an attribute has a value. */
export function attributeIs(attribute: { readonly name: string }, value: string): string {
  return `${labelName(attribute.name)}="${value}"`;
}
