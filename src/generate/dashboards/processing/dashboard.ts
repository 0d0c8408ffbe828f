import { thresholds } from '../../../registry/thresholds.ts';
import { DASHBOARD_UIDS } from '../dashboard_uids.ts';
import { defineDashboard } from '../definition.ts';
import { amounts, cleanup } from './amounts.ts';
import { durations } from './durations.ts';
import { failures } from './failures.ts';
import { log } from './log.ts';
import { chosen, sessionVariable } from './measures.ts';
import { numbers } from './numbers.ts';
import { PANELS } from './panel_ids.ts';
import { programs } from './programs.ts';
import { running } from './running.ts';
import { sessions } from './sessions.ts';
import { stagesCompared } from './stages.ts';

const percent = Math.round(thresholds.processingErrorRatio * 100);

/** The dashboard "Media processing". */
export const processing = defineDashboard({
  key: 'processing',
  title: 'Media processing',
  purpose: 'Whether uploads get through their stages, which stage fails or drags, and what is stuck.',
  guide: [
    `Start at the success rate: red when more than ${percent} % fail. *Stages compared* tells which stage it is,`,
    '*Last failed stages* why, with the host at that moment, and leads to the trace of each. *Running now* shows what does',
    `not get on. [Host](/d/${DASHBOARD_UIDS.host}) ·`,
  ],
  panels: PANELS,
  variables: () => [...chosen.variables(), sessionVariable()],
  lines: () => [
    numbers(),
    ...stagesCompared(),
    ...failures(),
    ...sessions(),
    ...durations(),
    ...running(),
    ...amounts(),
    ...programs(),
    ...cleanup(),
    ...log(),
  ],

  answers: [
    {
      requirement: 'M1',
      question: 'Which stages ran, with what result, and how much went in and out?',
      panels: ['stageTable', 'stagesByOutcome', 'bytes', 'files'],
    },
    {
      requirement: 'M1',
      question: 'Which stage failed, for whom, in what context, and how was the host at that moment?',
      panels: ['lastFailures', 'failuresTable', 'failuresByStage'],
    },
    {
      requirement: 'M1',
      question: 'What became of one session, or of those of one user, stage by stage?',
      panels: ['lastSessions', 'lastStages'],
    },
    {
      requirement: 'M4',
      question: 'Is the error rate above the threshold, and which stages take too long?',
      panels: ['successRate', 'slowByStage', 'durationSlowest', 'slowEvents'],
    },
    {
      requirement: 'M6',
      question: 'How did sessions and stages go in the last hours (`stats?hours=24`)?',
      panels: ['successRate', 'stages', 'failures', 'durationP95', 'stageTable'],
    },
    {
      requirement: 'M6',
      question: 'What was there to be alarmed about (`alerts?level=error`)?',
      panels: ['noticed'],
    },
    {
      requirement: 'M6',
      question: 'Which sessions are active (`sessions/active`), and since when?',
      panels: ['runningNow', 'sessionsActive', 'sessions', 'sessionAge'],
    },
    {
      requirement: 'M6',
      question: 'What does the log say (`logs/recent?level=ERROR`)?',
      panels: ['lines'],
    },
    {
      requirement: 'M8',
      question: 'Which sessions are stuck?',
      panels: ['sessionsStuck', 'stuckSessions', 'sessionAge', 'stageAge'],
    },
    {
      requirement: 'M9',
      question: 'Which trace is behind a slow or failed stage, whichever service it ran in?',
      panels: ['durationTraces', 'lastFailures', 'slowEvents'],
    },
  ],
});
