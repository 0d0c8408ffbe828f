import { defineDashboard } from '../definition.ts';
import { collectorProcess, inAndOut, queues } from './collector.ts';
import { variables } from './measures.ts';
import { numbers } from './numbers.ts';
import { PANELS } from './panel_ids.ts';
import { redaction } from './redaction.ts';
import { processes, services } from './services.ts';

/** The dashboard "Telemetry pipeline". */
export const telemetry = defineDashboard({
  key: 'telemetry',
  title: 'Telemetry pipeline',
  purpose:
    'Whether telemetry itself arrives: who is silent, what waits, what was lost, what was masked late.',
  guide: [
    `All numbers on top should be 0, but that of Collectors. *Refused* is kept by its sender and comes later;`,
    '*lost* is gone. A queue that fills means that its store is away: look there first. Everything red on other dashboards',
    `means little while this one is.`,
  ],
  panels: PANELS,
  variables: () => variables(),
  lines: () => [
    numbers(),
    ...services(),
    ...processes(),
    ...redaction(),
    ...inAndOut(),
    ...queues(),
    ...collectorProcess(),
  ],

  answers: [
    {
      requirement: 'X7',
      question: 'Was anything lost, where, and why?',
      panels: ['failed', 'lostInProcess', 'itemsByOutcome', 'lost', 'notTaken'],
    },
    {
      requirement: 'X7',
      question: 'What waits to be delivered, and how much more may?',
      panels: ['queueFill', 'queueBytes', 'queueShare', 'sdkQueues'],
    },
    {
      requirement: 'X10',
      question: 'Which services are silent, and did they say goodbye?',
      panels: ['silent', 'servicesTable', 'silence'],
    },
    {
      requirement: 'X3',
      question: 'Did a secret leave its process, of which kind, and who sent it?',
      panels: ['redactedLate', 'lateTable', 'lateByFamily', 'redactionFailures'],
    },
    {
      requirement: 'M5',
      question: 'Is the monitoring itself alive?',
      panels: ['collectors', 'accepted', 'sent', 'collectorUptime', 'arrivedSpans', 'arrivedLines', 'series'],
    },
  ],
});
