import { CHANNELS, type Channel, QUIET_HOURS } from '../../registry/alerts/notifications.ts';
import { receiverName, routes } from './routes.ts';
import { MESSAGE, notificationTemplates, TITLE } from './template.ts';

// Grafana fills these in when it reads the file; docker-compose.yml gives each a value, as Grafana knows no defaults. A
// channel that is not set has an address of nobody, and no severity is sent there.
const PREFIX = 'OTEL_MEDIA_ALERT';

const SETTINGS: Readonly<Record<Channel, object>> = {
  email: {
    addresses: `\${${PREFIX}_EMAIL}`,
    singleEmail: true,
    subject: TITLE,
    message: MESSAGE,
  },
  discord: { url: `\${${PREFIX}_DISCORD_URL}`, title: TITLE, message: MESSAGE },
  slack: { url: `\${${PREFIX}_SLACK_URL}`, title: TITLE, text: MESSAGE },
  webhook: { url: `\${${PREFIX}_WEBHOOK_URL}`, httpMethod: 'POST', title: TITLE, message: MESSAGE },
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
          severitiesVariable,
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

function severitiesVariable(channel: Channel): string {
  return `\${${PREFIX}_${channel.toUpperCase()}_SEVERITIES}`;
}
