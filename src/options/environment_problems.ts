import { redactText } from '../redact/text/text.ts';
import type { OptionSchema } from './option_schema.ts';
import { OPTION_SCHEMAS } from './schema.ts';
import { shownValue } from './shown_value.ts';
import { suggest } from './suggest.ts';
import { withScheme } from './url_scheme.ts';

const PREFIX = 'OTEL_MEDIA_';

/** Variables of ours that are no options of `init()`: those of the command line, of the stack and of its tests. */
const OTHER_VARIABLES = `
  CONFIG DEBUG STATE ENGINE BIN_DIR CACHE BIND GRAFANA_PASSWORD GRAFANA_DASHBOARDS GRAFANA_PROVISIONING PROMETHEUS_RULES
  OTLP_HTTP_PORT OTLP_GRPC_PORT COLLECTOR_HEALTH_PORT GRAFANA_PORT PROMETHEUS_PORT
  LOKI_PORT LOKI_GRPC_PORT TEMPO_PORT TEMPO_GRPC_PORT TEMPO_OTLP_PORT
  COLLECTOR_HTTP COLLECTOR_GRPC COLLECTOR_HEALTH COLLECTOR_STORAGE
  PROMETHEUS_URL LOKI_URL LOKI_HOST LOKI_DATA
  TEMPO_URL TEMPO_HOST TEMPO_DATA TEMPO_OTLP TEMPO_OTLP_URL
  GRAFANA_URL SMTP_HOST SMTP_USER SMTP_PASSWORD SMTP_FROM
  ALERT_EMAIL ALERT_EMAIL_SEVERITIES ALERT_DISCORD_URL ALERT_DISCORD_SEVERITIES
  ALERT_SLACK_URL ALERT_SLACK_SEVERITIES ALERT_WEBHOOK_URL ALERT_WEBHOOK_SEVERITIES
  REQUIRE_STACK TEST_COMPOSE FUZZ_SEED JUDGE
`;

// Told of one process at most.
const MOST = 5;
const LONGEST_NAME = 64;

/** What is wrong with the environment itself, apart from the values of options, in words for people. */
export function environmentProblems(env: NodeJS.ProcessEnv): string[] {
  return [...protocolProblems(env), ...endpointProblems(env), ...unknownVariables(env)];
}

/** The variables that begin with `OTEL_MEDIA_` and mean something, without that. */
export function knownVariables(): string[] {
  const ofOptions = Object.values<OptionSchema>(OPTION_SCHEMAS)
    .flatMap(({ env }) => env ?? [])
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length));
  return [...new Set([...ofOptions, ...OTHER_VARIABLES.trim().split(/\s+/)])];
}

/** Variables that look like ours and mean nothing, in words for people. */
export function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const given = Object.keys(env).filter((name) => name.startsWith(PREFIX) && env[name]?.trim());
  if (given.length === 0) return [];
  const known = knownVariables();
  const unknown = given.map((name) => name.slice(PREFIX.length)).filter((name) => !known.includes(name));
  const problems = unknown.slice(0, MOST).map((name) => {
    const meant = suggest(name, known);
    const shown = `${PREFIX}${name.slice(0, LONGEST_NAME)}`;
    return `unknown variable ${shown}; ${meant ? `did you mean ${PREFIX}${meant}?` : 'it has no effect'}`;
  });
  const more = unknown.length - problems.length;
  return more > 0 ? [...problems, `and ${more} more unknown variables that begin with ${PREFIX}`] : problems;
}

function protocolProblems(env: NodeJS.ProcessEnv): string[] {
  const protocol = env.OTEL_EXPORTER_OTLP_PROTOCOL?.trim();
  if (!protocol || protocol === 'http/json') return [];
  const shown = protocol.startsWith('http/') ? JSON.stringify(redactText(protocol)) : shownValue(protocol);
  return [
    `OTEL_EXPORTER_OTLP_PROTOCOL is ${shown}; allowed is http/json, which is what is sent all the same`,
  ];
}

// These are taken as they are, by the specification; without a scheme nothing would arrive.
function endpointProblems(env: NodeJS.ProcessEnv): string[] {
  return ['TRACES', 'METRICS', 'LOGS'].flatMap((signal) => {
    const name = `OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`;
    const meant = withScheme(env[name]?.trim() ?? '');
    return meant === undefined
      ? []
      : [`${name} does not begin with http:// or https://; did you mean ${meant}?`];
  });
}
