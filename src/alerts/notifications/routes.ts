import type { Severity } from '../../registry/alerts/define.ts';
import {
  CHANNELS,
  type Channel,
  NOTIFICATION_GROUPING,
  NOTIFICATION_TIMES,
  QUIET_HOURS,
} from '../../registry/alerts/notifications.ts';

/** How an engine writes "this label matches this expression". */
export type Matching = (label: string, expression: string) => object;

/**
 * The tree of routes, which Grafana and Alertmanager write nearly alike: every channel that is used gets the severities
 * that are meant for it, each at its own pace.
 *
 * @param channels     which channels there are
 * @param severitiesOf which severities go to a channel, as an expression
 * @param matching     how the engine writes a match
 * @param grouping     labels that the engine groups by besides
 */
export function routes(
  channels: readonly Channel[],
  severitiesOf: (channel: Channel) => string,
  matching: Matching,
  grouping: readonly string[] = [],
): object {
  return {
    // Told where no channel is set: it has to be somewhere.
    receiver: receiverName(channels[0] ?? CHANNELS[0]),
    group_by: [...grouping, ...NOTIFICATION_GROUPING],
    routes: channels.map((channel) => ({
      receiver: receiverName(channel),
      ...matching('severity', severitiesOf(channel)),
      // All channels hear of it, not the first only.
      continue: true,
      routes: Object.keys(NOTIFICATION_TIMES).map((severity) => paceOf(severity as Severity, matching)),
    })),
  };
}

/** What a channel's receiver is called. */
export function receiverName(channel: Channel): string {
  return `otel-media-${channel}`;
}

function paceOf(severity: Severity, matching: Matching): object {
  const { waitSeconds, intervalMinutes, repeatHours, quietAtNight } = NOTIFICATION_TIMES[severity];
  return {
    ...matching('severity', severity),
    group_wait: `${waitSeconds}s`,
    group_interval: `${intervalMinutes}m`,
    repeat_interval: `${repeatHours}h`,
    ...(quietAtNight && { mute_time_intervals: [QUIET_HOURS.name] }),
  };
}
