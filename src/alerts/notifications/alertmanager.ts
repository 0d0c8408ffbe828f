import type { Channel } from '../../registry/alerts/notifications.ts';
import { CHANNELS, QUIET_HOURS } from '../../registry/alerts/notifications.ts';
import { receiverName, routes } from './routes.ts';
import { MESSAGE, TITLE } from './template.ts';

/** Where notifications go. */
export interface AlertmanagerChannels {
  readonly email?: { readonly to: string; readonly from: string; readonly smarthost: string };
  readonly discord?: { readonly url: string };
  readonly slack?: { readonly url: string };
  readonly webhook?: { readonly url: string };
}

/**
 * The same channels, quiet hours and routes for Alertmanager, for who runs the rules in Prometheus or Mimir.
 *
 * @param channels     at least one
 * @param templateFile path of the file with {@link notificationTemplates}
 * @param severities   which severities are told, as an expression. Default all.
 */
export function alertmanagerConfig(
  channels: AlertmanagerChannels,
  templateFile: string,
  severities = 'info|warning|critical',
): object {
  const used = CHANNELS.filter((channel) => channels[channel] !== undefined);
  return {
    templates: [templateFile],
    route: routes(
      used,
      () => severities,
      (label, expression) => ({ matchers: [`${label}=~"${expression}"`] }),
    ),
    time_intervals: [
      {
        name: QUIET_HOURS.name,
        time_intervals: [
          {
            times: QUIET_HOURS.ranges.map(({ start, end }) => ({ start_time: start, end_time: end })),
            location: 'Local',
          },
        ],
      },
    ],
    receivers: used.map((channel) => ({ name: receiverName(channel), ...receiver(channel, channels) })),
  };
}

function receiver(channel: Channel, { email, discord, slack, webhook }: AlertmanagerChannels): object {
  switch (channel) {
    case 'email':
      return {
        email_configs: [
          { ...email, send_resolved: true, headers: { Subject: TITLE }, text: MESSAGE, html: '' },
        ],
      };
    case 'discord':
      return {
        discord_configs: [{ webhook_url: discord?.url, send_resolved: true, title: TITLE, message: MESSAGE }],
      };
    case 'slack':
      return { slack_configs: [{ api_url: slack?.url, send_resolved: true, title: TITLE, text: MESSAGE }] };
    case 'webhook':
      return { webhook_configs: [{ url: webhook?.url, send_resolved: true }] };
  }
}
