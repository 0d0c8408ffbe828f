import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../../src/cli/stack/paths.ts';
import { findGo } from '../../../src/cli/stack/programs/go_toolchain.ts';
import type { Gate } from '../../../src/generate/collector/gate.ts';
import { entryOf, groupGate } from '../../../src/generate/collector/gates.ts';
import { KEPT_UNDER_SECRETS } from '../../../src/generate/collector/key_rules.ts';
import {
  ORDINARY,
  ORDINARY_NAME,
  ORDINARY_ROUTE,
  ORDINARY_SCHEMA,
  ORDINARY_SCOPE,
  PUBLIC_ADDRESS,
} from '../../../src/generate/collector/ordinary.ts';
import { GROUPS_IN_FAMILIES } from '../../../src/generate/collector/units.ts';
import { collectorDetectors } from '../../../src/redact/detectors/all.ts';

interface Answer {
  readonly error?: string;
  readonly onePass: boolean;
  readonly prefix: string;
  readonly size: number;
}

// As a program of ours asks the library that the Collector uses; in seconds, as there is nothing to download.
const go = await findGo('1.24').catch(() => undefined);

function asked(expressions: readonly string[]): Map<string, Answer> {
  const { stdout, stderr, status } = spawnSync(go?.path ?? '', ['run', '-trimpath', '.'], {
    cwd: join(import.meta.dirname, 'expressions'),
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '' },
    input: JSON.stringify(expressions),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  const answers = JSON.parse(stdout) as Answer[];
  return new Map(expressions.map((one, at) => [one, answers[at] as Answer]));
}

/** The expressions in the statements of a processor, which stand in its functions as texts. */
function expressionsIn(statements: readonly string[]): string[] {
  const functions =
    /(?:IsMatch|matching_keys|replace_pattern)\((?:[^"()]|"[^"]*"\]|\([^()]*\))*, ("(?:[^"\\]|\\.)*")|"(?:key|value)", ("(?:[^"\\]|\\.)*")/g;
  return statements.flatMap((statement) =>
    [...statement.matchAll(functions)].map(([, one, other]) =>
      (JSON.parse(one ?? other ?? '""') as string).replaceAll('$$', '$'),
    ),
  );
}

function statementsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(statementsOf) : [];
}

function expressionsOf(gate: Gate): string[] {
  if (typeof gate === 'string') return [gate];
  return ('any' in gate ? gate.any : gate.all).flatMap(expressionsOf);
}

/** The largest expression, of names and values in pairs, is a tenth less. */
const LARGEST = 2650;

describe.skipIf(go === undefined)('the expressions of the Collector, as Go takes them', () => {
  it('are all understood, and none is a monster', () => {
    const file = join(packageRoot(), 'collector', 'redaction.generated.yaml');
    const all = [
      ...new Set(expressionsIn(statementsOf(parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 })))),
    ];
    expect(all.length).toBeGreaterThan(300);
    const answers = asked(all);
    const bad = all.filter((one) => {
      const { error = '', size = 0 } = answers.get(one) ?? {};
      return error !== '' || size > LARGEST;
    });
    expect(bad.map((one) => `${answers.get(one)?.error ?? answers.get(one)?.size}: ${one}`)).toEqual([]);
  }, 120_000);

  it('tell what is ordinary, and what every name of a span is compared with, in one pass, in which each letter decides alone how it goes on', () => {
    const ordinary = [
      ...ORDINARY,
      ORDINARY_NAME,
      ORDINARY_ROUTE,
      ORDINARY_SCOPE,
      ORDINARY_SCHEMA,
      PUBLIC_ADDRESS,
      KEPT_UNDER_SECRETS,
    ];
    const answers = asked(ordinary);
    expect(ordinary.filter((one) => !answers.get(one)?.onePass)).toEqual([]);
    const other = '^(?:a*b|a*c)\\z';
    expect(asked([other]).get(other)?.onePass).toBe(false);
  }, 120_000);

  it('begin, where a detector is not asked yet, with a word that is looked for by itself', () => {
    const gates = [
      ...new Set(
        [
          ...GROUPS_IN_FAMILIES.map(groupGate),
          ...[undefined, true as const].flatMap((routes) =>
            collectorDetectors.map((detector) => entryOf(detector, routes).gate),
          ),
        ].flatMap(expressionsOf),
      ),
    ];
    const answers = asked(gates);
    expect(gates.filter((one) => answers.get(one)?.prefix === '')).toEqual([]);
  }, 120_000);
});
