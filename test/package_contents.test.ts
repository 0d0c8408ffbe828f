import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

let shipped: string[] = [];
beforeAll(() => {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const output = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const value = JSON.parse(output) as Packed[] | Record<string, Packed>;
  shipped = Object.values(value).flatMap(({ files }) => files.map(({ path }) => path));
}, 60_000);

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

interface Page {
  readonly path: string;
  readonly text: string;
}

function pages(): Page[] {
  return shipped
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function withoutComments(text: string): string {
  return text.replaceAll(/<!--[\s\S]*?-->/g, '');
}

function withoutCode(text: string): string {
  return text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
}

/** What can be linked to: as GitHub makes it of headings, and what is named. */
function headings(path: string): string[] {
  const page = readFileSync(join(root, path), 'utf8');
  const titles = [...page.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
  return [...titles, ...[...page.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, name = '']) => name)];
}

describe('the npm package', () => {
  it('has what the stack needs', () => {
    expect(shipped).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'docker-compose.yml',
        ...['prometheus', 'loki', 'tempo', 'collector'].flatMap((name) =>
          ['go.mod', 'go.sum'].map((file) => `collector/native/${name}/${file}`),
        ),
        ...globSync('collector/native/collector/*.go', { cwd: root }),
        ...globSync('collector/*.yaml', { cwd: root }),
        ...globSync(['grafana/dashboards/*', 'grafana/runbooks/*', 'grafana/provisioning/*/*'], {
          cwd: root,
        }),
      ]),
    );
  });

  it('has every file that docker-compose.yml mounts', () => {
    const mounts = [
      ...readFileSync(join(root, 'docker-compose.yml'), 'utf8').matchAll(/^ +- \.\/([^:]+):/gm),
    ];
    expect(mounts.length).toBeGreaterThan(5);
    for (const [, path = ''] of mounts) {
      expect(shipped.some((file) => file === path || file.startsWith(`${path}/`))).toBe(true);
    }
  });

  it('has every file and every heading that its pages link to', () => {
    const missing = pages().flatMap((page) =>
      [...withoutCode(page.text).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].flatMap(
        ([, link = '', anchor]) => {
          const path = link === '' ? page.path : join(dirname(page.path), link);
          const isThere = shipped.some((file) => file === path || file.startsWith(`${path}/`));
          const isFound = anchor === undefined || headings(path).includes(anchor);
          return isThere && isFound ? [] : [`${page.path}: ${link}${anchor ? `#${anchor}` : ''}`];
        },
      ),
    );
    expect(missing).toEqual([]);
    expect(pages().length).toBeGreaterThan(40);
  });

  it('speaks of files that it has not as of those of the repository', () => {
    const missing = pages().flatMap(({ path, text }) =>
      withoutComments(text)
        .split(/\n\s*\n/)
        .filter((paragraph) => !paragraph.includes('repository'))
        .flatMap((paragraph) => [...paragraph.matchAll(/(?<![\w/.-])(?:test|src|examples|\.ci)\/[\w./*-]*/g)])
        .map(([name]) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('runs no script where it is installed', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const name of ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare']) {
      expect(scripts[name], name).toBeUndefined();
    }
    // Where there is one, npm runs it with node-gyp.
    expect(shipped).not.toContain('binding.gyp');
  });

  it('has no tests, no sources and no generators', () => {
    expect(
      shipped.filter((file) => /(?:^|[/_.])tests?(?:[/_.]|$)|standin|generate\/|\.env/.test(file)),
    ).toEqual([]);
    expect(shipped.filter((file) => /^(?:src|test|examples|node_modules)\//.test(file))).toEqual([]);
  });

  it.skipIf(!existsSync(join(root, 'dist')))('has what package.json exports and runs', () => {
    const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>;
      bin: Record<string, string>;
    };
    const entries = [
      ...Object.values(exports).flatMap((entry) => Object.values(entry)),
      ...Object.values(bin),
    ];
    for (const entry of entries.filter((path) => path.startsWith('./'))) {
      expect(shipped).toContain(entry.slice(2));
    }
  });
});
