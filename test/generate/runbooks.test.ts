import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alerts } from '../../src/registry/alerts.ts';
import { prometheusName } from '../../src/registry/prometheus_name.ts';
import { attributes, events, metrics, spans } from '../../src/registry/registry.ts';
import { runbookQueries } from '../stack/dashboards/queries.ts';
import { root } from './dashboards/files.ts';

const folder = join(root, 'grafana', 'runbooks');
const files = readdirSync(folder);

const known = {
  promql: new Set([
    ...[...metrics.values()].flatMap((metric) => [
      prometheusName(metric),
      ...(['bucket', 'sum', 'count'] as const).map((part) => prometheusName(metric, part)),
    ]),
    ...[...attributes.keys()].map((name) => name.replaceAll('.', '_')),
  ]),
  logql: new Set([...events.keys(), ...[...attributes.keys()].map((name) => name.replaceAll('.', '_'))]),
  traceql: new Set([...spans.keys(), ...attributes.keys()]),
};

it('has a runbook for every alert, and none besides', () => {
  expect(files.sort()).toStrictEqual(alerts.map((alert) => `${alert.name}.md`).sort());
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');

  it('names only what exists', () => {
    for (const { language, expr } of runbookQueries(text, { service: 'fetcher', file: 'cookies.txt' })) {
      const mine =
        language === 'promql' ? /\b(?:media|system|process|nodejs)_[a-z0-9_]+/g : /\bmedia[._][a-z0-9._]+/g;
      for (const name of expr.match(mine) ?? []) {
        // What ends with a dot is the beginning of a pattern.
        const begun = [...known[language]].some(
          (one) => name.endsWith('.') && one.startsWith(name.slice(0, -1)),
        );
        if (!begun) expect(known[language], expr).toContain(name);
      }
    }
  });

  it('links only runbooks that exist', () => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) expect(files).toContain(target);
  });
});
