import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText } from '../../../src/redact/text/text.ts';
import { SECRET_KINDS } from '../../redact/secret_kinds.ts';
import { SURVIVORS } from '../../redact/secret_samples.ts';
import type { Planted } from '../../redact/secrets/kind.ts';
import { stack } from '../live.ts';
import { MASKED_OTHERWISE, PASSED_BY_THE_COLLECTOR } from './accepted_differences.ts';
import type { Signal } from './collector_alone.ts';
import { collectorForTests } from './collector_for_tests.ts';
import { everyField } from './every_field.ts';

const SEED = 7;
const PER_KIND = 5;
const LISTS = { traces: 'resourceSpans', logs: 'resourceLogs', metrics: 'resourceMetrics' } as const;

const cases = SECRET_KINDS.flatMap(({ family, name, planted }) =>
  fc
    .sample(planted, { seed: SEED, numRuns: PER_KIND })
    .map((one) => ({ kind: `${family}: ${name}`, ...one, byProcess: redactText(one.text) })),
);

// The same texts to the process's redaction and to the real Collector, with our processors and a file behind them.
describe.skipIf(stack?.engine !== 'native')('the Collector and the process', () => {
  const collector = collectorForTests();

  /** What comes out for each of the texts, which stood in every field of a signal of a resource of its own. */
  async function everywhere(signal: Signal, texts: readonly string[]): Promise<string[][]> {
    const traceId = randomBytes(16).toString('hex');
    const list = texts.map((text) => everyField('parity', traceId, () => text)[signal]);
    const out = JSON.parse(await collector.redacted(signal, { [LISTS[signal]]: list })) as Record<
      string,
      unknown[]
    >;
    const found = out[LISTS[signal]] ?? [];
    expect(found).toHaveLength(texts.length);
    return found.map(stringsIn);
  }

  it.each(['traces', 'logs', 'metrics'] as const)(
    'take out the same secrets, wherever they stand in %s, but for a few kinds',
    async (signal) => {
      const out = await everywhere(
        signal,
        cases.map(({ text }) => text),
      );
      const passed = cases.filter((one, at) =>
        secretsOf(one)
          // What the process lets through is for its own tests to tell.
          .filter((secret) => !one.byProcess.includes(secret))
          .some((secret) => out[at]?.some((text) => text.includes(secret))),
      );
      expect(kindsOf(passed).filter((kind) => !(kind in PASSED_BY_THE_COLLECTOR))).toEqual([]);
    },
  );

  // Beside others, what is found in one of them would be masked in all.
  it.each(['text', 'list', 'map'] as const)(
    'take out the same secrets where they stand alone, in an attribute that is a %s',
    async (as) => {
      const out = await collector.redacted('logs', {
        resourceLogs: cases.map(({ text }) => ({
          scopeLogs: [
            {
              logRecords: [
                { timeUnixNano: '1', attributes: [{ key: 'note', value: attributeOf(as, text) }] },
              ],
            },
          ],
        })),
      });
      const records = (JSON.parse(out) as { resourceLogs: unknown[] }).resourceLogs.map(stringsIn);
      expect(records).toHaveLength(cases.length);
      const passed = cases.filter((one, at) =>
        secretsOf(one)
          .filter((secret) => !one.byProcess.includes(secret))
          .some((secret) => records[at]?.some((text) => text.includes(secret))),
      );
      expect(kindsOf(passed).filter((kind) => !(kind in PASSED_BY_THE_COLLECTOR))).toEqual([]);
    },
  );

  it.each(['traces', 'logs', 'metrics'] as const)('leave in %s what explains a failure', async (signal) => {
    const plain = SURVIVORS.filter((text) => redactText(text) === text);
    expect(plain).toEqual(SURVIVORS);
    const out = await everywhere(signal, plain);
    plain.forEach((text, at) => {
      const texts = out[at] ?? [];
      // Masked is only what is no name and no text: keys, and bytes, also in lists and maps.
      const masked = texts.filter((one) => one.includes('****') && !/^[{}[\]":raws]*\*{4}["}\]]*$/.test(one));
      expect(masked, text).toEqual([]);
      const inLists = JSON.stringify([text]);
      expect(texts.filter((one) => one === text || one === inLists).length, text).toBeGreaterThan(9);
    });
  });

  it('leave the same text where a secret was, or another that is known and accepted', async () => {
    const record = ({ text }: Planted) => ({ timeUnixNano: '1', body: { stringValue: text } });
    const out = await collector.redacted('logs', {
      resourceLogs: [{ scopeLogs: [{ logRecords: cases.map(record) }] }],
    });
    const bodies = logBodies(JSON.parse(out));
    const others = cases.filter(({ byProcess }, at) => bodies[at] !== byProcess);
    const accepted = [...Object.keys(PASSED_BY_THE_COLLECTOR), ...Object.values(MASKED_OTHERWISE).flat()];
    const isAccepted = (kind: string) =>
      accepted.includes(kind) || accepted.includes(kind.replace(/: .*/, ': *'));
    expect(kindsOf(others).filter((kind) => !isAccepted(kind))).toEqual([]);
  });
});

function attributeOf(as: 'text' | 'list' | 'map', text: string) {
  const value = { stringValue: text };
  switch (as) {
    case 'text':
      return value;
    case 'list':
      return { arrayValue: { values: [value, { stringValue: 'x' }] } };
    case 'map':
      return { kvlistValue: { values: [{ key: 'inside', value }] } };
  }
}

function secretsOf({ text, secrets }: Planted): string[] {
  return secrets.map(([from, to]) => text.slice(from, to));
}

function kindsOf(some: readonly { readonly kind: string }[]): string[] {
  return [...new Set(some.map(({ kind }) => kind))].sort();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function logBodies(out: {
  resourceLogs: { scopeLogs: { logRecords: { body: { stringValue?: string } }[] }[] }[];
}): (string | undefined)[] {
  return out.resourceLogs.flatMap(({ scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) => logRecords.map(({ body }) => body.stringValue)),
  );
}
