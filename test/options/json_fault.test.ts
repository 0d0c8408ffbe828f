import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/options/json_fault.ts';
import { SEED } from '../seeds.ts';

function parsed(text: string): { readonly message: string } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

// JSON, broken at one place.
const broken = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.constantFrom(0, 1, 2),
    fc.constantFrom('', ',', '}', '"', 'x', '\\', '\n', '0'),
  )
  .map(([json, at, cut, put]) => {
    const pretty = JSON.stringify(JSON.parse(json), null, 1);
    const place = at % (pretty.length + 1);
    return pretty.slice(0, place) + put + pretty.slice(place + cut);
  });

describe('jsonFault', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{,', 1, 2],
    ['{"a": }', 1, 7],
    ['{"a": 1,\n  "b" 2}', 2, 7],
    ['{"a": 1,\n}', 2, 1],
    ['[1, 2,]', 1, 7],
    ['{"a": "x\ny"}', 1, 9],
    ['{"a": "x', 1, 9],
    ['{"a": nul}', 1, 7],
    ['{"a": 01}', 1, 8],
    ['{} {}', 1, 4],
    ["{'a': 1}", 1, 2],
    ['{"a": "\\x"}', 1, 8],
  ])('tells where %j stops being JSON', (text, line, column) => {
    expect(parsed(text)).toBeDefined();
    expect(jsonFault(text)).toEqual({ line, column });
  });

  it('agrees with the parser on what is JSON, and on the place where the parser tells it', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const error = parsed(text);
        const fault = jsonFault(text);
        expect(fault === undefined, text).toBe(error === undefined);
        const [, line, column] =
          / at position \d+ \(line (\d+) column (\d+)\)/.exec(error?.message ?? '') ?? [];
        // The parser tells of a number or a word where it ends, and of an escape where it began.
        if (line !== undefined) {
          expect(fault?.line).toBe(Number(line));
          expect(Math.abs((fault?.column ?? 0) - Number(column)), text).toBeLessThanOrEqual(6);
        }
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('takes what is nested deeply, and what is long', () => {
    expect(jsonFault('['.repeat(200_000))).toEqual({ line: 1, column: 200_001 });
    expect(jsonFault(`"${'x'.repeat(2_000_000)}`)).toEqual({ line: 1, column: 2_000_002 });
  });
});
