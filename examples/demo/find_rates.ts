import { prometheusSamples, type Sample } from './stores.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';
import { waitFor } from './wait_for.ts';
import { because, DEADLINE_MS, type Wanted } from './wanted.ts';

/** Looks for the counts in Prometheus, and shows the success rates. Returns what was not found. */
export async function findRates(
  { stores, instance, tally, signal }: Wanted,
  terminal: Terminal,
): Promise<string[]> {
  const query =
    'sum by (media_download_client, media_download_outcome)' +
    ` (media_download_attempts_total{service_instance_id="${instance}"})`;
  const found = (samples: readonly Sample[]) => ({
    attempts: total(samples),
    successes: total(samples.filter(isSuccess)),
  });
  terminal.progress('asking Prometheus for the success rates', true);
  const {
    answer = [],
    error,
    ms,
  } = await waitFor(
    () => prometheusSamples(stores, query),
    (samples) => found(samples).attempts === tally.attempts && found(samples).successes === tally.successes,
    DEADLINE_MS,
    signal,
  );
  terminal.say(`Prometheus, media_download_attempts_total by client, after ${duration(ms)}:`);
  terminal.show(['', ...rateTable(answer), '']);
  const { attempts, successes } = found(answer);
  if (attempts === tally.attempts && successes === tally.successes) return [];
  const counted = `${tally.successes} of ${tally.attempts} attempts succeeded, it says ${successes} of ${attempts}`;
  return [`in Prometheus: the right counts: ${counted}${because(error)}`];
}

function rateTable(samples: readonly Sample[]): string[] {
  const clients = [...new Set(samples.map(({ labels }) => labels.media_download_client ?? ''))].sort();
  const row = (name: string, of: readonly Sample[]): string => {
    const [all, good] = [total(of), total(of.filter(isSuccess))];
    const rate = all > 0 ? `${Math.round((good / all) * 100)} %` : '-';
    return `  ${name.padEnd(10)}${String(all).padStart(10)}${String(good).padStart(12)}${rate.padStart(15)}`;
  };
  return [
    '  client      attempts   succeeded   success rate',
    ...clients.map((client) => {
      const of = samples.filter(({ labels }) => labels.media_download_client === client);
      return row(client, of);
    }),
    row('all', samples),
  ];
}

function isSuccess({ labels }: Sample): boolean {
  return labels.media_download_outcome === 'success';
}

function total(samples: readonly Sample[]): number {
  return samples.reduce((sum, { value }) => sum + value, 0);
}
