import { DataqueryBuilder as LokiQuery } from '@grafana/grafana-foundation-sdk/loki';
import { DataqueryBuilder as PromQuery, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { LOKI, PROMETHEUS } from '../datasources.ts';

/** Matchers on the variables of the dashboard that every series and every log line has. */
export const SCOPE = ['service_name=~"$service"', 'deployment_environment_name=~"$environment"'];

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

/** A query for one number of each series, made of log lines. Grafana makes one table of them, with a column `Value #A`. */
export function logNumbers(refId: string, expr: string): LokiQuery {
  return new LokiQuery().refId(refId).datasource(LOKI).expr(expr).queryType('instant');
}

/** A query for log lines, newest first. */
export function lines(refId: string, expr: string, most: number): LokiQuery {
  return new LokiQuery().refId(refId).datasource(LOKI).expr(expr).queryType('range').maxLines(most);
}
