import { dashboards } from '../dashboards/dashboards.ts';
import type { DashboardDefinition } from '../dashboards/definition.ts';
import { MARKDOWN_NOTICE } from '../generated_file.ts';
import { type BuiltDashboard, queriesPath } from './dashboard_queries.ts';

/** Which panels answer which question, dashboard by dashboard. */
export function questionMap(): string {
  return [
    MARKDOWN_NOTICE,
    '# Questions and the panels that answer them\n',
    'Dashboard by dashboard; of several panels the first one answers best. A panel leads to its queries.\n',
    ...dashboards.map(section),
  ].join('\n');
}

function section(dashboard: DashboardDefinition): string {
  const { key, title, purpose, answers, panels } = dashboard;
  const built = JSON.parse(dashboard.json()) as BuiltDashboard;
  const link = (name: string) => {
    const panel = built.panels.find(({ id }) => id === panels[name]);
    if (panel === undefined) throw new Error(`${key} has no panel ${name}`);
    // A list of alerts asks nothing.
    if (panel.targets === undefined) return panel.title ?? name;
    return `[${panel.title ?? name}](${queriesPath(key)}#panel-${panel.id})`;
  };
  const rows = answers.map(({ question, panels: names }) =>
    [question, names.map(link).join(', ')].map((cell) => cell.replaceAll('|', '\\|')),
  );
  return [
    `## ${title}\n`,
    `${purpose}\n`,
    '| Question | Panels |',
    '| --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
