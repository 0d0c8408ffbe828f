import { DASHBOARD_UIDS } from './dashboards/dashboard_uids.ts';
import { dashboards } from './dashboards/dashboards.ts';
import type { Answer, DashboardDefinition } from './dashboards/definition.ts';
import { MARKDOWN_NOTICE } from './generated_file.ts';

/** As `otel-media up` and docker-compose.yml have it by default. */
const GRAFANA = 'http://127.0.0.1:3000';

interface BuiltPanel {
  readonly id: number;
  readonly title?: string;
  readonly targets?: readonly { readonly expr?: string; readonly query?: string }[];
}

interface BuiltDashboard {
  readonly title: string;
  readonly panels: readonly BuiltPanel[];
}

/** Which panel answers which question, and by which query. */
export function questionMap(): string {
  const rows = dashboards
    .flatMap((dashboard) => rowsOf(dashboard))
    .sort((one, other) => order(one.answer, other.answer));
  return [
    MARKDOWN_NOTICE,
    '# Questions and the panels that answer them\n',
    'The first column is the row of the requirements (test/REQUIREMENTS.md in the repository). Links lead to the Grafana that',
    '`otel-media up` starts where there is a container engine. The queries are as Grafana sends them, before it fills in the',
    'variables.\n',
    '| Row | Question | Dashboard | Panel | Query |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(({ cells }) => `| ${cells.map(escaped).join(' | ')} |`),
    '',
  ].join('\n');
}

function rowsOf(dashboard: DashboardDefinition): { answer: Answer; cells: string[] }[] {
  const built = JSON.parse(dashboard.json()) as BuiltDashboard;
  return dashboard.answers.flatMap((answer) =>
    answer.panels.map((key, at) => {
      const id = dashboard.panels[key];
      const panel = built.panels.find((one) => one.id === id);
      if (panel === undefined) throw new Error(`${dashboard.key} has no panel ${key}: ${answer.question}`);
      const queries = (panel.targets ?? []).map(({ expr, query }) => `\`${oneLine(expr ?? query ?? '')}\``);
      const cells = [
        at === 0 ? answer.requirement : '',
        at === 0 ? answer.question : '',
        built.title,
        `[${panel.title ?? key}](${GRAFANA}/d/${DASHBOARD_UIDS[dashboard.key]}?viewPanel=${id})`,
        queries.join('<br>'),
      ];
      return { answer, cells };
    }),
  );
}

// R4 before R15, and questions of one row in the order in which they were written.
function order(one: Answer, other: Answer): number {
  return one.requirement.localeCompare(other.requirement, 'en', { numeric: true });
}

function oneLine(query: string): string {
  return query.replaceAll(/\s+/g, ' ').trim();
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
