import { downloadClient } from '../../registry/download.ts';
import { labelName } from '../../registry/prometheus_name.ts';
import { thresholds } from '../../registry/thresholds.ts';
import { dashboardJson, headLink, newDashboard, textPanel } from './dashboard.ts';
import { DASHBOARD_UIDS } from './dashboard_uids.ts';
import { cookies } from './downloads_cookies.ts';
import { bytes, durations } from './downloads_durations.ts';
import { failures } from './downloads_failures.ts';
import { numbers } from './downloads_numbers.ts';
import { sessions } from './downloads_sessions.ts';
import { success } from './downloads_success.ts';
import { DOWNLOADS_PANELS } from './panel_ids.ts';
import { SCOPE } from './queries.ts';
import { labelVariable, serviceVariables } from './variables.ts';

const PURPOSE = 'Whether downloads work, for which client, proxy and cookies, and if not, why.';

/** The dashboard "Downloads", as JSON. */
export function downloadsDashboard(): string {
  const lines = [
    [textPanel(DOWNLOADS_PANELS.purpose, '', header(), 24, 3)],
    numbers(),
    ...success(),
    ...failures(),
    ...durations(),
    ...bytes(),
    ...cookies(),
    ...sessions(),
  ];
  const client = labelVariable('client', 'Client', labelName(downloadClient.name), SCOPE);
  return dashboardJson(
    newDashboard(DASHBOARD_UIDS.downloads, 'Downloads', PURPOSE, lines)
      .variables([...serviceVariables(), client])
      .links([
        headLink('Alerts', '/alerting/list?search=namespace:otel-media', 'Rules, and which of them fire'),
        headLink('Runbooks', `/d/${DASHBOARD_UIDS.runbooks}`, 'What each alert means and what to do'),
      ]),
  );
}

function header(): string {
  const percent = Math.round(thresholds.downloadSuccessRatio * 100);
  return [
    `**${PURPOSE}** Start at the success rate: below ${percent} % it is red and an alert fires. *Success* tells which`,
    'client, proxy or cookies it is, *Failures* what went wrong and what to do; *Last failed attempts* leads to the',
    `trace of each. Interrupted attempts count neither way. [Runbooks](/d/${DASHBOARD_UIDS.runbooks})`,
  ].join(' ');
}
