import { alertExpression } from '../../alerts/alert_promql.ts';
import { runbookPath } from '../../alerts/place.ts';
import { ALERT_GROUPS, type AlertDefinition } from '../../registry/alerts/define.ts';
import { alertsUnder } from '../../registry/alerts.ts';
import { THRESHOLD_NAMES, type ThresholdName, thresholds } from '../../registry/thresholds.ts';
import { MARKDOWN_NOTICE } from '../generated_file.ts';

const SIGNS = { lt: '<', gt: '>' } as const;
const NO_DATA = { ok: 'fine', alerting: 'fires' } as const;
const EXECUTION_ERROR = { error: 'told', alerting: 'fires', keep: 'stays' } as const;

const COLUMNS = [
  'Alert',
  'Severity',
  'Category',
  'Fires at',
  'For',
  'Keeps',
  'No data',
  'Query fails',
  'Its thresholds',
];

/** The list of alerts, each with the thresholds that decide it. */
export function alertReference(): string {
  const sections = ALERT_GROUPS.map((group) => {
    const rows = alertsUnder(thresholds)
      .filter((alert) => alert.group === group)
      .map(row);
    return [
      `## ${group.charAt(0).toUpperCase()}${group.slice(1)}`,
      '',
      line(COLUMNS),
      rule(),
      ...rows,
      '',
    ].join('\n');
  });
  return `${MARKDOWN_NOTICE}\n# Alerts\n\n${INTRODUCTION}\n\n${sections.join('\n')}`;
}

const INTRODUCTION = [
  'The same alerts are there as rules of Grafana and as rules of Prometheus. `info` is worth knowing, `warning` is for the',
  'same day, `critical` for now. Without data an alert is quiet, unless silence is what it is about; a query that fails is told',
  'as an error of the rule, taken for the worst, or leaves the alert as it was. Every threshold can be changed in the settings',
  'file, under `thresholds`: see `otel-media alerts --help`.',
].join('\n');

function row(alert: AlertDefinition): string {
  const { comparison, threshold } = alertExpression(alert);
  return line([
    `[${alert.name}](../${runbookPath(alert)})`,
    alert.severity,
    alert.category,
    `${SIGNS[comparison]} ${threshold}`,
    alert.holdMinutes === 0 ? 'at once' : `${alert.holdMinutes} min`,
    alert.keepMinutes === 0 ? '' : `${alert.keepMinutes} min`,
    NO_DATA[alert.noData],
    EXECUTION_ERROR[alert.executionError],
    thresholdsOf(alert)
      .map((name) => `\`${name}\` ${thresholds[name]}`)
      .join(', '),
  ]);
}

/** The thresholds by which an alert would be another. */
function thresholdsOf(alert: AlertDefinition): ThresholdName[] {
  const before = JSON.stringify(alert);
  return THRESHOLD_NAMES.filter((name) => {
    const other = thresholds[name] < 1 ? thresholds[name] * 0.9 : thresholds[name] * 2;
    const changed = alertsUnder({ ...thresholds, [name]: other }).find((one) => one.name === alert.name);
    return JSON.stringify(changed) !== before;
  });
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function rule(): string {
  return line(COLUMNS.map(() => '---'));
}
