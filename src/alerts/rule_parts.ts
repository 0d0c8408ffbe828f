import { ALERT_GROUPS, type AlertDefinition, type AlertGroup } from '../registry/alerts/define.ts';
import { type AlertPlace, dashboardUrl, runbookPath, runbookUrl } from './place.ts';
import { alertText, type Dialect } from './text.ts';

// What rules of both engines have alike.

/** Labels that every rule adds. */
export function ruleLabels({ severity, category }: AlertDefinition): Readonly<Record<string, string>> {
  return { severity, category };
}

/** What a rule says, and where it leads. */
export function ruleAnnotations(
  alert: AlertDefinition,
  place: AlertPlace,
  dialect: Dialect,
): Readonly<Record<string, string>> {
  return {
    summary: alertText(alert.summary, alert, dialect),
    description: alertText(alert.description, alert, dialect),
    runbook: runbookPath(alert),
    runbook_url: runbookUrl(place),
    dashboard_url: dashboardUrl(place),
  };
}

// Looks back over days, and says nothing that is decided by minutes.
const INTERVALS: Readonly<Partial<Record<AlertGroup, string>>> = { traffic: '5m' };

/** Alerts by group, with how often the group is looked at where that is not the engine's default. */
export function ruleGroups(
  alerts: readonly AlertDefinition[],
): { name: AlertGroup; interval: string | undefined; alerts: readonly AlertDefinition[] }[] {
  return ALERT_GROUPS.map((name) => ({
    name,
    interval: INTERVALS[name],
    alerts: alerts.filter((alert) => alert.group === name),
  })).filter((group) => group.alerts.length > 0);
}
