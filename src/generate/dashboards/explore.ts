import { LOKI, TEMPO } from './datasources.ts';

// A placeholder of Grafana's that survives encoding: it is filled in after, by what the field holds.
// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's, not ours.
const VALUE = '${__value.raw}';

function exploreLink(uid: string, query: object): string {
  const panes = { a: { datasource: uid, queries: [query], range: { from: 'now-24h', to: 'now' } } };
  const encoded = encodeURIComponent(JSON.stringify(panes)).replaceAll(encodeURIComponent(VALUE), VALUE);
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
