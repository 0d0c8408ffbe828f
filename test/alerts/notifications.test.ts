import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alertmanagerConfig } from '../../src/alerts/notifications/alertmanager.ts';
import { grafanaNotifications } from '../../src/alerts/notifications/grafana.ts';
import { knownVariables } from '../../src/options/environment_problems.ts';
import { CHANNELS } from '../../src/registry/alerts/notifications.ts';
import { alerts } from '../../src/registry/alerts.ts';

const compose = readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
const variables = [...new Set(JSON.stringify(grafanaNotifications()).match(/(?<=\$)OTEL_\w+/g))];

describe('notifications of Grafana', () => {
  it.each(variables)(
    'takes %s from docker-compose.yml, where it is never nothing that breaks',
    (variable) => {
      const line = compose.split('\n').find((one) => one.trim().startsWith(`${variable}:`));
      expect(line).toBeDefined();
      expect(knownVariables()).toContain(variable.replace('OTEL_MEDIA_', ''));
      // A channel needs an address; severities of nobody are none.
      if (!variable.endsWith('_SEVERITIES')) expect(line).toMatch(/:-[^}]+}/);
    },
  );

  it('has a channel of each kind, and a route to each that does not end the search', () => {
    const { contactPoints, policies } = grafanaNotifications() as {
      contactPoints: { name: string }[];
      policies: { receiver: string; routes: { receiver: string; continue: boolean }[] }[];
    };
    expect(contactPoints.map(({ name }) => name)).toEqual(CHANNELS.map((channel) => `otel-media-${channel}`));
    const routed = policies[0]?.routes ?? [];
    expect(routed.map(({ receiver }) => receiver)).toEqual(contactPoints.map(({ name }) => name));
    expect(routed.every((route) => route.continue)).toBe(true);
  });
});

describe('notifications of Alertmanager', () => {
  it('has the channels that are given, and a pace for every severity that an alert has', () => {
    const config = alertmanagerConfig({ slack: { url: 'https://slack.example/' } }, '/templates') as {
      receivers: { name: string }[];
      route: { receiver: string; routes: { routes: { matchers: string[] }[] }[] };
    };
    expect(config.receivers.map(({ name }) => name)).toEqual(['otel-media-slack']);
    expect(config.route.receiver).toBe('otel-media-slack');
    const paces = config.route.routes[0]?.routes.flatMap(({ matchers }) => matchers);
    for (const { severity } of alerts) expect(paces).toContain(`severity=~"${severity}"`);
  });
});
