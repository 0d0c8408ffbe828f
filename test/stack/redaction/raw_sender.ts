import { randomBytes } from 'node:crypto';
import { everyField, type OneOfEach } from '../collector/every_field.ts';

/** What was sent. */
export interface Sent {
  readonly traceIds: readonly string[];
  /** The words that have to be found again. */
  readonly markers: Readonly<Record<Store, readonly string[]>>;
}

type Store = 'tempo' | 'loki' | 'prometheus';

const SIGNALS = [
  ['traces', 'resourceSpans', 'tempo'],
  ['logs', 'resourceLogs', 'loki'],
  ['metrics', 'resourceMetrics', 'prometheus'],
] as const satisfies [keyof OneOfEach, string, Store][];
const PER_REQUEST = 25;

/**
 * Sends each signal by OTLP and without any SDK, once for each text, with that text in every field that has room for one.
 *
 * @param texts each makes a text, given the harmless word that stands in it
 * @param options.bytes whether it is in fields of bytes, too; default true
 */
export async function sendRaw(
  otlp: string,
  service: string,
  texts: readonly ((marker: string) => string)[],
  options: { readonly bytes?: boolean } = {},
): Promise<Sent> {
  const markers: Record<Store, string[]> = { tempo: [], loki: [], prometheus: [] };
  const traceIds: string[] = [];
  const run = randomBytes(3).toString('hex');
  for (const [signal, list, store] of SIGNALS) {
    const resources = texts.map((text, at) => {
      const traceId = randomBytes(16).toString('hex');
      if (signal === 'traces') traceIds.push(traceId);
      let count = 0;
      const plant = (field: string) => {
        const marker = `raw${at}n${count++}${store}${run}`;
        // Not every field is shown by its store.
        if (!field.startsWith('-')) markers[store].push(marker);
        return text(marker);
      };
      return everyField(service, traceId, plant, options)[signal];
    });
    for (let from = 0; from < resources.length; from += PER_REQUEST) {
      await post(`${otlp}/v1/${signal}`, { [list]: resources.slice(from, from + PER_REQUEST) });
    }
  }
  return { traceIds, markers };
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
