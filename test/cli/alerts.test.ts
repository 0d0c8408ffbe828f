import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { prepareService } from '../../src/cli/stack/native/services.ts';
import { packageRoot } from '../../src/cli/stack/paths.ts';
import { freePorts } from '../../src/cli/stack/ports.ts';
import {
  prepareStackRules,
  stackPrometheusRules,
  stackRuleVariables,
} from '../../src/cli/stack/thresholds/alert_rules.ts';
import { alerts } from '../../src/registry/alerts.ts';
import { otelMedia } from './command_line.ts';
import { temporaryFolder } from './workspace.ts';

function settings(value: unknown, name = 'otel-media.json'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const QUEUE = { thresholds: { jobQueueLongCount: 500 } };

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert?: string; readonly expr?: string }[];
  }[];
}

function queueRule(text: string): string | undefined {
  const rules = (parse(text) as Rules).groups.flatMap((group) => group.rules);
  return rules.find(({ alert }) => alert === 'JobQueueLong')?.expr;
}

describe('otel-media alerts', () => {
  it('lists every alert', async () => {
    const { exitCode, stdout } = await otelMedia(['alerts']);
    expect(exitCode).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(alerts.length);
    expect(stdout).toMatch(/^DeadAir +critical +radio$/m);
  });

  it('lists thresholds with unit, range and meaning, and those that differ with their default', async () => {
    const args = ['alerts', '--thresholds', '--settings', settings(QUEUE)];
    const { stdout } = await otelMedia(args);
    expect(stdout).toMatch(/^deadAirSeconds +10 {2}seconds$/m);
    expect(stdout).toMatch(/^jobQueueLongCount +500 {2}count +\(default: 100\)$/m);
    expect(stdout).toContain(
      '\n    more jobs than this that wait in a queue are too many; a whole number from 0 to 1000000\n',
    );
    const terminal = await otelMedia(args, {}, undefined, { isTTY: true, columns: 80 });
    expect(terminal.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('tells what else is wrong in the file', async () => {
    const file = settings({ ...QUEUE, sevriceName: 'x', content: 'nonsense', secretPatterns: ['(?=a)'] });
    const { exitCode, stdout, stderr } = await otelMedia(['alerts', '--settings', file]);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'jobQueueLongCount: 100 -> 500  JobQueueLong\n',
    });
    expect(stderr.trimEnd().split('\n')).toEqual([
      `otel-media: unknown option "sevriceName" (in settings file "${file}"); did you mean "serviceName"?`,
      expect.stringContaining(`option content (in settings file "${file}") is "nonsense"; allowed is one of`),
      expect.stringContaining(`option secretPatterns (in settings file "${file}") has at 0 `),
    ]);
  });

  it('tells what a settings file changes, and writes the rules', async () => {
    const out = temporaryFolder();
    const { exitCode, stdout } = await otelMedia(['alerts', '--settings', settings(QUEUE), '--out', out]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('jobQueueLongCount: 100 -> 500  JobQueueLong\n');
    const prometheus = readFileSync(join(out, 'prometheus/alerts.generated.yaml'), 'utf8');
    expect(queueRule(prometheus)).toMatch(/ > 500$/);
    const grafana = readFileSync(join(out, 'provisioning/alerting/rules.generated.yaml'), 'utf8');
    expect(grafana).toContain('More than 500 jobs');
    // The rest of what Grafana reads is there too.
    expect(existsSync(join(out, 'provisioning/datasources/otel-media.yaml'))).toBe(true);
  });

  it('takes away nothing that is in the folder', async () => {
    const out = temporaryFolder();
    const theirs = join(out, 'provisioning', 'alerting', 'theirs.yaml');
    mkdirSync(join(out, 'provisioning', 'alerting'), { recursive: true });
    writeFileSync(theirs, 'apiVersion: 1');
    const { exitCode } = await otelMedia(['alerts', '--settings', settings(QUEUE), '--out', out]);
    expect([exitCode, readFileSync(theirs, 'utf8')]).toEqual([0, 'apiVersion: 1']);
  });

  it('says where nothing can be written', async () => {
    const { exitCode, stderr } = await otelMedia(['alerts', '--out', '/proc/otel-media']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('--out /proc/otel-media cannot be written: ENOENT');
  });

  it('reads the file that applications read, YAML too', async () => {
    const file = settings('serviceName: fetcher\nthresholds:\n  jobQueueLongCount: 500\n', 'settings.yaml');
    const { stdout } = await otelMedia(['alerts', '--json'], { OTEL_MEDIA_CONFIG: file });
    expect(JSON.parse(stdout)).toMatchObject({
      changed: [{ name: 'jobQueueLongCount', from: 100, to: 500, alerts: ['JobQueueLong'] }],
      thresholds: { jobQueueLongCount: 500 },
    });
  });

  it('says so where nothing differs', async () => {
    expect((await otelMedia(['alerts', '--settings', settings({})])).stdout).toBe('No threshold differs.\n');
  });

  it.each([
    ['a file that is not there', undefined, 'cannot be read: ENOENT'],
    ['a file that is no JSON', '{', 'is not valid JSON, at line 1, column 2'],
    ['a file of something else', '[]', 'must hold an object of options'],
    ['a wrong name', { thresholds: { jobQueueLongCout: 1 } }, 'did you mean jobQueueLongCount?'],
  ])('fails at %s', async (_what, content, message) => {
    const file = content === undefined ? '/nowhere/settings.json' : settings(content);
    const { exitCode, stderr } = await otelMedia(['alerts', '--settings', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('a stack', () => {
  it('runs with the thresholds of a settings file, until it is started without one', async () => {
    const state = temporaryFolder();
    const ports = await freePorts();
    const read = () => {
      prepareService('prometheus', ports, state);
      return queueRule(readFileSync(join(state, 'config/prometheus/rules/alerts.yaml'), 'utf8'));
    };
    prepareStackRules(state, settings(QUEUE));
    expect(read()).toMatch(/ > 500$/);
    const { OTEL_MEDIA_PROMETHEUS_RULES, OTEL_MEDIA_GRAFANA_PROVISIONING } = stackRuleVariables(state);
    expect(OTEL_MEDIA_PROMETHEUS_RULES).toBe(join(state, 'config/alerts/prometheus'));
    expect(existsSync(join(OTEL_MEDIA_GRAFANA_PROVISIONING ?? '', 'alerting/rules.generated.yaml'))).toBe(
      true,
    );
    prepareStackRules(state, undefined);
    expect(read()).toMatch(/ > 100$/);
    expect(stackRuleVariables(state)).toStrictEqual({});
  });

  it('runs with the rules of the package where only what the process decides by differs', () => {
    const state = temporaryFolder();
    prepareStackRules(state, settings({ thresholds: { healthTimeoutSeconds: 9 } }));
    expect(stackPrometheusRules(state)).toBe(join(packageRoot(), 'grafana/prometheus/alerts.generated.yaml'));
  });

  it('in containers is given them by variables of docker-compose.yml', () => {
    const text = readFileSync(join(packageRoot(), 'docker-compose.yml'), 'utf8');
    const places = [...text.matchAll(/\{(OTEL_MEDIA_[A-Z_]+):-(\.[^}]+)\}:/g)].map((found) => found.slice(1));
    expect(places).toStrictEqual([
      ['OTEL_MEDIA_PROMETHEUS_RULES', './grafana/prometheus'],
      ['OTEL_MEDIA_GRAFANA_PROVISIONING', './grafana/provisioning'],
    ]);
  });

  it('is not started with thresholds that cannot be', async () => {
    const file = settings({ thresholds: { jobQueueLongCount: -1 } });
    const env = { OTEL_MEDIA_STATE: join(temporaryFolder(), 'state'), PATH: '/nowhere' };
    const { exitCode, stderr } = await otelMedia(['up', '--engine', 'native', '--settings', file], env);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('jobQueueLongCount (in settings file ');
  });
});
