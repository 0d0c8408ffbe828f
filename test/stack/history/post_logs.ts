/** Sends something to a Loki. Fails where it is not taken, or not all of it. */
export async function postLogs(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  // A part that was not taken is told in an answer that is a good one by its status.
  if (!response.ok || text.includes('rejected'))
    throw new Error(`${url} answered ${response.status}: ${text}`);
}
