import { attribute, event, metric, ref, span } from './define.ts';
import { errorCategory } from './error.ts';
import { OUTCOMES, operation } from './operation.ts';
import { thresholds } from './thresholds.ts';
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

export const execFrameCount = attribute({
  name: 'media.exec.frame_count',
  type: 'int',
  brief: 'Frames that ffmpeg wrote.',
  privacy: 'safe',
});

export const execDroppedFrameCount = attribute({
  name: 'media.exec.dropped_frame_count',
  type: 'int',
  brief: 'Frames that ffmpeg dropped.',
  privacy: 'safe',
});

export const execOutputTimeSeconds = attribute({
  name: 'media.exec.output_time',
  type: 'double',
  unit: 's',
  brief: 'Position in the output of ffmpeg, as it said last.',
  privacy: 'safe',
});

export const execStreaming = attribute({
  name: 'media.exec.streaming',
  type: 'boolean',
  brief: 'Whether the program has to keep up with real time.',
  privacy: 'safe',
});

export const execSlow = attribute({
  name: 'media.exec.slow',
  type: 'boolean',
  brief: 'Set where a program that streams fell behind real time.',
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
  ref(execFrameCount, 'recommended'),
  ref(execDroppedFrameCount, 'recommended'),
  ref(execOutputTimeSeconds, 'recommended'),
  ref(execStreaming, 'conditional'),
  ref(execSlow, 'conditional'),
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

export const execSlowEvent = event({
  name: 'media.exec.slow',
  brief: 'A program that streams falls behind real time, and is still running.',
  attributes: [
    ref(processExecutableName, 'required'),
    ref(execSpeedRatio, 'required'),
    ref(execOutputTimeSeconds, 'recommended'),
    ref(execDroppedFrameCount, 'recommended'),
    ref(sessionId, 'recommended'),
  ],
});

export const execSpeed = metric({
  name: 'media.exec.speed',
  instrument: 'histogram',
  unit: '1',
  brief: 'Speed of ffmpeg against real time, looked at every 5 s while it runs; once of a shorter run.',
  buckets: [0.25, 0.5, 0.8, 0.9, thresholds.execStreamSpeedRatio, 1, 1.05, 1.5, 2, 4, 8, 16, 32],
  attributes: [ref(processExecutableName, 'required'), ref(execStreaming, 'required')],
});

export const execFrames = metric({
  name: 'media.exec.frames',
  instrument: 'counter',
  unit: '{frame}',
  brief: 'Frames written.',
  attributes: [ref(processExecutableName, 'required')],
});

export const execOutputTime = metric({
  name: 'media.exec.output.time',
  instrument: 'counter',
  unit: 's',
  brief: 'Media written, by its playing time.',
  attributes: [ref(processExecutableName, 'required')],
});
