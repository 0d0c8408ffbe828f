import { thresholds } from '../../../registry/thresholds.ts';
import { defineDashboard } from '../definition.ts';
import { ages } from './ages.ts';
import { checks } from './checks.ts';
import { chosen } from './measures.ts';
import { numbers } from './numbers.ts';
import { PANELS } from './panel_ids.ts';
import { site } from './site.ts';
import { state } from './state.ts';

const hours = thresholds.cookiesStaleSeconds / 3600;

/** The dashboard "Cookies". */
export const cookies = defineDashboard({
  key: 'cookies',
  title: 'Cookies',
  purpose: 'Whether the login cookies still work, for how long, and what the site makes of them.',
  guide: [
    `Red on top: a file that does not work, which its row in *Cookie files now* explains; export it anew.`,
    `Orange: older than ${hours} h, and perhaps still good. yt-dlp rewrites its file at each run, so trust *Login exported*`,
    `and what the site said last, not the age of the file.`,
  ],
  panels: PANELS,
  variables: () => chosen.variables(),
  lines: () => [numbers(), ...state(), ...ages(), ...site(), ...checks()],

  answers: [
    {
      requirement: 'C2',
      question: 'How old is each cookie file, and in which state?',
      panels: ['now', 'timeline', 'fileAge'],
    },
    {
      requirement: 'C2',
      question: 'Whose cookies are not good any more?',
      panels: ['checksByUser', 'notFresh'],
    },
    {
      requirement: 'C4',
      question: 'Which cookie files are stale?',
      panels: ['stale', 'timeline', 'notFresh'],
    },
    { requirement: 'X4', question: 'When does the first login expire?', panels: ['firstExpiry', 'expiry'] },
    {
      requirement: 'X4',
      question: 'Is a login in the file at all, and when was it exported?',
      panels: ['authTimeline', 'loginAge', 'oldestLogin'],
    },
    {
      requirement: 'X4',
      question: 'Does the site still accept them, and what failed since it does not?',
      panels: ['results', 'lastAccepted', 'lastRejected', 'authFailures', 'lastAuthFailures'],
    },
  ],
});
