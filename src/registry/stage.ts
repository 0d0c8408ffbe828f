import { attribute, event, metric, ref, span } from './define.ts';
import { errorCategory } from './error.ts';
import { OUTCOMES, operation } from './operation.ts';
import {
  errorMessage,
  errorType,
  exceptionStacktrace,
  exceptionType,
  sessionId,
  userId,
} from './upstream.ts';

/** The stages of media processing, in their order (requirement M). An application may have others beside them. */
export const STAGES = [
  'upload',
  'analysis',
  'preparation',
  'merging',
  'compression',
  'storage_upload',
  'cleanup',
] as const;

export type KnownStage = (typeof STAGES)[number];

/** Most names of stages of its own that an application may have; what is beyond goes by `other`. */
export const MAX_CUSTOM_STAGES = 20;

export const stageName = attribute({
  name: 'media.stage.name',
  type: 'string',
  brief:
    'Stage of media processing: one of the seven, one of the few that the application names itself, or `other`.',
  privacy: 'safe',
  members: STAGES,
  maxCardinality: STAGES.length + MAX_CUSTOM_STAGES + 1,
});

export const stageOutcome = attribute({
  name: 'media.stage.outcome',
  type: 'string',
  brief: 'How the stage ended.',
  privacy: 'safe',
  members: OUTCOMES,
  maxCardinality: OUTCOMES.length,
});

export const stageDirection = attribute({
  name: 'media.stage.direction',
  type: 'string',
  brief: 'Whether the bytes went into the stage or came out of it.',
  privacy: 'safe',
  members: ['in', 'out'],
  maxCardinality: 2,
});

export const stageBytesIn = attribute({
  name: 'media.stage.size_in',
  type: 'int',
  unit: 'By',
  brief: 'Bytes that went into the stage.',
  privacy: 'safe',
});

export const stageBytesOut = attribute({
  name: 'media.stage.size_out',
  type: 'int',
  unit: 'By',
  brief: 'Bytes that came out of the stage.',
  privacy: 'safe',
});

export const stageFileCount = attribute({
  name: 'media.stage.file_count',
  type: 'int',
  brief: 'Files that the stage was about.',
  privacy: 'safe',
});

export const stageDurationSeconds = attribute({
  name: 'media.stage.duration',
  type: 'double',
  unit: 's',
  brief: 'How long the stage took; while it runs, how long it has been running.',
  privacy: 'safe',
});

export const stageSlow = attribute({
  name: 'media.stage.slow',
  type: 'boolean',
  brief: 'Set where the stage took longer than its threshold.',
  privacy: 'safe',
});

export const stageThresholdSeconds = attribute({
  name: 'media.stage.threshold',
  type: 'double',
  unit: 's',
  brief: 'From when on the stage counts as slow.',
  privacy: 'safe',
});

export const stageContext = attribute({
  name: 'media.stage.context',
  type: 'string',
  brief: 'What the application said about the stage, as JSON, redacted and cut. Only of stages that failed.',
  privacy: 'truncate',
  truncation: 'length',
});

export const cleanupKind = attribute({
  name: 'media.cleanup.kind',
  type: 'string',
  brief: 'What was removed.',
  privacy: 'safe',
  members: ['file', 'task'],
  maxCardinality: 2,
});

const figure = (name: string, brief: string, unit?: string) =>
  attribute({ name, type: 'double', brief, privacy: 'safe', ...(unit !== undefined && { unit }) });

export const hostCpu = figure(
  'media.host.cpu_utilization',
  'Share of the processors in use, 0 to 1, when this was last looked at.',
  '1',
);

export const hostMemory = figure(
  'media.host.memory_utilization',
  'Share of the memory in use that cannot be taken back, 0 to 1.',
  '1',
);

export const hostDisk = figure(
  'media.host.disk_utilization',
  'Share of the fullest file system in use, 0 to 1; of those that can be written to.',
  '1',
);

export const hostLoad = figure('media.host.load', 'Load average over one minute; not known on Windows.');

export const hostProcessMemory = attribute({
  name: 'media.host.process_memory',
  type: 'int',
  unit: 'By',
  brief: 'Memory of this process (resident set).',
  privacy: 'safe',
});

const described = [
  ref(stageName, 'required'),
  ref(sessionId, 'recommended'),
  ref(userId, 'recommended'),
] as const;

