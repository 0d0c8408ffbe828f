import { resolve } from 'node:path';
import { type ChangedThreshold, changedThresholds } from '../alerts/overrides.ts';
import { OtelMediaError } from '../errors.ts';
import { alertsUnder } from '../registry/alerts.ts';
import { THRESHOLD_NAMES, type Thresholds, thresholds } from '../registry/thresholds.ts';
import type { Command } from './command.ts';
import { thresholdsOfFile, writeAlertRules } from './stack/alert_rules.ts';
import { shortPath } from './stack/paths.ts';
import { JSON_OPTION } from './stack_options.ts';
import { table } from './table.ts';

/** `otel-media alerts`: what there is, and the rules with a user's own thresholds. */
export const alerts: Command = {
  usage: '',
  details: [
    'Thresholds are changed in the settings file that applications read too:',
    '  { "thresholds": { "downloadSuccessRatio": 0.9, "jobQueueLongCount": 500 } }',
    'It prints what differs by it. With --out it writes DIR/prometheus, rules for any',
    'Prometheus, and DIR/provisioning, the folder that Grafana reads. `otel-media up`',
    'does so by itself. Where compose is started by hand:',
    '  OTEL_MEDIA_PROMETHEUS_RULES=DIR/prometheus',
    '  OTEL_MEDIA_GRAFANA_PROVISIONING=DIR/provisioning',
    'Without a settings file it lists the alerts.',
  ].join('\n'),
  options: {
    settings: {
      type: 'string',
      value: 'FILE',
      summary: 'settings file, JSON or YAML',
      variable: 'OTEL_MEDIA_CONFIG',
    },
    out: { type: 'string', value: 'DIR', summary: 'write the rules there' },
    thresholds: { type: 'flag', summary: 'list the thresholds and their values' },
    ...JSON_OPTION,
  },
  async run(input) {
    const path = input.text('settings');
    const own = thresholdsOfFile(path);
    const out = input.text('out');
    if (out !== undefined) write(out, own, path);
    const changed = changedThresholds(own);
    const json = { changed, thresholds: own, alerts: summaries(own) };
    if (input.flag('json')) input.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
    else input.stdout.write(`${text(own, changed, input.flag('thresholds'), path, out).join('\n')}\n`);
    return 0;
  },
};

function write(out: string, own: Thresholds, path: string | undefined): void {
  try {
    writeAlertRules(resolve(out), own, path ?? 'the registry');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new OtelMediaError('OTEL_MEDIA_OPTION_INVALID', `--out ${out} cannot be written: ${code}`, {
      cause: error,
    });
  }
}

function summaries(own: Thresholds): object[] {
  return alertsUnder(own).map(({ name, group, severity, category }) => ({ name, group, severity, category }));
}

function text(
  own: Thresholds,
  changed: readonly ChangedThreshold[],
  list: boolean,
  path: string | undefined,
  out: string | undefined,
): string[] {
  const lines: string[] = [];
  if (list) lines.push(...table(THRESHOLD_NAMES.map((name) => [name, String(own[name])])));
  else if (path === undefined) {
    lines.push(...table(alertsUnder(own).map(({ name, group, severity }) => [name, severity, group])));
  } else if (changed.length === 0) lines.push('No threshold differs.');
  else {
    for (const { name, from, to, alerts: names } of changed) {
      lines.push(`${name}: ${from} -> ${to}  ${names.length > 0 ? names.join(', ') : '(no alert)'}`);
    }
  }
  if (out !== undefined) {
    const count = alertsUnder(thresholds).length;
    lines.push(`${count} alerts written to ${shortPath(resolve(out))}`);
  }
  return lines;
}
