/**
 * The same attributes without those that are `undefined`; the same object where none is. What is handed to the SDK more than
 * once is handed without: it looks at each of them every time.
 */
export function defined<A extends object>(attributes: A): A {
  const given = attributes as Record<string, unknown>;
  for (const name in given) {
    if (given[name] === undefined) return withoutUndefined(given) as A;
  }
  return attributes;
}

function withoutUndefined(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in given) {
    const value = given[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