const hostFigures = [
  ref(hostCpu, 'conditional'),
  ref(hostMemory, 'conditional'),
  ref(hostDisk, 'conditional'),
  ref(hostLoad, 'conditional'),
  ref(hostProcessMemory, 'conditional'),
] as const;

const ended = [
  ref(stageOutcome, 'recommended'),
  ref(stageBytesIn, 'recommended'),
  ref(stageBytesOut, 'recommended'),
  ref(stageFileCount, 'recommended'),
  ref(stageSlow, 'conditional'),
  ref(stageThresholdSeconds, 'conditional'),
  ref(stageContext, 'conditional'),
  ref(errorType, 'conditional'),
  ref(errorCategory, 'conditional'),
  ref(errorMessage, 'conditional'),
  ...hostFigures,
] as const;

export const stageSpan = span({
  name: 'media.stage',
  nameSuffix: 'stage',
  kind: 'internal',
  brief: 'One stage of media processing.',
  attributes: [...described, ref(operation, 'recommended'), ...ended],
});

export const stageStarted = event({
  name: 'media.stage.started',
  brief: 'A stage began. Leaves at once, so that a stage whose process dies is still known.',
  attributes: described,
});

export const stageEnded = event({
  name: 'media.stage.ended',
  brief:
    'A stage ended; of one that failed, with what is known of the failure and of the host at that moment.',
  attributes: [
    ...described,
    ...ended,
    ref(stageDurationSeconds, 'required'),
    ref(exceptionType, 'conditional'),
    ref(exceptionStacktrace, 'conditional'),
  ],
});

export const stageSlowEvent = event({
  name: 'media.stage.slow',
  brief: 'A stage has been running for longer than its threshold, and still is.',
  attributes: [
    ...described,
    ref(stageDurationSeconds, 'required'),
    ref(stageThresholdSeconds, 'required'),
    ...hostFigures,
  ],
});

export const stages = metric({
  name: 'media.stages',
  instrument: 'counter',
  unit: '{stage}',
  brief: 'Stages that ended.',
  attributes: [
    ref(stageName, 'required'),
    ref(stageOutcome, 'required'),
    ref(errorType, 'conditional'),
    ref(errorCategory, 'conditional'),
  ],
});

export const stageDuration = metric({
  name: 'media.stage.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long stages took.',
  buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
  attributes: [ref(stageName, 'required'), ref(stageOutcome, 'required')],
});

export const stageSize = metric({
  name: 'media.stage.size',
  instrument: 'histogram',
  unit: 'By',
  brief: 'Bytes that went into stages and came out of them.',
  buckets: [1e5, 1e6, 5e6, 1e7, 2.5e7, 5e7, 1e8, 2.5e8, 5e8, 1e9, 5e9, 2.5e10],
  attributes: [ref(stageName, 'required'), ref(stageDirection, 'required')],
});

export const stageFiles = metric({
  name: 'media.stage.files',
  instrument: 'counter',
  unit: '{file}',
  brief: 'Files that stages were about.',
  attributes: [ref(stageName, 'required')],
});

export const stageActive = metric({
  name: 'media.stage.active',
  instrument: 'up_down_counter',
  unit: '{stage}',
  brief: 'Stages running now.',
  attributes: [ref(stageName, 'required')],
});

export const stageAge = metric({
  name: 'media.stage.age',
  instrument: 'gauge',
  unit: 's',
  brief: 'How long the oldest of the stages running now has been running; 0 where none is.',
  attributes: [ref(stageName, 'required')],
});

export const stagesSlow = metric({
  name: 'media.stages.slow',
  instrument: 'counter',
  unit: '{stage}',
  brief: 'Stages that took longer than their threshold, counted as soon as they do.',
  attributes: [ref(stageName, 'required')],
});

export const cleanupRemoved = metric({
  name: 'media.cleanup.removed',
  instrument: 'counter',
  unit: '{item}',
  brief: 'Old files and tasks that were removed.',
  attributes: [ref(cleanupKind, 'required')],
});

export const cleanupSize = metric({
  name: 'media.cleanup.size',
  instrument: 'counter',
  unit: 'By',
  brief: 'Bytes that removing old files set free.',
  attributes: [],
});
