import { CHANNELS, type Channel, QUIET_HOURS } from '../../registry/alerts/notifications.ts';
import { receiverName, routes } from './routes.ts';
import { MESSAGE, notificationTemplates, TITLE } from './template.ts';

// Grafana fills these in when it reads the file; docker-compose.yml gives each a value, as Grafana knows no defaults. A
// channel that is not set has an address of nobody, and no severity is sent there.
const SETTINGS: Readonly<Record<Channel, object>> = {
  email: {
    addresses: '$OTEL_MEDIA_ALERT_EMAIL',
    singleEmail: true,
    subject: TITLE,
    message: MESSAGE,
  },
  discord: { url: '$OTEL_MEDIA_ALERT_DISCORD_URL', title: TITLE, message: MESSAGE },
  slack: { url: '$OTEL_MEDIA_ALERT_SLACK_URL', title: TITLE, text: MESSAGE },
  webhook: { url: '$OTEL_MEDIA_ALERT_WEBHOOK_URL', httpMethod: 'POST', title: TITLE, message: MESSAGE },
};

const SEVERITIES: Readonly<Record<Channel, string>> = {
  email: '$OTEL_MEDIA_ALERT_EMAIL_SEVERITIES',
  discord: '$OTEL_MEDIA_ALERT_DISCORD_SEVERITIES',
  slack: '$OTEL_MEDIA_ALERT_SLACK_SEVERITIES',
  webhook: '$OTEL_MEDIA_ALERT_WEBHOOK_SEVERITIES',
};

/** Channels, templates, quiet hours and routes, in the form that Grafana reads from provisioning files. */
export function grafanaNotifications(): object {
  return {
    apiVersion: 1,
    contactPoints: CHANNELS.map((channel) => ({
      orgId: 1,
      name: receiverName(channel),
      receivers: [{ uid: receiverName(channel), type: channel, settings: SETTINGS[channel] }],
    })),
    templates: [{ orgId: 1, name: 'otel-media', template: notificationTemplates() }],
    muteTimes: [
      {
        orgId: 1,
        name: QUIET_HOURS.name,
        time_intervals: [
          {
            times: QUIET_HOURS.ranges.map(({ start, end }) => ({ start_time: start, end_time: end })),
            location: 'Local',
          },
        ],
      },
    ],
    policies: [
      {
        orgId: 1,
        ...routes(
          CHANNELS,
          (channel) => SEVERITIES[channel],
          (label, expression) => ({
            // A channel that is not set has no severities, which would match alerts that have none.
            object_matchers: [
              [label, '=~', expression],
              [label, '!=', ''],
            ],
          }),
          ['grafana_folder'],
        ),
      },
    ],
  };
}
