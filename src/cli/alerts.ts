import { resolve } from 'node:path';
import { type ChangedThreshold, changedThresholds } from '../alerts/overrides.ts';
import { OtelMediaError } from '../errors.ts';
import { fileReason } from '../options/file_reason.ts';
import { thresholdRange } from '../options/threshold_range.ts';
import { alertsUnder } from '../registry/alerts.ts';
import { THRESHOLD_NAMES, THRESHOLDS, type Thresholds, thresholds } from '../registry/thresholds.ts';
import { columnsOf, wrapLine } from '../wrap.ts';
import type { Command } from './command.ts';
import { say } from './output/say.ts';
import { table } from './output/table.ts';
import { shortPath } from './stack/paths.ts';
import { problemsOfFile, thresholdsOfFile, writeAlertRules } from './stack/thresholds/alert_rules.ts';
import { JSON_OPTION } from './stack_options.ts';

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
    'Without a settings file it lists the alerts. What else is wrong in the file is',
    'told on stderr.',
  ].join('\n'),
  options: {
    settings: {
      type: 'string',
      value: 'FILE',
      summary: 'settings file, JSON or YAML',
      variable: 'OTEL_MEDIA_CONFIG',
    },
    out: { type: 'string', value: 'DIR', summary: 'write the rules there' },
    thresholds: { type: 'flag', summary: 'list the thresholds: values, units, meanings' },
    ...JSON_OPTION,
  },
  async run(input) {
    const path = input.text('settings');
    for (const problem of problemsOfFile(path)) say(input.stderr, problem);
    const own = thresholdsOfFile(path);
    const out = input.text('out');
    if (out !== undefined) write(out, own, path);
    const changed = changedThresholds(own);
    const json = { changed, thresholds: own, definitions: THRESHOLDS, alerts: summaries(own) };
    if (input.flag('json')) input.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
    else {
      const columns = columnsOf(input.stdout);
      const list = input.flag('thresholds') ? thresholdLines(own, columns) : undefined;
      input.stdout.write(`${text(own, changed, { columns, list, path, out }).join('\n')}\n`);
    }
    return 0;
  },
};

function write(out: string, own: Thresholds, path: string | undefined): void {
  try {
    writeAlertRules(resolve(out), own, path ?? 'the registry');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    const message = `--out ${out} cannot be written: ${fileReason(error)}`;
    throw new OtelMediaError('OTEL_MEDIA_OUTPUT_UNWRITABLE', message, { cause: error });
  }
}

/** Two lines each: the number, and what it is. */
function thresholdLines(own: Thresholds, columns: number): string[] {
  const rows = table(
    THRESHOLD_NAMES.map((name) => {
      const { unit, value } = THRESHOLDS[name];
      return [name, String(own[name]), unit, own[name] === value ? '' : `(default: ${value})`];
    }),
    [1],
  );
  return THRESHOLD_NAMES.flatMap((name, at) => {
    const definition = THRESHOLDS[name];
    const meaning = `${definition.brief}; ${thresholdRange(definition)}`;
    return [rows[at] ?? name, ...wrapLine(meaning, columns, '    ', '    ')];
  });
}

function summaries(own: Thresholds): object[] {
  return alertsUnder(own).map(({ name, group, severity, category }) => ({ name, group, severity, category }));
}

interface Printed {
  readonly columns: number;
  readonly list: readonly string[] | undefined;
  readonly path: string | undefined;
  readonly out: string | undefined;
}

function text(own: Thresholds, changed: readonly ChangedThreshold[], printed: Printed): string[] {
  const { columns, list, path, out } = printed;
  const lines: string[] = [];
  if (list !== undefined) lines.push(...list);
  else if (path === undefined) {
    lines.push(...table(alertsUnder(own).map(({ name, group, severity }) => [name, severity, group])));
  } else if (changed.length === 0) lines.push('No threshold differs.');
  else {
    for (const { name, from, to, alerts: names } of changed) {
      const whose = names.length > 0 ? names.join(', ') : '(no alert)';
      lines.push(...wrapLine(`${name}: ${from} -> ${to}  ${whose}`, columns, '', '  '));
    }
  }
  if (out !== undefined) {
    const count = alertsUnder(thresholds).length;
    lines.push(`${count} alerts written to ${shortPath(resolve(out))}`);
  }
  return lines;
}
