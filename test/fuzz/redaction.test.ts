import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECRET_KINDS } from '../redact/secret_kinds.ts';
import { SEEDS_OF_LEAKS } from '../seeds.ts';
import { leaking } from './delivery.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { FIELDS } from './fields.ts';
import { asValue, type Plant, plantOf, WAYS } from './plant.ts';

// Small, since all that left is searched for each of them.
const BATCH = 300;
const CASES_OF_A_SEED = 60_000;

// Every kind of secret in every way in every field that can hold it so. Without bias: none is tried more than another.
const anyPlant: fc.Arbitrary<Plant | undefined> = fc.noBias(
  fc
    .tuple(fc.constantFrom(...SECRET_KINDS), fc.constantFrom(...FIELDS))
    .chain(([kind, { name, takesValues }]) =>
      fc
        .constantFrom(...WAYS.filter((way) => takesValues || !asValue(way)))
        .chain((way) => plantOf(kind, way, name)),
    ),
);

const excepted = (plant: Plant) => EXCEPTIONS.some(({ holds }) => holds(plant));

/** Plants of a seed; not every kind comes in every way. */
function plantsOf(seed: number, cases: number): Plant[] {
  return fc.sample(anyPlant, { seed, numRuns: cases }).filter((plant) => plant !== undefined);
}

/** Plants of a seed, a batch at a time: nobody waits for the first until the last is made. */
function* batches(seed: number, cases: number): Generator<Plant[]> {
  for (let made = 0; made < cases; made += BATCH) {
    yield plantsOf(seed + made, BATCH);
  }
}

async function leaksOf(seed: number): Promise<{ cases: number; leaks: Plant[] }> {
  let cases = 0;
  const leaks: Plant[] = [];
  for (const plants of batches(seed, CASES_OF_A_SEED)) {
    cases += plants.length;
    leaks.push(...(await leaking(plants)).filter((plant) => !excepted(plant)));
  }
  return { cases, leaks };
}

/** The simplest case that still leaks: in the plainest way and field that do, with the shortest text. */
async function smallest(leak: Plant): Promise<string> {
  const { kind, way, field } = leak;
  const [made] = SECRET_KINDS.filter(({ name }) => name === kind);
  if (made === undefined) return kind;
  for (const [simpleWay, simpleField] of [
    ['as it is', 'log: body'],
    [way, asValue(way) ? 'log: attribute' : 'log: body'],
    ['as it is', field],
    [way, field],
  ] as const) {
    const property = fc.asyncProperty(plantOf(made, simpleWay, simpleField), async (plant) => {
      return plant === undefined || (await leaking([plant])).length === 0;
    });
    const { failed, counterexample } = await fc.check(property, { seed: 1, numRuns: 20 });
    const plant = counterexample?.[0];
    if (failed && plant) return shown(plant);
  }
  return shown(leak);
}

function shown({ kind, way, field, named, parts, text }: Plant): string {
  return `${kind}, ${way}, in ${field}: ${JSON.stringify(named ?? parts ?? text)}`;
}

/** One line for each kind of leak, at most ten of them made small. */
async function told(leaks: readonly Plant[]): Promise<string[]> {
  const first = new Map(leaks.map((plant) => [`${plant.kind}\0${plant.way}`, plant]));
  const lines: string[] = [];
  for (const plant of [...first.values()].slice(0, 10)) lines.push(await smallest(plant));
  return leaks.length === 0 ? [] : [`${leaks.length} leaks of ${first.size} kinds`, ...new Set(lines)];
}

describe('no secret of any kind is in the bytes that leave, in whatever field it was', () => {
  it.each(SEEDS_OF_LEAKS)(
    'with %s',
    async (_name, seed) => {
      const { cases, leaks } = await leaksOf(seed);
      expect(await told(leaks)).toEqual([]);
      expect(cases).toBeGreaterThanOrEqual(50_000);
    },
    1_800_000,
  );
});

/** Every way in every field, and every kind, each once at least. */
function oneOfEach(): Plant[] {
  let turn = 0;
  const planted = (way: string, field: string): Plant | undefined => {
    // Not every kind comes in every way: the next that does.
    for (let tries = 0; tries < SECRET_KINDS.length; tries += 1) {
      const kind = SECRET_KINDS[turn % SECRET_KINDS.length];
      turn += 1;
      const [plant] = kind ? fc.sample(plantOf(kind, way, field), { seed: turn, numRuns: 1 }) : [];
      // Of a short secret, what is left of it in base64 may be too little to look for.
      const whole = plant?.named?.[1] ?? plant?.text ?? '';
      if (plant?.needles.some((needle) => whole.includes(needle))) return plant;
    }
    return undefined;
  };
  return FIELDS.flatMap(({ name, takesValues }) =>
    WAYS.filter((way) => takesValues || !asValue(way)).map((way) => planted(way, name)),
  ).filter((plant) => plant !== undefined);
}

describe('the search', () => {
  it('finds every secret where nothing is redacted, in every field and way', async () => {
    const plants = oneOfEach();
    const found = new Set<Plant>();
    for (let from = 0; from < plants.length; from += BATCH) {
      for (const plant of await leaking(plants.slice(from, from + BATCH), { redacted: false }))
        found.add(plant);
    }
    const missed = plants.filter((plant) => !found.has(plant) && !unfindable(plant));
    expect(missed).toEqual([]);
    const seen = (what: 'field' | 'way' | 'kind') => new Set([...found].map((plant) => plant[what])).size;
    expect([seen('field'), seen('way'), seen('kind')]).toEqual([
      FIELDS.length,
      WAYS.length,
      SECRET_KINDS.length,
    ]);
  }, 180_000);
});

// What the SDK itself leaves out: signs that a name of a metric or a state of a trace cannot have, and with them what was in
// it; baggage beyond its limit.
function unfindable({ field, text }: Plant): boolean {
  return (
    field === 'metric: name' ||
    field.includes('trace state') ||
    (field.startsWith('request') && text.length > 2000)
  );
}
