import { fromTempo } from './tempo_trace.ts';
import type { TraceSpan } from './trace_span.ts';

/** Base URLs of the stores. */
export interface StoreUrls {
  readonly tempo: string;
  readonly loki: string;
  readonly prometheus: string;
}

/** A line of a log, with all that is known of it. */
export interface LogLine {
  readonly at: Date;
  readonly text: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** One series of an instant query. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const REQUEST_MS = 10_000;
const HOUR_MS = 3_600_000;

/** A trace by its id; no spans while Tempo does not know it. */
export async function tempoTrace(stores: StoreUrls, traceId: string): Promise<TraceSpan[]> {
  // The second API is newer, and says which part of a trace it could not get; the first one is everywhere.
  for (const path of ['/api/v2/traces/', '/api/traces/']) {
    const answer = await getJson(`${stores.tempo}${path}${traceId}`, [404]);
    if (answer === undefined) continue;
    const spans = fromTempo(answer);
    if (spans.length > 0) return spans;
  }
  return [];
}

/** The log lines of a service that belong to a trace, oldest first. */
export async function lokiLines(stores: StoreUrls, service: string, traceId: string): Promise<LogLine[]> {
  const now = Date.now();
  const parameters = new URLSearchParams({
    query: `{service_name=${quoted(service)}} | trace_id=${quoted(traceId)}`,
    start: new Date(now - HOUR_MS).toISOString(),
    end: new Date(now + 60_000).toISOString(),
    limit: '500',
  });
  const answer = (await getJson(`${stores.loki}/loki/api/v1/query_range?${parameters}`)) as {
    data: { result: { stream: Record<string, string>; values: [string, string][] }[] };
  };
  return answer.data.result
    .flatMap(({ stream, values }) =>
      values.map(([ns, text]) => ({ at: new Date(Number(BigInt(ns) / 1_000_000n)), text, labels: stream })),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The trace of the newest log line that a query finds. */
export async function newestTraceId(stores: StoreUrls, query: string): Promise<string | undefined> {
  const start = new Date(Date.now() - HOUR_MS).toISOString();
  const parameters = new URLSearchParams({ query, start, limit: '1' });
  const answer = (await getJson(`${stores.loki}/loki/api/v1/query_range?${parameters}`)) as {
    data: { result: { stream: { trace_id?: string } }[] };
  };
  return answer.data.result[0]?.stream.trace_id;
}

/** The answer to an instant query. */
export async function prometheusSamples(stores: StoreUrls, query: string): Promise<Sample[]> {
  const parameters = new URLSearchParams({ query });
  const answer = (await getJson(`${stores.prometheus}/api/v1/query?${parameters}`)) as {
    data: { result: { metric: Record<string, string>; value: [number, string] }[] };
  };
  return answer.data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
}

async function getJson(url: string, expected: readonly number[] = []): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(REQUEST_MS),
  });
  if (response.ok) return response.json();
  const text = (await response.text()).slice(0, 300);
  if (expected.includes(response.status)) return undefined;
  throw new Error(`${new URL(url).pathname} answered ${response.status}: ${text}`);
}

/** A string of LogQL or PromQL. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
