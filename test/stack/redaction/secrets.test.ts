import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStack, startStack } from '../../../src/cli/stack/stack.ts';
import { redactText } from '../../../src/redact/text/text.ts';
import { SECRET_KINDS } from '../../redact/secret_kinds.ts';
import { PASSED_BY_THE_COLLECTOR } from '../collector/accepted_differences.ts';
import { eventually, nowSeconds, runFixture, stack } from '../live.ts';
import { everySecret, lateSecrets, makeSecrets } from './planted.ts';
import { type Sent, sendRaw } from './raw_sender.ts';
import { type ReadableFile, readableFiles } from './readable_bytes.ts';

// Shorter ones may be found by chance.
const SHORTEST = 9;
const SEED = 11;

const STORES = ['tempo', 'loki', 'prometheus'] as const;
type Store = (typeof STORES)[number];
type Markers = Readonly<Record<Store, readonly string[]>>;

// Stopping it and reading its files would be the end of the stack that other tests share: so this has one of its own.
// Only native programs keep their files where they can be read.
describe.skipIf(stack?.engine !== 'native')('planted secrets', () => {
  const secrets = makeSecrets();
  const kinds = kindsForTheCollector();
  const everything: [name: string, secret: string][] = [
    ...Object.entries(secrets),
    ...kinds.flatMap(({ kind, secrets: some }) => some.map((one): [string, string] => [kind, one])),
  ];
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
    const raw: Sent = await sendRaw(otlpHttp, 'raw', [
      (marker) => [`${marker} has`, ...lateSecrets(secrets)].join('\n'),
      ...kinds.map(
        ({ text }) =>
          (marker: string) =>
            `${marker} has ${text}`,
      ),
    ]);
    senders.push({ name: 'a sender without it', traceIds: raw.traceIds, markers: raw.markers });
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
    everything
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
        const tags = ['span.note', 'resource.note', 'name', 'statusMessage'];
        const paths = [
          ...ids.map((id) => `/api/v2/traces/${id}`),
          ...tags.map((tag) => `/api/v2/search/tag/${tag}/values`),
        ];
        // One after the other: Tempo's queue is short.
        const answers: string[] = [];
        for (const path of paths) answers.push(await textOf(`${tempo}${path}`));
        return decoded(answers);
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

/** One of each kind of secret that the Collector takes out, with what must not be found again. */
function kindsForTheCollector(): { kind: string; text: string; secrets: string[] }[] {
  return SECRET_KINDS.flatMap(({ family, name, planted }) => {
    const kind = `${family}: ${name}`;
    if (kind in PASSED_BY_THE_COLLECTOR) return [];
    return fc.sample(planted, { seed: SEED, numRuns: 1 }).map(({ text, secrets }) => ({
      kind,
      text,
      secrets: secrets
        .map(([from, to]) => text.slice(from, to))
        // What is as short as a number may be one, and what the process lets through is for its own tests to tell.
        .filter((secret) => secret.length >= SHORTEST && !redactText(text).includes(secret)),
    }));
  });
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
