import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NAMESPACE } from '../../src/registry/namespace.ts';
import { attributes, events, metrics, spans } from '../../src/registry/registry.ts';

// Names are said in the registry and nowhere else. Where the code needs one as text (a key of an object), it must be one.

const src = join(import.meta.dirname, '..', '..', 'src');
const registered = new Set([...attributes.keys(), ...metrics.keys(), ...spans.keys(), ...events.keys()]);

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('registry'),
);

it.each(files)('%s uses no name that is not in the registry', (file) => {
  const text = readFileSync(join(src, file), 'utf8');
  const literals = [...text.matchAll(new RegExp(`(['"\`])(${NAMESPACE}\\.[a-z0-9_.]*)\\1`, 'g'))];
  for (const [, , name] of literals) expect(registered).toContain(name);
});
