/**
 * What can be switched off on its own (setting `trackers`): a part that is off makes no signals, and its helper does
 * the application's own work and nothing else.
 */
export const TRACKERS = [
  'session',
  'download',
  'cookies',
  'exec',
  'play',
  'stage',
  'job',
  'errors',
  'logs',
  'health',
  'host',
  'adapters',
  'measure',
] as const;

export type TrackerName = (typeof TRACKERS)[number];
