import { textPanel } from '../dashboard.ts';
import { defineDashboard } from '../definition.ts';
import { serviceVariables } from '../variables.ts';
import { firingAlerts } from './alert_list.ts';
import { budgets } from './budgets.ts';
import { guide } from './guide.ts';
import { healthChanges, healthTimeline } from './health.ts';
import { numbers } from './numbers.ts';
import { PANELS, ROWS } from './panel_ids.ts';
import { traffic } from './traffic.ts';

/** The dashboard "Overview". */
export const overview = defineDashboard({
  key: 'overview',
  title: 'Overview',
  purpose: 'Whether downloads, plays, processing and jobs are well now, and where to look if not.',
  guide: [
    `What is red needs somebody: click a number for its details. *Alerts and health* lists what fires,`,
    'each with its runbook; *Objectives* tells how much may still fail. Nothing done is nothing wrong: such numbers say',
    `“none”.`,
  ],
  panels: PANELS,
  variables: () => serviceVariables(),
  lines: () => [
    ...numbers(),
    { heading: 'Alerts and health', id: ROWS.alerts },
    [firingAlerts(), healthTimeline()],
    ...budgets(),
    ...traffic(textPanel(PANELS.dashboards, 'Dashboards', guide(), 8, 10)),
    [healthChanges()],
  ],

  answers: [
    {
      requirement: 'M9',
      question: 'Are downloads, plays, processing and jobs well now?',
      panels: ['downloads', 'plays', 'processing', 'jobs', 'silence', 'stuck'],
    },
    { requirement: 'M9', question: 'What alerts fire?', panels: ['alerts'] },
    {
      requirement: 'M5',
      question: 'What do the health checks find, since when?',
      panels: ['health', 'healthTimeline', 'healthChanges'],
    },
    {
      requirement: 'Q7',
      question: 'How much of the error budget is left, and how fast does it go?',
      panels: ['objectives', 'burnRate'],
    },
    {
      requirement: 'M9',
      question: 'How much is done, and how much of it fails?',
      panels: ['traffic', 'failures'],
    },
  ],
});
