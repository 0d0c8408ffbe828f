import { downloadClient } from '../../../registry/download.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { dashboardJson, newDashboard, textPanel } from '../dashboard.ts';
import { DASHBOARD_UIDS } from '../dashboard_uids.ts';
import type { DashboardDefinition } from '../definition.ts';
import { SCOPE } from '../queries.ts';
import { labelVariable, serviceVariables } from '../variables.ts';
import { cookies } from './cookies.ts';
import { bytes, durations } from './durations.ts';
import { failures } from './failures.ts';
import { numbers } from './numbers.ts';
import { PANELS } from './panel_ids.ts';
import { sessions } from './sessions.ts';
import { success } from './success.ts';

const PURPOSE = 'Whether downloads work, for which client, proxy and cookies, and if not, why.';

/** The dashboard "Downloads". */
export const downloads: DashboardDefinition = {
  key: 'downloads',
  json,
  panels: PANELS,
  answers: [
    {
      requirement: 'C5',
      question: 'How many downloads were tried, and how many of them succeeded?',
      panels: ['successRate', 'attempts', 'failures'],
    },
    {
      requirement: 'C10',
      question: 'Which client, proxy or cookies do better?',
      panels: ['clientTable', 'proxyTable', 'cookiesTable', 'successByClient'],
    },
    {
      requirement: 'C10',
      question: 'Why did it fail, and what is to be done?',
      panels: ['failuresTable', 'failuresByType', 'lastFailures'],
    },
  ],
};

function json(): string {
  const lines = [
    [textPanel(PANELS.purpose, '', header(), 24, 3)],
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
    newDashboard(DASHBOARD_UIDS.downloads, 'Downloads', PURPOSE, lines).variables([
      ...serviceVariables(),
      client,
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
