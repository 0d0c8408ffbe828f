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

// Signals that are made without a call of the application's, which a helper could leave out: observed, or told of by a
// library or a timer.
const BY_NAME: readonly (readonly [RegExp, TrackerName])[] = [
  [/^media\.(?:circuit_breaker|retry|timeout|bulkhead|cache|pool|rate_limit)\./, 'adapters'],
  [/^media\.health\./, 'health'],
  [/^media\.cookies\./, 'cookies'],
  [/^media\.downloads?\./, 'download'],
  [/^media\.job\./, 'job'],
  [/^media\.plays?(?:\.|$)/, 'play'],
  [/^media\.stages?(?:\.|$)/, 'stage'],
  [/^media\.sessions?(?:\.|$)/, 'session'],
  [/^(?:system|process|nodejs)\./, 'host'],
];

/** The tracker that a metric or event belongs to, if it is one that can be switched off by its name. */
export function trackerOf(name: string): TrackerName | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}
