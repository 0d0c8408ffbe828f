import { DataqueryBuilder as LokiQuery } from '@grafana/grafana-foundation-sdk/loki';
import { LOKI } from './datasources.ts';

/** A query for how many log lines there were in the time shown, by some labels. */
export function countsOfLines(refId: string, labels: readonly string[], found: string): LokiQuery {
  return lokiNumber(refId, `sum by (${labels.join(', ')}) (count_over_time(${found} [$__range]))`);
}

/** A query for one number of each series, made of log lines. Grafana makes one table of them, with a column `Value #A`. */
export function lokiNumber(refId: string, expr: string): LokiQuery {
  return new LokiQuery().refId(refId).datasource(LOKI).expr(expr).queryType('instant');
}
