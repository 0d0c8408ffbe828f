import { prometheusSamples, type Sample, type StoreUrls } from './stores.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';
import { waitFor } from './wait_for.ts';
import { because, DEADLINE_MS } from './wanted.ts';

/** Looks for the counters of a service in Prometheus, and shows those that counted. Returns what was not found. */
export async function findTotals(
  stores: StoreUrls,
  service: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  const query = `sum by (__name__) ({service_name=~"${service}.*", __name__=~"media_.+_total"}) > 0`;
  terminal.progress('asking Prometheus for its counters', true);
  const { answer, error, ms } = await waitFor(
    () => prometheusSamples(stores, query),
    (samples) => samples.length > 0,
    DEADLINE_MS,
    signal,
  );
  if (answer === undefined || answer.length === 0)
    return [`in Prometheus: any counter of ${service}${because(error)}`];
  terminal.say(`Prometheus, counters of ${service}, after ${duration(ms)}:`);
  terminal.show(['', ...answer.map(row).sort(), '']);
  return [];
}

function row({ labels, value }: Sample): string {
  const shown = Number.isInteger(value) ? String(value) : value.toPrecision(3);
  return `  ${(labels.__name__ ?? '').padEnd(50)} ${shown.padStart(12)}`;
}
