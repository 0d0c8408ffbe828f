import { attribute } from './define.ts';

export const operation = attribute({
  name: 'media.operation',
  type: 'string',
  brief: 'The innermost helper that this span or log was made inside of. Stamped on everything made there.',
  privacy: 'safe',
  members: ['session', 'download', 'cookies', 'exec', 'stage', 'job', 'play'],
  maxCardinality: 12,
});

export const playId = attribute({
  name: 'media.play.id',
  type: 'string',
  brief: 'Id of the play that this belongs to.',
  privacy: 'safe',
  examples: ['0199c8f2-6f0e-7b1c-8b0a-3d2f5f0c9a12'],
});

/** How an operation ended. `interrupted`: the process was told to stop, or crashed, before it was done. */
export const OUTCOMES = ['success', 'failure', 'interrupted'] as const;

export type Outcome = (typeof OUTCOMES)[number];
