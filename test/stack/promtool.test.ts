import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { findProgram } from '../../src/cli/stack/find_program.ts';
import { dashboards } from '../generate/dashboard_files.ts';
import { dashboardQueries, runbookQueries } from './dashboard_queries.ts';

const root = join(import.meta.dirname, '..', '..');
const rules = join(root, 'grafana', 'prometheus', 'alerts.generated.yaml');
const tests = join(root, 'grafana', 'prometheus', 'tests');
const runbooks = join(root, 'grafana', 'runbooks');

const promtool = await findProgram('promtool');
if (promtool === undefined) console.warn('SKIPPED: alert rules are not tested, as there is no promtool');

const scratch = mkdtempSync(join(tmpdir(), 'otel-media-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs promtool. It fails with all that promtool printed, which says what was expected and what came. */
function run(...args: string[]): string {
  try {
    return execFileSync(promtool ?? 'promtool', args, { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`promtool ${args.join(' ')}\n${stdout}${stderr}`);
  }
}

describe.skipIf(promtool === undefined)('promtool', () => {
  it('accepts the alert rules', () => {
    expect(run('check', 'rules', rules)).toContain('SUCCESS');
  });

  it.each(readdirSync(tests))('passes %s', (file) => {
    expect(run('test', 'rules', join(tests, file))).toContain('SUCCESS');
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

/** Makes a rule of each query: the parser of rules is that of queries. */
function expectToParse(name: string, exprs: readonly string[]): void {
  if (exprs.length === 0) return;
  const path = join(scratch, `${name}.yaml`);
  const all = exprs.map((expr, index) => ({ record: `query:${index}`, expr }));
  writeFileSync(path, stringify({ groups: [{ name, rules: all }] }));
  expect(run('check', 'rules', path)).toContain(`${exprs.length} rules found`);
}
