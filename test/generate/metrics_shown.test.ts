import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { prometheusName } from '../../src/registry/prometheus_name.ts';
import { metrics } from '../../src/registry/registry.ts';
import { dashboards, root } from './dashboard_files.ts';

/** Metrics that nobody can see yet, each with the reason. */
const TO_COME: Readonly<Record<string, string>> = {
  'media.plays': 'the dashboards of a radio',
  'media.play.attempts': 'the dashboards of a radio',
  'media.play.active': 'the dashboards of a radio',
  'media.play.time': 'the dashboards of a radio',
  'media.play.duration': 'the dashboards of a radio',
  'media.play.completion': 'the dashboards of a radio',
  'media.play.gap.duration': 'the dashboards of a radio',
  'media.play.silence': 'the dashboards of a radio',
  'media.play.overrun': 'the dashboards of a radio',
  'media.play.startup.duration': 'the dashboards of a radio',
  'media.play.stall.duration': 'the dashboards of a radio',
  'media.play.errors': 'the dashboards of a radio',
};

const rules = parse(readFileSync(join(root, 'grafana/prometheus/alerts.generated.yaml'), 'utf8')) as {
  groups: { rules: { expr: string }[] }[];
};

const expressions = [
  ...dashboards.flatMap(([, { panels }]) => panels.flatMap((panel) => panel.targets ?? [])),
  ...rules.groups.flatMap((group) => group.rules),
].map((query) => query.expr);

it.each([...metrics.keys()].filter((name) => TO_COME[name] === undefined))(
  '%s is on a panel or in an alert',
  (name) => {
    const metric = metrics.get(name);
    const series = metric && prometheusName(metric);
    expect(expressions.some((expr) => new RegExp(`\\b${series}(_bucket|_sum|_count)?\\b`).test(expr))).toBe(
      true,
    );
  },
);

it('excuses no metric that is shown, or is none', () => {
  for (const name of Object.keys(TO_COME)) expect(metrics.has(name)).toBe(true);
});
