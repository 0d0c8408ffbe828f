import { PANELS as cookies } from './cookies/panel_ids.ts';
import type { DashboardKey } from './dashboard_uids.ts';
import { PANELS as downloads } from './downloads/panel_ids.ts';
import { PANELS as errors } from './errors/panel_ids.ts';
import { PANELS as host } from './host/panel_ids.ts';
import { PANELS as jobs } from './jobs/panel_ids.ts';
import { PANELS as overview } from './overview/panel_ids.ts';
import { PANELS as processing } from './processing/panel_ids.ts';
import { PANELS as radio } from './radio/panel_ids.ts';
import { RUNBOOK_PANELS } from './runbook_panel_ids.ts';
import { PANELS as telemetry } from './telemetry/panel_ids.ts';
import { PANELS as visitors } from './visitors/panel_ids.ts';

/** Ids of all panels, by dashboard and by key. */
const PANELS: Readonly<Partial<Record<DashboardKey, Readonly<Record<string, number>>>>> = {
  overview,
  downloads,
  cookies,
  processing,
  jobs,
  host,
  telemetry,
  radio,
  visitors,
  errors,
  runbooks: RUNBOOK_PANELS,
};

/** Id of a panel by its key. Throws on one that there is not: a link into nothing must not be generated. */
export function panelId(dashboard: DashboardKey, panel: string): number {
  const id = PANELS[dashboard]?.[panel];
  if (id === undefined) throw new Error(`the dashboard ${dashboard} has no panel ${panel}`);
  return id;
}
