import type { ClassTreatments } from '../redact/policy/settings.ts';
import type { ThresholdName } from '../registry/thresholds.ts';
import type { TrackerName } from '../registry/trackers.ts';
import { windows } from '../registry/windows.ts';
import type { Options } from './options.ts';

/** What options are where nobody says otherwise. Those that are not here are worked out when they are needed. */
export const DEFAULTS = {
  enabled: true,
  endpoint: 'http://127.0.0.1:4318',
  headers: {} as Record<string, string>,
  traces: true,
  metrics: true,
  logs: true,
  exportIntervalSeconds: windows.exportIntervalSeconds as number,
  shutdownTimeoutSeconds: windows.shutdownBudgetSeconds as number,
  flushOnExit: true,
  instrumentHttp: true,
  instrumentUndici: true,
  hostMetrics: true,
  instrumentChildProcess: false,
  trackers: {} as Partial<Record<TrackerName, boolean>>,
  thresholds: {} as Partial<Record<ThresholdName, number>>,
  captureConsole: false,
  appLogs: 'full' as const,
  appLogLevel: 'trace' as const,
  healthDetail: 'basic' as const,
  content: 'hash' as const,
  classes: {} as ClassTreatments,
  secretKeys: [] as readonly string[],
  secretPatterns: [] as readonly string[],
  allowedKeys: [] as readonly string[],
  allowedValues: [] as readonly string[],
  clientAddress: 'truncate' as const,
  userAgent: 'family' as const,
  doNotTrack: false,
  debug: false,
  startupLine: true,
  logLevel: 'warn' as const,
};

/** Options with every default filled in. */
export type ResolvedOptions = Options & Required<Pick<Options, keyof typeof DEFAULTS>>;
