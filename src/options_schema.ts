/**
 * Every setting that `init()` takes, as a JSON Schema (for ajv, which checks options and settings files), with the
 * environment variable of each. Names of OpenTelemetry's own variables are kept where one exists.
 */
export interface OptionSchema {
  readonly type: 'string' | 'number' | 'boolean' | 'object';
  readonly description: string;
  readonly env?: string;
  /** The variable means the opposite: `OTEL_SDK_DISABLED`. */
  readonly envInverted?: true;
  /** What the variable's number is divided by to get the option's unit. */
  readonly envDivisor?: number;
  /** The value is never shown, whatever is wrong with it. */
  readonly confidential?: true;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** The pattern in words. */
  readonly allowed?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly additionalProperties?: { readonly type: 'string' };
}

const NAME = { type: 'string', pattern: '\\S', allowed: 'a text that is not empty' } as const;

/** Settings by name. */
export const OPTION_SCHEMAS = {
  enabled: {
    type: 'boolean',
    description: 'Whether telemetry is set up at all. Default true.',
    env: 'OTEL_SDK_DISABLED',
    envInverted: true,
  },
  serviceName: {
    ...NAME,
    description: 'Name of the service. Default: the npm package or script name.',
    env: 'OTEL_SERVICE_NAME',
  },
  serviceNamespace: {
    ...NAME,
    description: 'Group that the service belongs to.',
    env: 'OTEL_MEDIA_SERVICE_NAMESPACE',
  },
  serviceVersion: { ...NAME, description: 'Version of the service.', env: 'OTEL_MEDIA_SERVICE_VERSION' },
  environment: {
    ...NAME,
    description: 'Deployment environment: production, staging, …',
    env: 'OTEL_MEDIA_ENVIRONMENT',
  },
  endpoint: {
    type: 'string',
    description: 'Where OTLP over HTTP is sent. Default http://127.0.0.1:4318.',
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    pattern: '^https?://[^\\s/]',
    allowed: 'a URL that begins with http:// or https://',
  },
  headers: {
    type: 'object',
    description:
      'Headers sent along, such as the credentials of a hosted Collector. The variable is a list: a=b,c=d.',
    env: 'OTEL_EXPORTER_OTLP_HEADERS',
    additionalProperties: { type: 'string' },
    allowed: 'an object of texts',
    confidential: true,
  },
  traces: {
    type: 'boolean',
    description: 'Whether traces are sent. Default true.',
    env: 'OTEL_TRACES_EXPORTER',
  },
  metrics: {
    type: 'boolean',
    description: 'Whether metrics are sent. Default true.',
    env: 'OTEL_METRICS_EXPORTER',
  },
  logs: {
    type: 'boolean',
    description: 'Whether logs and events are sent. Default true.',
    env: 'OTEL_LOGS_EXPORTER',
  },
  exportIntervalSeconds: {
    type: 'number',
    description: 'How often metrics are sent, in seconds. Default 15. The variable is in milliseconds.',
    env: 'OTEL_METRIC_EXPORT_INTERVAL',
    envDivisor: 1000,
    minimum: 0.1,
    maximum: 3600,
  },
  shutdownTimeoutSeconds: {
    type: 'number',
    description: 'How long sending what is left may take at the end, in seconds, in all. Default 5.',
    env: 'OTEL_MEDIA_SHUTDOWN_TIMEOUT',
    minimum: 0.1,
    maximum: 120,
  },
  flushOnExit: {
    type: 'boolean',
    description: 'Whether SIGTERM, SIGINT and crashes wait for telemetry to be sent. Default true.',
    env: 'OTEL_MEDIA_FLUSH_ON_EXIT',
  },
  instrumentHttp: {
    type: 'boolean',
    description: 'Whether http and https get spans. Default true.',
    env: 'OTEL_MEDIA_INSTRUMENT_HTTP',
  },
  instrumentUndici: {
    type: 'boolean',
    description: 'Whether fetch and undici get spans. Default true.',
    env: 'OTEL_MEDIA_INSTRUMENT_UNDICI',
  },
  hostMetrics: {
    type: 'boolean',
    description: 'Whether figures of host, process and event loop are sent. Default true.',
    env: 'OTEL_MEDIA_HOST_METRICS',
  },
  hostMetricsIntervalSeconds: {
    type: 'number',
    description: 'How often the host is looked at, in seconds. Default: as often as metrics are sent.',
    env: 'OTEL_MEDIA_HOST_METRICS_INTERVAL',
    minimum: 1,
    maximum: 3600,
  },
  content: {
    type: 'string',
    description: 'What leaves of titles, links, file names and user agents. Default hash.',
    env: 'OTEL_MEDIA_CONTENT',
    enum: ['keep', 'hash', 'mask', 'drop'],
  },
  hashKey: {
    type: 'string',
    description: 'Key of the keyed hashes. Default: made once, and kept in the state folder.',
    env: 'OTEL_MEDIA_HASH_KEY',
    pattern: '^.{16,}$',
    allowed: 'a text of at least 16 characters',
    confidential: true,
  },
  stateDir: {
    ...NAME,
    description:
      'Folder for what is kept between runs; one that is given keeps the plays that are open, too. Default: in the state folder of the user.',
    env: 'OTEL_MEDIA_STATE',
  },
  cookiesStaleAfterSeconds: {
    type: 'number',
    description: 'Age in seconds from which a cookie file counts as stale. Default 43200 (12 h).',
    env: 'OTEL_MEDIA_COOKIES_STALE_AFTER',
    minimum: 1,
    maximum: 31_536_000,
  },
  stageSlowAfterSeconds: {
    type: 'number',
    description:
      'From when on a stage counts as slow, in seconds, where its call does not say. Default 300, of each stage.',
    env: 'OTEL_MEDIA_STAGE_SLOW_AFTER',
    minimum: 0.001,
    maximum: 31_536_000,
  },
  sessionStuckAfterSeconds: {
    type: 'number',
    description: 'From when on a session that has not ended counts as stuck, in seconds. Default 7200 (2 h).',
    env: 'OTEL_MEDIA_SESSION_STUCK_AFTER',
    minimum: 1,
    maximum: 31_536_000,
  },
  startupLine: {
    type: 'boolean',
    description: 'Whether one line on stderr says what is sent where. Default true.',
    env: 'OTEL_MEDIA_STARTUP_LINE',
  },
  logLevel: {
    type: 'string',
    description:
      "Level of OpenTelemetry's own diagnostics on the console; debug shows every export. Default warn.",
    env: 'OTEL_LOG_LEVEL',
    enum: ['none', 'error', 'warn', 'info', 'debug', 'verbose', 'all'],
  },
} as const satisfies Record<string, OptionSchema>;

export type OptionName = keyof typeof OPTION_SCHEMAS;

/** The JSON Schema of a whole set of options, such as a settings file. */
export function optionsJsonSchema(): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(OPTION_SCHEMAS as Record<string, OptionSchema>)) {
    const {
      env: _env,
      envInverted: _inverted,
      envDivisor: _divisor,
      confidential: _c,
      allowed: _a,
      ...keywords
    } = schema;
    properties[name] = keywords;
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of otel-media',
    type: 'object',
    properties,
    additionalProperties: false,
  };
}
