import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { dashboardJson, newDashboard, textPanel } from './dashboard.ts';
import { DASHBOARD_UIDS, type DashboardKey } from './dashboard_uids.ts';
import type { Line } from './layout.ts';

/** A question that somebody had to write SQL or a script for, and the panels that answer it now. */
export interface Answer {
  /** Row of the requirements that asks it, such as `R5`. */
  readonly requirement: string;
  /** As a person asks it, with its question mark. */
  readonly question: string;
  /** Keys of the panels, the one that answers it best first. */
  readonly panels: readonly string[];
}

/** One dashboard: what its file holds, and what it is for. */
export interface DashboardDefinition {
  readonly key: DashboardKey;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  /** The dashboard as the JSON that Grafana reads. */
  json(): string;
  /** Ids of its panels by key; alerts and answers name panels by these keys. */
  readonly panels: Readonly<Record<string, number>>;
  readonly answers: readonly Answer[];
}

interface DashboardPlan extends Omit<DashboardDefinition, 'json'> {
  readonly panels: Readonly<Record<string, number>> & { readonly purpose: number };
  /** How to read it, line by line, in Markdown: stands on top of it, after what it is for. */
  readonly guide: readonly string[];
  /** What is below that. */
  readonly lines: () => readonly Line[];
  readonly variables: () => Builder<VariableModel>[];
  /** The time that it shows at first. Default: the last six hours. */
  readonly time?: { readonly from: string; readonly to: string };
}

/** A dashboard of some panels, with the header and the settings that all of ours have. */
export function defineDashboard(plan: DashboardPlan): DashboardDefinition {
  const { guide, lines, variables, time, ...definition } = plan;
  const { key, title, purpose, panels } = definition;
  const header = [`**${purpose}**`, ...guide, `[Runbooks](/d/${DASHBOARD_UIDS.runbooks})`].join(' ');
  const json = () => {
    const all: Line[] = [[textPanel(panels.purpose, '', header, 24, 3)], ...lines()];
    const builder = newDashboard(DASHBOARD_UIDS[key], title, purpose, all);
    if (time !== undefined) builder.time(time);
    return dashboardJson(builder.variables(variables()));
  };
  return { ...definition, json };
}
