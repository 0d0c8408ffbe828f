import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** Where each part of src may import from, beside itself. A part is a folder, or a file at the top. */
const ALLOWED: Record<string, readonly string[] | 'all'> = {
  'errors.ts': [],
  'version.ts': [],
  alerts: ['registry', 'options', 'errors.ts'],
  'node_version.ts': [],
  options: ['registry', 'redact', 'errors.ts'],
  diagnosis: ['registry'],
  redact: ['registry'],
  emit: ['registry', 'redact', 'version.ts'],
  adapters: ['registry', 'emit', 'media', 'diagnosis', 'redact', 'errors.ts'],
  host: ['registry', 'emit', 'own_file.ts'],
  media: [
    'registry',
    'emit',
    'host',
    'diagnosis',
    'redact',
    'errors.ts',
    'make_folder.ts',
    'process_identity.ts',
  ],
  health: ['registry', 'media', 'emit', 'redact'],
  pipeline: ['registry', 'emit', 'redact', 'options', 'version.ts', 'make_folder.ts', 'wrap.ts'],
  'wrap.ts': [],
  'warn.ts': ['wrap.ts'],
  'own_file.ts': [],
  'make_folder.ts': [],
  'process_identity.ts': [],
  'handle.ts': ['emit', 'media', 'pipeline', 'options', 'warn.ts'],
  'start.ts': [
    'adapters',
    'emit',
    'handle.ts',
    'health',
    'host',
    'media',
    'options',
    'own_file.ts',
    'pipeline',
    'redact',
    'warn.ts',
  ],
  'init.ts': ['handle.ts', 'node_version.ts', 'options', 'pipeline', 'start.ts', 'warn.ts'],
  'index.ts': [
    'adapters',
    'diagnosis',
    'errors.ts',
    'health',
    'handle.ts',
    'init.ts',
    'media',
    'options',
    'version.ts',
  ],
  'register.ts': ['init.ts'],
  'testing.ts': ['start.ts', 'options', 'emit', 'pipeline', 'redact', 'registry', 'warn.ts'],
  generate: 'all',
  cli: 'all',
};

/**
 * Which operations of media may import which others, beside the files that all of them share. What is shared imports none
 * of them.
 */
const OPERATIONS: Record<string, readonly string[]> = {
  cookies: [],
  download: ['cookies', 'session'],
  error: [],
  exec: [],
  job: [],
  measure: [],
  play: ['error', 'session'],
  session: [],
  stage: ['session'],
};

/** The folders of redact, each of which may import those before it, and the files that all of them share. */
const REDACT = ['names', 'urls', 'detectors', 'policy', 'text', 'attributes', 'signals'];

/** The files of redact that know the SDK; all the others are pure. */
const SDK_FILES = ['span_exporter.ts', 'log_exporter.ts', 'metrics.ts', 'resource.ts'];

interface Import {
  readonly from: string;
  readonly specifier: string;
}

const files = globSync('**/*.ts', { cwd: src });

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found = text.matchAll(
    /^(?:(?:import|export)\b[^;'"=]*?\bfrom|import) ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
  );
  return [...found].map((match) => ({ from: file, specifier: match[1] ?? match[2] ?? '' }));
}

function partOf(file: string): string {
  return file.split('/')[0] ?? file;
}

const all = files.flatMap(importsOf);
const internal = all
  .filter(({ specifier }) => specifier.startsWith('.'))
  .map(({ from, specifier }) => ({ from, to: relative(src, join(src, dirname(from), specifier)) }));
describe('imports', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(internal.length).toBeGreaterThan(100);
  });

  it('go one way between the parts of src', () => {
    const wrong = internal.filter(({ from, to }) => {
      const [one, other] = [partOf(from), partOf(to)];
      const allowed = ALLOWED[one];
      return one !== other && allowed !== 'all' && !allowed?.includes(other);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('go one way between the operations of media', () => {
    const operationOf = (file: string) => /^media\/([a-z]+)\//.exec(file)?.[1];
    const wrong = internal.filter(({ from, to }) => {
      if (partOf(from) !== 'media') return false;
      const [one, other] = [operationOf(from), operationOf(to)];
      if (other === undefined || one === other) return false;
      return one === undefined || !OPERATIONS[one]?.includes(other);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('go one way between the folders of redact', () => {
    const folderOf = (file: string) => /^redact\/([a-z]+)\//.exec(file)?.[1];
    const place = (folder: string | undefined) => (folder === undefined ? -1 : REDACT.indexOf(folder));
    const inside = internal.filter(({ from, to }) => partOf(from) === 'redact' && partOf(to) === 'redact');
    expect(new Set(inside.map(({ from }) => folderOf(from)).filter(Boolean))).toEqual(new Set(REDACT));
    const wrong = inside.filter(({ from, to }) => place(folderOf(to)) > place(folderOf(from)));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('never come back to the file that they began in, types included', () => {
    const circles = new Set<string>();
    const done = new Set<string>();
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.add([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const { from, to } of internal) if (from === file) follow(to, [...way, file]);
      done.add(file);
    };
    for (const file of files) follow(file, []);
    expect([...circles]).toEqual([]);
  });

  it('never reach the generators from what runs', () => {
    const wrong = internal.filter(({ from, to }) => partOf(to) === 'generate' && partOf(from) !== 'generate');
    expect(wrong).toEqual([]);
  });

  it('of packages: none in the registry and the taxonomy', () => {
    const wrong = all.filter(
      ({ from, specifier }) =>
        ['registry', 'diagnosis'].includes(partOf(from)) && !/^(?:\.|node:)/.test(specifier),
    );
    expect(wrong).toEqual([]);
  });

  it('of the SDK: in redact only where an exporter is wrapped, in emit and media never', () => {
    const wrong = all.filter(
      ({ from, specifier }) =>
        /^@opentelemetry\/(?!api$)/.test(specifier) &&
        (['emit', 'host', 'media', 'adapters', 'health', 'diagnosis', 'registry'].includes(partOf(from)) ||
          (partOf(from) === 'redact' && !SDK_FILES.some((name) => from === `redact/signals/${name}`))),
    );
    expect(wrong).toEqual([]);
  });

  it('of the Node SDK: never, since it loads every exporter there is', () => {
    expect(all.filter(({ specifier }) => specifier === '@opentelemetry/sdk-node')).toEqual([]);
  });

  it('of the API: instruments are made by emit only', () => {
    const wrong = files.filter(
      (file) =>
        !['emit', 'generate', 'cli'].includes(partOf(file)) &&
        // Stands in for a meter, so that the SDK tells it what it would have counted of itself.
        file !== 'pipeline/self_observation.ts' &&
        /\.create(?:Observable)?(?:Counter|UpDownCounter|Histogram|Gauge)\(/.test(
          readFileSync(join(src, file), 'utf8'),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('of the libraries that adapters are for: none, not even their types', () => {
    const wrong = all.filter(
      ({ from, specifier }) =>
        partOf(from) === 'adapters' && !/^\.|^node:|^@opentelemetry\/api$/.test(specifier),
    );
    expect(wrong).toEqual([]);
  });

  it('are of names that are listed one by one', () => {
    const wrong = files.filter((file) => /^export \*/m.test(readFileSync(join(src, file), 'utf8')));
    expect(wrong).toEqual([]);
  });
});
