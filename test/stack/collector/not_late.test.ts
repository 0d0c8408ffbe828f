import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_KEYS, FAMILY_ATTRIBUTE } from '../../../src/generate/collector/common_keys.ts';
import { redactAttributes } from '../../../src/redact/attributes/attributes.ts';
import { redactText } from '../../../src/redact/text/text.ts';
import { foreignAttributes } from '../../../src/registry/foreign.ts';
import { attributes as ourAttributes } from '../../../src/registry/registry.ts';
import { delivered } from '../../fuzz/delivery.ts';
import { ENCODINGS } from '../../fuzz/encodings.ts';
import { FIELDS } from '../../fuzz/fields.ts';
import { asValue, type Plant, plantOf, WAYS } from '../../fuzz/plant.ts';
import { DETECTOR_SAMPLES } from '../../redact/detector_samples.ts';
import { ordinaryValues } from '../../redact/masked.ts';
import { SECRET_KINDS } from '../../redact/secret_kinds.ts';
import { SECRETS, SURVIVORS } from '../../redact/secret_samples.ts';
import { FIXED_SEED, SEED } from '../../seeds.ts';
import { stack } from '../live.ts';
import { COUNTED_THOUGH_LET_THROUGH, MASKED_THOUGH_LET_THROUGH } from './accepted_differences.ts';
import type { Signal } from './collector_alone.ts';
import { collectorForTests, contentIsKept } from './collector_for_tests.ts';

const PER_KIND = 2;
const BATCH = 300;
const BATCHES_OF_A_SEED = 4;
const PER_REQUEST = 400;

const OURS = { key: 'telemetry.distro.name', value: { stringValue: 'otel-media' } };
const LISTS = {
  traces: ['resourceSpans', 'scopeSpans', 'spans'],
  logs: ['resourceLogs', 'scopeLogs', 'logRecords'],
  metrics: ['resourceMetrics', 'scopeMetrics', 'metrics'],
} as const;

type Json = Record<string, unknown>;
const listIn = (value: unknown, key: string): Json[] => ((value as Json)[key] ?? []) as Json[];
const recordsOf = (signal: Signal, request: unknown): Json[] => {
  const [resources, scopes, records] = LISTS[signal];
  return listIn(request, resources).flatMap((one) =>
    listIn(one, scopes).flatMap((scope) => listIn(scope, records)),
  );
};

/** What was ever looked through, as it leaves our process. */
function letThrough(): { attribute: string; text: string }[] {
  const texts = [
    ...SURVIVORS,
    ...Object.values(DETECTOR_SAMPLES).map(([text]) => text),
    ...SECRETS.map(([, text]) => text),
    ...SECRET_KINDS.flatMap(({ planted }) =>
      fc
        .sample(planted, { seed: FIXED_SEED, numRuns: PER_KIND })
        .flatMap(({ text }) => ENCODINGS.map(({ encode }) => encode(text))),
    ),
    ...Object.keys(MASKED_THOUGH_LET_THROUGH),
  ];
  const values = [...ordinaryValues(), ...texts.map((text) => ({ attribute: '', text }))];
  const left = values.map(({ attribute, text }) => ({
    attribute,
    text:
      attribute === '' ? redactText(text) : String(redactAttributes({ [attribute]: text })[attribute] ?? ''),
  }));
  return [...new Map(left.map((one) => [`${one.attribute}\0${one.text}`, one])).values()];
}

const inRecord = ({ attribute, text }: { attribute: string; text: string }) =>
  attribute === ''
    ? { timeUnixNano: '1', body: { stringValue: text } }
    : {
        ...{ timeUnixNano: '1', body: { stringValue: 'plain' } },
        attributes: [{ key: attribute, value: { stringValue: text } }],
      };

