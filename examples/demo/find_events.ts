import type { StoreUrls } from './stores.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';
import { waitFor } from './wait_for.ts';
import { because, DEADLINE_MS } from './wanted.ts';

/** How often each event of a service came, by name. */
type Counts = readonly (readonly [string, number])[];

/** Looks for the events of a service in Loki, and shows how many there are. Returns what was not found. */
export async function findEvents(
  stores: StoreUrls,
  service: string,
  sinceMs: number,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  let before = '';
  terminal.progress('asking Loki for its events', true);
  const {
    answer = [],
    error,
    ms,
  } = await waitFor(
    () => eventCounts(stores, service, sinceMs),
    (counts) => {
      // All of it has arrived once there is no more of it than a moment ago.
      const same = counts.length > 0 && JSON.stringify(counts) === before;
      before = JSON.stringify(counts);
      return same;
    },
    DEADLINE_MS,
    signal,
  );
  if (answer.length === 0) return [`in Loki: any event of ${service}${because(error)}`];
  terminal.say(`Loki, ${selectorOf(service)} by event_name, after ${duration(ms)}:`);
  terminal.show(['', ...answer.map(([name, count]) => `  ${String(count).padStart(5)}  ${name}`), '']);
  return [];
}

async function eventCounts({ loki }: StoreUrls, service: string, sinceMs: number): Promise<Counts> {
  const seconds = Math.ceil((Date.now() - sinceMs) / 1000) + 1;
  const query = `sum by (event_name) (count_over_time(${selectorOf(service)} [${seconds}s]))`;
  const url = `${loki}/loki/api/v1/query?${new URLSearchParams({ query })}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`Loki answered ${response.status}`);
  const { data } = (await response.json()) as {
    data: { result: { metric: { event_name?: string }; value: [number, string] }[] };
  };
  return data.result
    .map(({ metric, value }) => [metric.event_name ?? 'lines that are no events', Number(value[1])] as const)
    .sort(([a], [b]) => a.localeCompare(b));
}

/** The log lines of an example; the parts of one that has several are services of their own, named after it. */
export function selectorOf(service: string): string {
  return `{service_name=~"${service}.*"}`;
}
