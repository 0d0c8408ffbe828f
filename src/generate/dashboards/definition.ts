import type { DashboardKey } from './dashboard_uids.ts';

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
  /** The dashboard as the JSON that Grafana reads. */
  json(): string;
  /** Ids of its panels by key; alerts and answers name panels by these keys. */
  readonly panels: Readonly<Record<string, number>>;
  readonly answers: readonly Answer[];
}
