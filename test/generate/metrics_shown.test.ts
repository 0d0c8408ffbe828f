import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { prometheusName } from '../../src/registry/prometheus_name.ts';
import { metrics } from '../../src/registry/registry.ts';
import { dashboards, root } from './dashboard_files.ts';

/** Metrics that nobody can see yet, each with where it will be shown. */
const TO_COME: readonly (readonly [RegExp, string])[] = [
  [/^(?:system|process|nodejs)\./, 'the dashboard of hosts'],
  [/^media\.(?:stages?|cleanup)(?:\.|$)/, 'the dashboard of processing'],
  [/^media\.cookies\.(?:auth_age|auth_present|accepted\.age|rejected\.age)$/, 'the dashboard of cookies'],
  [/^media\.job\./, 'the dashboard of jobs'],
  [/^media\.health\.status$/, 'the overview'],
  [/^media\.exec\.(?:speed|frames|output\.time)$/, 'the dashboard of processing'],
  [
    /^media\.(?:session\.age|sessions\.stuck)$/,
    'the dashboard of processing, and its alert on stuck sessions',
  ],
  [
    /^media\.(?:circuit_breaker|retry|timeout|bulkhead|cache|pool|rate_limit)\./,
    'the dashboard of resilience',
  ],
];
const isToCome = (name: string) => TO_COME.some(([pattern]) => pattern.test(name));

const rules = parse(readFileSync(join(root, 'grafana/prometheus/alerts.generated.yaml'), 'utf8')) as {
  groups: { rules: { expr: string }[] }[];
};

const expressions = [
  ...dashboards.flatMap(([, { panels }]) => panels.flatMap((panel) => panel.targets ?? [])),
  ...rules.groups.flatMap((group) => group.rules),
].map((query) => query.expr);

it.each([...metrics.keys()].filter((name) => !isToCome(name)))('%s is on a panel or in an alert', (name) => {
  const metric = metrics.get(name);
  const series = metric && prometheusName(metric);
  expect(expressions.some((expr) => new RegExp(`\\b${series}(_bucket|_sum|_count)?\\b`).test(expr))).toBe(
    true,
  );
});

it('excuses nothing that is no metric', () => {
  for (const [pattern] of TO_COME) expect([...metrics.keys()].some((name) => pattern.test(name))).toBe(true);
});
