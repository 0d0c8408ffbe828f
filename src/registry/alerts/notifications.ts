import type { Severity } from './define.ts';

/** How alerts of one severity are told. */
export interface NotificationTimes {
  /** How long others of the same group are waited for, in seconds, so that they come in one message. */
  readonly waitSeconds: number;
  /** How soon a message about news of the same group may follow, in minutes. */
  readonly intervalMinutes: number;
  /** After how long it is told again while it lasts, in hours. */
  readonly repeatHours: number;
  /** Whether nobody is woken by it. */
  readonly quietAtNight: boolean;
}

/** How each severity is told, most urgent first. */
export const NOTIFICATION_TIMES: Readonly<Record<Severity, NotificationTimes>> = {
  critical: { waitSeconds: 10, intervalMinutes: 5, repeatHours: 1, quietAtNight: false },
  warning: { waitSeconds: 60, intervalMinutes: 10, repeatHours: 8, quietAtNight: false },
  info: { waitSeconds: 300, intervalMinutes: 60, repeatHours: 24, quietAtNight: true },
};

/** When it is night for those who are told, in the local time of the alerting engine. */
export const QUIET_HOURS = {
  name: 'otel-media-night',
  ranges: [
    { start: '00:00', end: '08:00' },
    { start: '20:00', end: '24:00' },
  ],
} as const;

/** What makes alerts one message: the same trouble of the same service. */
export const NOTIFICATION_GROUPING = ['alertname', 'service_name', 'deployment_environment_name'] as const;

/** Where notifications can go. Each is used once its variable is set. */
export const CHANNELS = ['email', 'discord', 'slack', 'webhook'] as const;

export type Channel = (typeof CHANNELS)[number];
