import { describe, expect, it } from 'vitest';
import { ERROR_TYPES, ERROR_TYPES_BY_CATEGORY } from '../../src/registry/error_types.ts';
import { NAMESPACE } from '../../src/registry/namespace.ts';
import { attributes } from '../../src/registry/registry.ts';

// The policies of OpenTelemetry's registry, and ours.
//
// "Nothing is removed" is checked from the first release on: then src/registry/released.json holds the names that are out,
// and each must still be here.

const NAME = /^[a-z][a-z0-9]*([._][a-z0-9]+)*$/;

it('has attributes', () => {
  expect(attributes.size).toBeGreaterThan(50);
});

describe.each([...attributes])('%s', (name, attribute) => {
  it('is well named', () => {
    expect(name).toMatch(NAME);
  });

  it('is ours by its name, or upstream’s', () => {
    expect(name.startsWith(`${NAMESPACE}.`)).toBe(attribute.upstream !== true);
  });

  it('is no namespace of another', () => {
    const inside = [...attributes.keys()].filter((other) => other.startsWith(`${name}.`));
    expect(inside).toStrictEqual([]);
  });

  it('says what it is, in a sentence', () => {
    expect(attribute.brief).toMatch(/^[A-Z].{5,}[.!?]$/);
  });

  it('says how it is shortened if it is, and only then', () => {
    expect(attribute.truncation !== undefined).toBe(attribute.privacy === 'truncate');
  });

  it('has examples of its own type', () => {
    const type = attribute.type.replace('[]', '').replace(/int|double/, 'number');
    for (const example of attribute.examples ?? []) expect(example).toBeTypeOf(type as 'string');
  });

  it('has members that differ, and are as many as it says at most', () => {
    const { members, maxCardinality } = attribute;
    if (members === undefined) return;
    expect(new Set(members).size).toBe(members.length);
    expect(attribute.type).toBe('string');
    expect(attribute.privacy).toBe('safe');
    for (const member of members) expect(member).toMatch(/^[a-z][a-z0-9_]*$/);
    if (maxCardinality !== undefined) expect(members.length).toBeLessThanOrEqual(maxCardinality);
  });
});

describe('error types', () => {
  it('belong to one category each', () => {
    expect(new Set(ERROR_TYPES).size).toBe(ERROR_TYPES.length);
  });

  it('are none of the categories, but for two that are both', () => {
    const categories = Object.keys(ERROR_TYPES_BY_CATEGORY);
    expect(ERROR_TYPES.filter((type) => categories.includes(type)).sort()).toStrictEqual([
      'timeout',
      'unknown',
    ]);
  });
});
