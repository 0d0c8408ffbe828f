import { attribute } from './define.ts';

// Attributes of OpenTelemetry's conventions for messaging that jobs carry: a queue is a destination, a job a message.

export const messagingSystem = attribute({
  name: 'messaging.system',
  type: 'string',
  brief: 'What the queue is made of.',
  privacy: 'safe',
  examples: ['bullmq', 'p-queue'],
  upstream: true,
});

export const messagingDestinationName = attribute({
  name: 'messaging.destination.name',
  type: 'string',
  brief: 'Name of the queue.',
  privacy: 'safe',
  examples: ['downloads'],
  maxCardinality: 50,
  upstream: true,
});

export const messagingOperationName = attribute({
  name: 'messaging.operation.name',
  type: 'string',
  brief: 'What was done with the job.',
  privacy: 'safe',
  members: ['enqueue', 'run'],
  upstream: true,
});

export const messagingOperationType = attribute({
  name: 'messaging.operation.type',
  type: 'string',
  brief: 'What was done with the job, in the words of the conventions.',
  privacy: 'safe',
  members: ['send', 'process'],
  upstream: true,
});

export const messagingMessageId = attribute({
  name: 'messaging.message.id',
  type: 'string',
  brief: 'Id of the job in its queue. Secrets in it are masked.',
  privacy: 'truncate',
  truncation: 'length',
  examples: ['4711'],
  upstream: true,
});
