import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { prometheusName } from '../../../src/registry/prometheus_name.ts';
import { metrics } from '../../../src/registry/registry.ts';
import { dashboards, root } from './files.ts';

const rules = parse(readFileSync(join(root, 'grafana/prometheus/alerts.generated.yaml'), 'utf8')) as {
  groups: { rules: { expr: string }[] }[];
};

const expressions = [
  ...dashboards.flatMap(([, { panels }]) => panels.flatMap((panel) => panel.targets ?? [])),
  ...rules.groups.flatMap((group) => group.rules),
].map((query) => query.expr);

it.each([...metrics.keys()])('%s is on a panel or in an alert', (name) => {
  const metric = metrics.get(name);
  const series = metric && prometheusName(metric);
  expect(expressions.some((expr) => new RegExp(`\\b${series}(_bucket|_sum|_count)?\\b`).test(expr))).toBe(
    true,
  );
});
