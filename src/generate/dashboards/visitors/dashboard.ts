import { defineDashboard } from '../definition.ts';
import { REACH } from '../reach.ts';
import { content, topVariable } from './content.ts';
import { days } from './days.ts';
import { chosen } from './measures.ts';
import { now } from './now.ts';
import { numbers } from './numbers.ts';
import { PANELS } from './panel_ids.ts';
import { people } from './people.ts';
import { sessions } from './sessions.ts';

/** The dashboard "Visitors and sessions". */
export const visitors = defineDashboard({
  key: 'visitors',
  title: 'Visitors and sessions',
  purpose: 'Who comes when, asks for what, and gets it.',
  guide: [
    `*Now* shows who is here, *Sessions* each session with its trace, *By hour and day* the peak hours`,
    'and the statistics of days, *Who comes* what is unusual. Nobody is identified: a visitor is a hash that is another',
    'every day, an address is its network, and titles are hashes unless the privacy settings say otherwise.',
    REACH,
  ],
  panels: PANELS,
  variables: () => [...chosen.variables(), topVariable()],
  lines: () => [numbers(), ...now(), ...sessions(), ...days(), ...content(), ...people()],
  time: { from: 'now-24h', to: 'now' },

  answers: [
    {
      requirement: 'V2',
      question: 'Which sessions were there on a day or in a range, newest first?',
      panels: ['lastSessions'],
    },
    {
      requirement: 'V2',
      question: 'What are the statistics of each day?',
      panels: ['daily', 'sessionsByOutcome', 'contents', 'duration'],
    },
    { requirement: 'V3', question: 'Which songs are the most popular?', panels: ['popular', 'sites'] },
    {
      requirement: 'V3',
      question: 'How many unique visitors were there?',
      panels: ['visitors', 'visitorsByDay'],
    },
    { requirement: 'V3', question: 'What is the success rate?', panels: ['successRate'] },
    { requirement: 'V3', question: 'What are the peak hours?', panels: ['peakHours'] },
    {
      requirement: 'V7',
      question: 'Who is here now?',
      panels: ['running', 'sessionsNow', 'sessionsActive', 'oldest'],
    },
    { requirement: 'V7', question: 'How many visitors return on the same day?', panels: ['returning'] },
    {
      requirement: 'V7',
      question: 'Is there unusual activity, or abuse?',
      panels: ['unusual', 'mostActive', 'programs'],
    },
    {
      requirement: 'V7',
      question: 'Which countries do visitors come from?',
      panels: ['countries', 'agents'],
    },
  ],
});
