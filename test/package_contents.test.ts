import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('has every file that README.md links to', () => {
    const links = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
    for (const [, path = ''] of links) {
      expect(
        shipped.some((file) => file === path || file.startsWith(`${path}/`)),
        path,
      ).toBe(true);
    }
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
