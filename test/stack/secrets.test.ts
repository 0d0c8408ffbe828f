import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStack, startStack } from '../../src/cli/stack/stack.ts';
import { eventually, nowSeconds, runFixture, stack } from './live.ts';
import { everySecret, lateSecrets, makeSecrets } from './planted.ts';
import { type Sent, sendRaw } from './raw_sender.ts';
import { type ReadableFile, readableFiles } from './readable_bytes.ts';

const STORES = ['tempo', 'loki', 'prometheus'] as const;
type Store = (typeof STORES)[number];
type Markers = Readonly<Record<Store, readonly string[]>>;

// Stopping it and reading its files would be the end of the stack that other tests share: so this has one of its own.
// Only native programs keep their files where they can be read.
describe.skipIf(stack?.engine !== 'native')('planted secrets', () => {
  const secrets = makeSecrets();
  const senders: { name: string; traceIds: readonly string[]; markers: Markers }[] = [];
  let folder: string;
  let own: RunningStack;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-secrets-'));
    own = await startStack({ engine: 'native', stateDir: join(folder, 'stack'), ports: 'free' });
    const { otlpHttp } = own.endpoints;
    const env = {
      OTEL_SERVICE_NAME: 'careless',
      OTEL_MEDIA_STATE: join(folder, 'state'),
      OTEL_RESOURCE_ATTRIBUTES: resourceAttributes(),
    };
    const said = await runFixture('careless', otlpHttp, env, [JSON.stringify(secrets), folder]);
    const planted = JSON.parse(said.planted ?? '{}') as Markers;
    const markers = { ...planted, prometheus: [...planted.prometheus, 'harmlessresource'] };
    senders.push({
      name: 'an application with otel-media',
      traceIds: (said.traceIds ?? '').split(','),
      markers,
    });
    // A space after the harmless word: what stands in one piece with a secret may be masked along with it.
    const raw: Sent = await sendRaw(otlpHttp, 'raw', (marker) =>
      [`${marker} has`, ...lateSecrets(secrets)].join('\n'),
    );
    senders.push({ name: 'a sender without it', traceIds: [raw.traceId], markers: raw.markers });
  });
  afterAll(async () => {
    await own.stop({ purge: true });
    rmSync(folder, { recursive: true, force: true });
  });

  function resourceAttributes(): string {
    const notes = everySecret(secrets, 'first')
      .split('\n')
      .map((line, index) => [`note.${index}`, `harmlessresource ${line}`]);
    return notes.map(([name = '', text = '']) => `${name}=${encodeURIComponent(text)}`).join(',');
  }

  const found = (text: string) =>
    Object.entries(secrets)
      .filter(([, secret]) => text.includes(secret))
      .map(([name, secret]) => `${name}: ${around(text, secret)}`);

  const wanted = (store: Store) => senders.flatMap(({ markers }) => markers[store]);

  it.each(STORES)('are in no answer of %s, and the words beside them are', async (store) => {
    expect(wanted(store).length).toBeGreaterThan(5);
    const answers = await eventually(
      'all harmless words are there',
      async () => {
        const text = await answersOf(store);
        return { missing: wanted(store).filter((marker) => !text.includes(marker)), text };
      },
      ({ missing }) => missing.length === 0,
    );
    expect(found(answers.text)).toEqual([]);
  });

  it('are in none of the files, decompressed, and the words beside them are', async () => {
    await own.stop();
    const files = readableFiles(own.stateDir);
    const leaks = files.flatMap(({ path, parts }) =>
      parts.flatMap((part) => found(part.toString('latin1')).map((leak) => `${path}: ${leak}`)),
    );
    expect([...new Set(leaks)]).toEqual([]);
    for (const store of STORES) {
      const of = files.filter(({ path }) => path.slice(own.stateDir.length).includes(`/${store}/`));
      expect(missingIn(of, wanted(store)), store).toEqual([]);
    }
  });

  async function answersOf(store: Store): Promise<string> {
    const { tempo, loki, prometheus } = own.endpoints;
    const [start, end] = [nowSeconds() - 3600, nowSeconds() + 60];
    switch (store) {
      case 'tempo': {
        const ids = senders.flatMap(({ traceIds }) => traceIds);
        const paths = [
          ...ids.map((id) => `/api/v2/traces/${id}`),
          ...['span.note', 'resource.note', 'name', 'statusMessage'].map(
            (tag) => `/api/v2/search/tag/${tag}/values`,
          ),
        ];
        return decoded(await Promise.all(paths.map((path) => textOf(`${tempo}${path}`))));
      }
      case 'loki': {
        const every = new URLSearchParams({ query: '{service_name=~".+"}', limit: '5000' });
        const series = new URLSearchParams({ match: '{service_name=~".+"}' });
        const range = `start=${start}000000000&end=${end}000000000`;
        const paths = [`query_range?${every}&${range}`, `series?${series}&${range}`];
        return decoded(await Promise.all(paths.map((path) => textOf(`${loki}/loki/api/v1/${path}`))));
      }
      case 'prometheus': {
        const all = new URLSearchParams({ 'match[]': '{__name__=~".+"}' });
        const exemplars = new URLSearchParams({
          query: '{__name__=~".+"}',
          start: `${start}`,
          end: `${end}`,
        });
        const paths = [`series?${all}`, `query_exemplars?${exemplars}`, 'metadata', 'labels'];
        return decoded(await Promise.all(paths.map((path) => textOf(`${prometheus}/api/v1/${path}`))));
      }
    }
  }
});

async function textOf(url: string): Promise<string> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return text;
}

/** A secret with a letter written as an escape is a secret all the same. */
function decoded(answers: readonly string[]): string {
  return answers.map((answer) => JSON.stringify(JSON.parse(answer))).join('\n');
}

function around(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return JSON.stringify(text.slice(Math.max(0, at - 120), at + secret.length + 20));
}

function missingIn(files: readonly ReadableFile[], markers: readonly string[]): string[] {
  return markers.filter(
    (marker) => !files.some(({ parts }) => parts.some((part) => part.includes(marker, 0, 'latin1'))),
  );
}
