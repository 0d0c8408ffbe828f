import { SERVICE } from '../../history/open_metrics.ts';

/** Sends something to a Loki. Fails where it is not taken, or not all of it. */
export async function postLogs(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  // A part that was not taken is told in an answer that is a good one by its status.
  if (!response.ok || text.includes('rejected'))
    throw new Error(`${url} answered ${response.status}: ${text}`);
}

/** How many lines of the history a Loki shows of the 91 days up to a time, in milliseconds since 1970. */
export async function linesShown(loki: string, end: number): Promise<number> {
  const query = `sum(count_over_time({service_name="${SERVICE}"} [91d]))`;
  const parameters = new URLSearchParams({ query, time: String(end / 1000) });
  // Else what came of a day while it was still being written would be kept.
  const headers = { 'cache-control': 'no-cache' };
  const response = await fetch(`${loki}/loki/api/v1/query?${parameters}`, { headers });
  if (!response.ok) throw new Error(`Loki answered ${response.status}: ${await response.text()}`);
  const answer = (await response.json()) as { data: { result: { value: [number, string] }[] } };
  return Number(answer.data.result[0]?.value[1]);
}
