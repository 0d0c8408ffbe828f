import { thresholds } from '../../../registry/thresholds.ts';
import { defineDashboard } from '../definition.ts';
import { cookies } from './cookies.ts';
import { bytes, durations } from './durations.ts';
import { failures } from './failures.ts';
import { chosen } from './measures.ts';
import { numbers } from './numbers.ts';
import { PANELS } from './panel_ids.ts';
import { sessions } from './sessions.ts';
import { success } from './success.ts';

const percent = Math.round(thresholds.downloadSuccessRatio * 100);

/** The dashboard "Downloads". */
export const downloads = defineDashboard({
  key: 'downloads',
  title: 'Downloads',
  purpose: 'Whether downloads work, for which client, proxy and cookies, and if not, why.',
  guide: [
    `Start at the success rate: below ${percent} % it is red and an alert fires. *Success* tells which`,
    'client, proxy or cookies it is, *Failures* what went wrong and what to do; *Last failed attempts* leads to the',
    `trace of each. Interrupted attempts count neither way.`,
  ],
  panels: PANELS,
  variables: () => chosen.variables(),
  lines: () => [
    numbers(),
    ...success(),
    ...failures(),
    ...durations(),
    ...bytes(),
    ...cookies(),
    ...sessions(),
  ],

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
});
