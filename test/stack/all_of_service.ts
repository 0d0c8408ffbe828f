import { getJson, nowSeconds, theStack } from './live.ts';

export const STORES = ['tempo', 'loki', 'prometheus'] as const;
export type Store = (typeof STORES)[number];

/** In what a store has of a service, that the Collector found something to mask: of ours it never should. */
export const MASKED_LATE = /otel_media[._]redaction/;

const LAST_HOUR_SECONDS = 3600;

/** All that a store has of a service, as one text in which a secret can be looked for. */
export async function allOfService(store: Store, service: string): Promise<string> {
  const { tempo, loki, prometheus } = theStack();
  const [start, end] = [nowSeconds() - LAST_HOUR_SECONDS, nowSeconds() + 60];
  switch (store) {
    case 'tempo': {
      const q = `{ resource.service.name = "${service}" }`;
      const found = (await getJson(tempo, '/api/search', { q, limit: 100, start, end })) as {
        traces?: readonly { traceID: string }[];
      };
      const traces = (found.traces ?? []).map(({ traceID }) => getJson(tempo, `/api/v2/traces/${traceID}`));
      return JSON.stringify(await Promise.all(traces));
    }
    case 'loki': {
      const query = `{service_name="${service}"}`;
      const range = { start: `${start}000000000`, end: `${end}000000000` };
      return JSON.stringify(
        await getJson(loki, '/loki/api/v1/query_range', { query, limit: 5000, ...range }),
      );
    }
    case 'prometheus': {
      const query = `{service_name="${service}"}`;
      const parts = [
        getJson(prometheus, '/api/v1/series', { 'match[]': query, start, end }),
        getJson(prometheus, '/api/v1/query_exemplars', { query, start, end }),
        getJson(prometheus, '/api/v1/query', { query }),
      ];
      return JSON.stringify(await Promise.all(parts));
    }
  }
}
