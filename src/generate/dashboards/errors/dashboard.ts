import { thresholds } from '../../../registry/thresholds.ts';
import { defineDashboard } from '../definition.ts';
import { logs } from './logs.ts';
import { chosen } from './measures.ts';
import { numbers } from './numbers.ts';
import { open } from './open.ts';
import { PANELS } from './panel_ids.ts';
import { unknown } from './unknown.ts';
import { what } from './what.ts';

const percent = Math.round(thresholds.downloadUnknownRatio * 100);

/** The dashboard "Errors". */
export const errors = defineDashboard({
  key: 'errors',
  title: 'Errors',
  purpose: 'What goes wrong, where, how badly, what is still open, and what to do about it.',
  guide: [
    `Errors that the application reports (\`reportError\`), and those inside its downloads, stages, jobs and`,
    'plays. Start at *Critical* and *Unresolved*; *What goes wrong* says what to do, *One by one* leads to the trace of',
    `each. Above ${percent} % unknown the messages in *Not recognised* are worth a look.`,
  ],
  panels: PANELS,
  variables: () => chosen.variables(),
  lines: () => [numbers(), ...what(), ...open(), ...unknown(), ...logs()],

  answers: [
    {
      requirement: 'R2',
      question: 'Which errors happened last, in which trace, and which are not resolved?',
      panels: ['lastErrors', 'unresolvedTable', 'unresolved', 'resolvedTable'],
    },
    {
      requirement: 'R7',
      question: 'How many errors does each service have, of which severity?',
      panels: ['serviceTable', 'byService'],
    },
    { requirement: 'R7', question: 'When did errors happen, by severity?', panels: ['bySeverity'] },
    {
      requirement: 'X5',
      question: 'What is to be done about each type of error?',
      panels: ['typeTable', 'byCategory'],
    },
    {
      requirement: 'X5',
      question: 'How many errors does nobody recognise, and what do they say?',
      panels: ['unknownShare', 'unknownOverTime', 'unknownErrors', 'unknownDownloads'],
    },
  ],
});
