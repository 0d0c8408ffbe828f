import { DASHBOARD_UIDS, type DashboardKey } from '../dashboards/dashboard_uids.ts';
import type { DashboardDefinition } from '../dashboards/definition.ts';
import { MARKDOWN_NOTICE } from '../generated_file.ts';

interface BuiltQuery {
  readonly datasource: { readonly type: string };
  readonly expr: string;
  readonly legendFormat?: string;
}

interface BuiltPanel {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly targets?: readonly BuiltQuery[];
}

/** What there is to read in the JSON of a dashboard. */
export interface BuiltDashboard {
  readonly panels: readonly BuiltPanel[];
}

const LANGUAGES: Readonly<Record<string, string>> = { prometheus: 'promql', loki: 'logql' };

/** Where the queries of a dashboard are told, relative to `docs/`. */
export function queriesPath(key: DashboardKey): string {
  return `queries/${key}.generated.md`;
}

/** Every panel of a dashboard with its queries, in the order in which they stand. */
export function dashboardQueries(dashboard: DashboardDefinition): string {
  const { key, title, purpose } = dashboard;
  const { panels } = JSON.parse(dashboard.json()) as BuiltDashboard;
  return [
    MARKDOWN_NOTICE,
    `# Queries of the dashboard “${title}”\n`,
    `${purpose} In Grafana at \`/d/${DASHBOARD_UIDS[key]}\`. Which panel answers which question: [questions](../questions.generated.md).`,
    'Queries stand as they are sent but for the variables, which Grafana fills in.\n',
    ...panels.flatMap((panel) => told(panel, key)),
  ].join('\n');
}

function told(panel: BuiltPanel, key: DashboardKey): string[] {
  const { id, type, title, description = '', targets = [] } = panel;
  if (type === 'row') return [`## ${title}\n`];
  if (targets.length === 0) return [];
  return [
    `<a id="panel-${id}"></a>\n`,
    `### ${title}\n`,
    `${description} \`/d/${DASHBOARD_UIDS[key]}?viewPanel=${id}\`\n`,
    ...targets.map(query),
  ];
}

function query({ datasource, expr, legendFormat }: BuiltQuery): string {
  const language = LANGUAGES[datasource.type];
  if (language === undefined) throw new Error(`no language is known for ${datasource.type}`);
  // Without labels in it the legend is the name of the query.
  const name = legendFormat && !legendFormat.includes('{{') ? `${legendFormat}:\n\n` : '';
  return `${name}\`\`\`${language}\n${expr.trim()}\n\`\`\`\n`;
}
