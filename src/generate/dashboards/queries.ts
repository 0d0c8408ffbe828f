import { DataqueryBuilder as LokiQuery } from '@grafana/grafana-foundation-sdk/loki';
import { DataqueryBuilder as PromQuery, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { downloadClient } from '../../registry/download.ts';
import { labelName } from '../../registry/prometheus_name.ts';
import type { Selection } from '../../registry/selection.ts';
import { counted, type Part, series } from '../promql.ts';
import { LOKI, PROMETHEUS } from './datasources.ts';

/** Matchers on the variables of the dashboard that every series and every log line has. */
export const SCOPE = ['service_name=~"$service"', 'deployment_environment_name=~"$environment"'];

/** Matcher on the variable `client`, for what has one. */
export const CLIENT = `${labelName(downloadClient.name)}=~"$client"`;

/** Selector of some series, narrowed by the dashboard's variables as far as the metric has their labels. */
export function filtered(selection: Selection, part?: Part): string {
  const hasClient = selection.metric.attributes.some(
    ({ attribute }) => attribute.name === downloadClient.name,
  );
  return series(selection, hasClient ? [...SCOPE, CLIENT] : SCOPE, part);
}

/** How much was counted in the whole time that the dashboard shows. */
export function inRange(selection: Selection, part?: Part): string {
  return counted(filtered(selection, part), '$__range');
}

/** How much was counted around each point of a graph. */
export function around(selection: Selection, part?: Part): string {
  return counted(filtered(selection, part), '$__rate_interval');
}

/** A query for a graph. */
export function graph(refId: string, expr: string, legend: string): PromQuery {
  return new PromQuery().refId(refId).datasource(PROMETHEUS).expr(expr).legendFormat(legend).range();
}

/** A query for one number. */
export function number(refId: string, expr: string): PromQuery {
  return new PromQuery().refId(refId).datasource(PROMETHEUS).expr(expr).instant();
}

/** A query for columns of a table. */
export function columns(refId: string, expr: string): PromQuery {
  return number(refId, expr).format(PromQueryFormat.Table);
}

/** A query for a graph of numbers made of log lines. */
export function logGraph(refId: string, expr: string, legend: string): LokiQuery {
  return new LokiQuery().refId(refId).datasource(LOKI).expr(expr).queryType('range').legendFormat(legend);
}

/** A query for log lines, newest first. */
export function lines(refId: string, expr: string, most: number): LokiQuery {
  return new LokiQuery().refId(refId).datasource(LOKI).expr(expr).queryType('range').maxLines(most);
}
