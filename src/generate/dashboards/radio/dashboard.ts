import { thresholds } from '../../../registry/thresholds.ts';
import { defineDashboard } from '../definition.ts';
import { REACH } from '../reach.ts';
import { days } from './days.ts';
import { errors } from './errors.ts';
import { chosen } from './measures.ts';
import { now } from './now.ts';
import { numbers } from './numbers.ts';
import { outcomes } from './outcomes.ts';
import { PANELS } from './panel_ids.ts';
import { quality } from './quality.ts';
import { silence } from './silence.ts';
import { tracks, trackVariables } from './tracks.ts';

/** The dashboard "Radio". */
export const radio = defineDashboard({
  key: 'radio',
  title: 'Radio',
  purpose: 'Whether stations are on air, what they play, and how well.',
  guide: [
    `Start at the silence: from ${thresholds.deadAirSeconds} s on it is dead air and red.`,
    '*On air* has what plays and what was played last, *Tracks* what is played most and the history of one track,',
    '*By hour, day and week* the long view (choose a longer time above), *Quality* stalls and completion.',
    REACH,
    `Titles are hashes unless the privacy settings say otherwise.`,
  ],
  panels: PANELS,
  variables: () => [...chosen.variables(), ...trackVariables()],
  lines: () => [
    numbers(),
    ...now(),
    ...silence(),
    ...outcomes(),
    ...errors(),
    ...tracks(),
    ...days(),
    ...quality(),
  ],
  time: { from: 'now-24h', to: 'now' },

  answers: [
    { requirement: 'R4', question: 'Which were the last 100 plays?', panels: ['lastPlays'] },
    { requirement: 'R4', question: 'What is playing now?', panels: ['nowPlaying', 'onAir'] },
    {
      requirement: 'R5',
      question: 'How many plays and unique tracks were there, and what were uptime and error rate?',
      panels: ['plays', 'uniqueTracks', 'uptime', 'errorRate'],
    },
    { requirement: 'R6', question: 'Which tracks were played most?', panels: ['mostPlayed'] },
    {
      requirement: 'R6',
      question: 'When was this track played, and how did it go?',
      panels: ['trackHistory'],
    },
    {
      requirement: 'R7',
      question: 'Which errors were there while playing, and what is to be done?',
      panels: ['errorTable', 'errorsByType', 'failedPlays'],
    },
    { requirement: 'R8', question: 'At which hours of the day is how much played?', panels: ['playsByHour'] },
    { requirement: 'R8', question: 'What was the uptime of each day?', panels: ['uptimeByDay'] },
    {
      requirement: 'R8',
      question: 'What was each day like, and each week?',
      panels: ['daily', 'weekly'],
    },
    {
      requirement: 'R15',
      question: 'What are uptime, error rate and total plays right now?',
      panels: ['uptime', 'errorRate', 'plays'],
    },
    {
      requirement: 'X10',
      question: 'Is there dead air, and how often was there?',
      panels: ['silenceNow', 'silence', 'gaps', 'deadAir', 'overrun'],
    },
    {
      requirement: 'R1',
      question: 'What came of attempts: did plays start, fail before or after that, or were they left?',
      panels: ['attempts', 'playsByOutcome', 'endReasons'],
    },
    {
      requirement: 'R1',
      question: 'How long do plays take to start, how much do they stall, are they played to the end?',
      panels: ['startup', 'stalls', 'rebuffering', 'completion', 'gapDuration', 'duration'],
    },
  ],
});
