import { attribute, event, metric, ref, span } from './define.ts';
import { errorCategory } from './error.ts';
import { OUTCOMES, operation } from './operation.ts';
import {
  errorMessage,
  errorType,
  processExecutableName,
  processExitCode,
  processPid,
  sessionId,
} from './upstream.ts';

export const execOutcome = attribute({
  name: 'media.exec.outcome',
  type: 'string',
  brief: 'How the program ended.',
  privacy: 'safe',
  members: OUTCOMES,
  maxCardinality: 3,
});

export const execSignal = attribute({
  name: 'media.exec.signal',
  type: 'string',
  brief: 'Signal that ended the program.',
  privacy: 'safe',
  examples: ['SIGKILL'],
});

export const execArgumentCount = attribute({
  name: 'media.exec.argument_count',
  type: 'int',
  brief: 'How many arguments the program was given. The arguments themselves never leave.',
  privacy: 'safe',
});

export const execDurationSeconds = attribute({
  name: 'media.exec.duration',
  type: 'double',
  unit: 's',
  brief: 'How long the program ran.',
  privacy: 'safe',
});

export const execWarningCount = attribute({
  name: 'media.exec.warning_count',
  type: 'int',
  brief: 'Warnings that the program printed.',
  privacy: 'safe',
});

export const execProgressRatio = attribute({
  name: 'media.exec.progress',
  type: 'double',
  unit: '1',
  brief: 'How far the program said it had come, 0 to 1.',
  privacy: 'safe',
});

export const execSpeedRatio = attribute({
  name: 'media.exec.speed',
  type: 'double',
  unit: '1',
  brief: 'Speed of ffmpeg against real time, as it said last; below 1 it cannot keep up with a live stream.',
  privacy: 'safe',
});

const ended = [
  ref(processPid, 'recommended'),
  ref(processExitCode, 'recommended'),
  ref(execSignal, 'conditional'),
  ref(execOutcome, 'recommended'),
  ref(execWarningCount, 'recommended'),
  ref(execProgressRatio, 'recommended'),
  ref(execSpeedRatio, 'recommended'),
  ref(errorType, 'conditional'),
  ref(errorCategory, 'conditional'),
  ref(errorMessage, 'conditional'),
  ref(sessionId, 'recommended'),
] as const;

export const execSpan = span({
  name: 'media.exec',
  nameSuffix: 'program',
  kind: 'client',
  brief: 'A program that was run: yt-dlp, ffmpeg, or any other.',
  attributes: [
    ref(processExecutableName, 'required'),
    ref(execArgumentCount, 'recommended'),
    ref(operation, 'recommended'),
    ...ended,
  ],
});

export const execEnded = event({
  name: 'media.exec.ended',
  brief: 'A program ended badly, with the line of its output that explains it.',
  attributes: [ref(processExecutableName, 'required'), ref(execDurationSeconds, 'required'), ...ended],
});

export const execDuration = metric({
  name: 'media.exec.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long programs ran.',
  buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
  attributes: [
    ref(processExecutableName, 'required'),
    ref(execOutcome, 'required'),
    ref(errorType, 'conditional'),
  ],
});
