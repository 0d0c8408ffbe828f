import { Document, isScalar, type Scalar, visit } from 'yaml';

// Shorter than this, a reference is no shorter.
const SHORTEST_SHARED = 40;

/** A value as YAML in which objects, and long texts in lists, are written once where they are the same. */
export function sharedYaml(value: unknown): string {
  const document = new Document(value);
  const first = new Map<string, Scalar>();
  let names = 0;
  visit(document, {
    Seq(_, list) {
      list.items.forEach((one, at) => {
        if (!isScalar(one) || typeof one.value !== 'string' || one.value.length < SHORTEST_SHARED) return;
        const before = first.get(one.value);
        if (before === undefined) first.set(one.value, one);
        else {
          if (before.anchor === undefined) names += 1;
          list.items[at] = document.createAlias(before, before.anchor ?? `s${names}`);
        }
      });
    },
  });
  return document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' });
}