// What our process lets through has passed all that it has to know of secrets. The Collector, which knows less, is not to
// tell of it as if it had been forgotten.
describe.skipIf(stack?.engine !== 'native')('of what our process lets through, the Collector', () => {
  contentIsKept();
  const collector = collectorForTests();

  it('leaves every text as it is', async () => {
    const all = letThrough();
    expect(all.length).toBeGreaterThan(4000);
    const changed: string[] = [];
    const counted: string[] = [];
    for (let from = 0; from < all.length; from += PER_REQUEST) {
      const some = all.slice(from, from + PER_REQUEST);
      const logRecords = some.map(inRecord);
      const out = await collector.redacted('logs', {
        resourceLogs: [{ resource: { attributes: [OURS] }, scopeLogs: [{ logRecords }] }],
      });
      recordsOf('logs', JSON.parse(out)).forEach((record, at) => {
        const text = some[at]?.text ?? '';
        if (JSON.stringify(record).includes(FAMILY_ATTRIBUTE)) counted.push(text);
        else if (JSON.stringify(record) !== JSON.stringify(logRecords[at])) changed.push(text);
      });
    }
    expect(counted).toEqual([]);
    expect(changed.filter((text) => !(text in MASKED_THOUGH_LET_THROUGH))).toEqual([]);
  }, 120_000);

  const anyPlant: fc.Arbitrary<Plant | undefined> = fc.noBias(
    fc
      .tuple(
        fc.constantFrom(...SECRET_KINDS),
        // What is of the resource or scope would be told of every record.
        fc.constantFrom(...FIELDS.filter(({ name }) => !/^(?:resource|scope|request):/.test(name))),
      )
      .chain(([kind, { name, takesValues }]) =>
        fc
          .constantFrom(...WAYS.filter((way) => takesValues || !asValue(way)))
          .chain((way) => plantOf(kind, way, name)),
      ),
  );

  it(`counts no signal in which something was found before: seed ${SEED}`, async () => {
    const counted: string[] = [];
    for (let batch = 0; batch < BATCHES_OF_A_SEED; batch += 1) {
      const plants = fc
        .sample(anyPlant, { seed: SEED + batch, numRuns: BATCH })
        .filter((plant) => plant !== undefined);
      const { left } = await delivered(plants, true);
      for (const { signal, json } of left.requests) {
        const request = JSON.parse(json) as Json;
        for (const one of listIn(request, LISTS[signal][0])) {
          const resource = one.resource as Json | undefined;
          one.resource = { ...resource, attributes: [...listIn(resource ?? {}, 'attributes'), OURS] };
        }
        const sent = recordsOf(signal, request).map((record) => JSON.stringify(record));
        recordsOf(signal, JSON.parse(await collector.redacted(signal, request))).forEach((record, at) => {
          if (JSON.stringify(record).includes(FAMILY_ATTRIBUTE)) counted.push(sent[at] ?? '');
        });
      }
    }
    expect(
      counted.filter((record) => !COUNTED_THOUGH_LET_THROUGH.some(({ holds }) => holds(record))),
    ).toEqual([]);
  }, 120_000);

  it('leaves the values of attributes that are called as others call them', async () => {
    const names = [
      ...COMMON_KEYS,
      ...[...ourAttributes.values(), ...foreignAttributes]
        .filter(({ privacy }) => privacy !== 'secret' && privacy !== 'hash')
        .map(({ name }) => name),
      ...(
        'upgrade-insecure-requests content-security-policy-report-only access-control-allow-credentials ' +
        'x-content-type-options sec-ch-ua-platform-version strict-transport-security'
      )
        .split(' ')
        .flatMap((name) => [`http.request.header.${name}`, `http.response.header.${name}`]),
      ...(
        'numberOfDownloadedFilesInTotal number_of_downloaded_files_in_total x264_encoder_settings_of_track ' +
        'Retry-After retries.max job:id sha256_of_the_file track/1 kebab-case-name-of-a-value a.b.c.d'
      ).split(' '),
      'a name',
    ];
    const kept = names.filter((name) => redactAttributes({ [name]: 'plain' })[name] === 'plain');
    const attributes = [...new Set(kept)].map((key) => ({ key, value: { stringValue: 'plain' } }));
    const span = {
      ...{ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7', name: 'plain' },
      ...{ startTimeUnixNano: '1', endTimeUnixNano: '2', attributes },
    };
    const out = await collector.redacted('traces', {
      resourceSpans: [{ resource: { attributes: [OURS] }, scopeSpans: [{ spans: [span] }] }],
    });
    const [got] = recordsOf('traces', JSON.parse(out));
    expect(got?.attributes).toEqual(attributes);
  });
});
