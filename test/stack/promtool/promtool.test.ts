import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { dashboards } from '../../generate/dashboards/files.ts';
import { dashboardQueries, runbookQueries } from '../dashboards/queries.ts';
import { promtool, runPromtool } from './promtool.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const rules = join(root, 'grafana', 'prometheus', 'alerts.generated.yaml');
const tests = join(root, 'grafana', 'prometheus', 'tests');
const runbooks = join(root, 'grafana', 'runbooks');

if (promtool === undefined) console.warn('SKIPPED: alert rules are not tested, as there is no promtool');

const scratch = mkdtempSync(join(tmpdir(), 'otel-media-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.skipIf(promtool === undefined)('promtool', () => {
  it('accepts the alert rules', () => {
    expect(runPromtool('check', 'rules', rules)).toContain('SUCCESS');
  });

  it.each(readdirSync(tests))('passes %s', (file) => {
    expect(runPromtool('test', 'rules', withItsGroups(file))).toContain('SUCCESS');
  });

  it.each(dashboards.map(([file, dashboard]) => [file, dashboard] as const))(
    'parses the queries of %s',
    (file, json) => {
      const queries = dashboardQueries(json, {
        range: 6 * 3600,
        end: 1_800_000_000,
        selected: { client: ['web', 'tv'] },
      });
      const exprs = queries.filter(({ datasource }) => datasource === 'prometheus').map(({ expr }) => expr);
      expectToParse(file, exprs);
    },
  );

  it.each(readdirSync(runbooks))('parses the queries of %s', (file) => {
    const queries = runbookQueries(readFileSync(join(runbooks, file), 'utf8'), { service: 'a', file: 'b' });
    expectToParse(
      file,
      queries.filter(({ language }) => language === 'promql').map(({ expr }) => expr),
    );
  });
});

interface Groups {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[];
}

/**
 * Copies a unit test beside a copy of the rules that has only the groups which it is about: promtool evaluates all rules
 * that it is given at every step, and there are thousands of steps.
 */
function withItsGroups(file: string): string {
  const text = readFileSync(join(tests, file), 'utf8');
  const asked = [...text.matchAll(/alertname(?:: |=~?")([\w.*]+)/g)].map(
    ([, name = '']) => new RegExp(`^(?:${name})$`),
  );
  const all = parse(readFileSync(rules, 'utf8')) as Groups;
  const groups = all.groups.filter((group) =>
    group.rules.some(({ alert }) => asked.some((pattern) => pattern.test(alert))),
  );
  expect(groups.length).toBeGreaterThan(0);
  writeFileSync(join(scratch, `rules-of-${file}`), stringify({ groups }));
  const path = join(scratch, file);
  writeFileSync(path, text.replace('../alerts.generated.yaml', `rules-of-${file}`));
  return path;
}

/** Makes a rule of each query: the parser of rules is that of queries. */
function expectToParse(name: string, exprs: readonly string[]): void {
  if (exprs.length === 0) return;
  const path = join(scratch, `${name}.yaml`);
  const all = exprs.map((expr, index) => ({ record: `query:${index}`, expr }));
  writeFileSync(path, stringify({ groups: [{ name, rules: all }] }));
  expect(runPromtool('check', 'rules', path)).toContain(`${exprs.length} rules found`);
}
