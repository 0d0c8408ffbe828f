import { SECRET_TREATMENTS, TREATMENTS } from '../redact/policy/settings.ts';
import type { ThresholdDefinition } from '../registry/threshold_kinds.ts';
import { THRESHOLD_NAMES, THRESHOLDS } from '../registry/thresholds.ts';
import { TRACKERS } from '../registry/trackers.ts';
import type { OptionPart, OptionSchema } from './option_schema.ts';
import { thresholdRange } from './threshold_range.ts';

const NAME = { type: 'string', pattern: '\\S', allowed: 'a text that is not empty' } as const;

const CONTENT_TREATMENTS = TREATMENTS;

const NAMES = {
  type: 'array',
  items: { type: 'string', pattern: '\\S' },
  maxItems: 200,
  allowed: 'a list of at most 200 texts that are not empty',
} as const;

/**
 * Every setting that `init()` takes, by name, with the environment variable of each. Names of OpenTelemetry's own
 * variables are kept where one exists.
 */
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
    envAllowed: 'a list such as name=value,other=value, with percent signs for what is special in it',
    confidential: true,
  },
  traces: {
    type: 'boolean',
    description: 'Whether traces are sent. Default true.',
    env: 'OTEL_TRACES_EXPORTER',
    envExporter: true,
  },
  metrics: {
    type: 'boolean',
    description: 'Whether metrics are sent. Default true.',
    env: 'OTEL_METRICS_EXPORTER',
    envExporter: true,
  },
  logs: {
    type: 'boolean',
    description: 'Whether logs and events are sent. Default true.',
    env: 'OTEL_LOGS_EXPORTER',
    envExporter: true,
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
  instrumentChildProcess: {
    type: 'boolean',
    description:
      'Whether yt-dlp, ffmpeg and their like get spans where they are started by node:child_process. Default false.',
    env: 'OTEL_MEDIA_INSTRUMENT_CHILD_PROCESS',
  },
  trackers: {
    type: 'object',
    description:
      'Which parts make signals; each is on unless switched off. The variable is a list: `-play,-host` switches those off, `download,exec` all the others.',
    env: 'OTEL_MEDIA_TRACKERS',
    properties: Object.fromEntries(TRACKERS.map((name) => [name, { type: 'boolean' } as const])),
    additionalProperties: false,
    allowed: `true or false for any of ${TRACKERS.join(', ')}`,
    envAllowed: `a list of names, either all with a dash (these are off) or all without (only these are on), of ${TRACKERS.join(', ')}`,
  },
  thresholds: {
    type: 'object',
    description:
      'Numbers that the process decides by, and those of the alert rules (see `otel-media alerts`), where they differ from those of the registry. The variable is a list: `name=number`.',
    env: 'OTEL_MEDIA_THRESHOLDS',
    properties: Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, thresholdPart(THRESHOLDS[name])])),
    additionalProperties: false,
    allowed: 'a number for any of those that `otel-media alerts --thresholds` lists',
    envAllowed:
      'a list such as deadAirSeconds=20,jobQueueLongCount=500, of those that `otel-media alerts --thresholds` lists',
  },
  captureConsole: {
    type: 'boolean',
    description: 'Whether what is written with console.* leaves as log records too. Default false.',
    env: 'OTEL_MEDIA_CAPTURE_CONSOLE',
  },
  appLogs: {
    type: 'string',
    description:
      "What leaves of the application's own log lines (pino, winston, console): all of them, redacted; only level and message; nothing. Default full.",
    env: 'OTEL_MEDIA_APP_LOGS',
    enum: ['full', 'message', 'off'],
  },
  appLogLevel: {
    type: 'string',
    description: "From which level the application's own log lines leave. Default trace: whatever it writes.",
    env: 'OTEL_MEDIA_APP_LOG_LEVEL',
    enum: ['trace', 'debug', 'info', 'warn', 'error', 'fatal'],
  },
  healthDetail: {
    type: 'string',
    description:
      'How much health endpoints tell where their handler does not say: `full` has the attempts in `/healthz` too. Default basic.',
    env: 'OTEL_MEDIA_HEALTH_DETAIL',
    enum: ['basic', 'full'],
  },
  content: {
    type: 'string',
    description: 'What leaves of titles, links and file names. Default hash.',
    env: 'OTEL_MEDIA_CONTENT',
    enum: CONTENT_TREATMENTS,
  },
  titles: {
    type: 'string',
    description: 'What leaves of titles. Default: as content.',
    env: 'OTEL_MEDIA_TITLES',
    enum: CONTENT_TREATMENTS,
  },
  links: {
    type: 'string',
    description: 'What leaves of links. Default: as content.',
    env: 'OTEL_MEDIA_LINKS',
    enum: CONTENT_TREATMENTS,
  },
  fileNames: {
    type: 'string',
    description: 'What leaves of file names. Default: as content.',
    env: 'OTEL_MEDIA_FILE_NAMES',
    enum: CONTENT_TREATMENTS,
  },
  clientAddress: {
    type: 'string',
    description:
      'What leaves of the addresses of people: the network (/24, /48), a keyed hash that is another every day (UTC), nothing. Default truncate.',
    env: 'OTEL_MEDIA_CLIENT_ADDRESS',
    enum: ['truncate', 'hash', 'drop'],
  },
  userAgent: {
    type: 'string',
    description: 'What leaves of user agents: family and major version, or as for content. Default family.',
    env: 'OTEL_MEDIA_USER_AGENT',
    enum: ['family', ...CONTENT_TREATMENTS],
  },
  doNotTrack: {
    type: 'boolean',
    description:
      'Whether HTTP requests that carry `Sec-GPC: 1` or `DNT: 1` leave no telemetry at all. Default false.',
    env: 'OTEL_MEDIA_DO_NOT_TRACK',
  },
  classes: {
    type: 'object',
    description:
      'What leaves of values by the privacy class of their attribute, where it is not what the class says: of `truncate` and `hash` any of keep, truncate, hash, mask, drop; of `secret` mask, hash, drop. What is kept is still looked through for secrets. Of class content the settings above decide. The variable is a list: `hash=drop,secret=hash`.',
    env: 'OTEL_MEDIA_CLASSES',
    properties: {
      truncate: { type: 'string', enum: TREATMENTS },
      hash: { type: 'string', enum: TREATMENTS },
      secret: { type: 'string', enum: SECRET_TREATMENTS },
    },
    additionalProperties: false,
    allowed: `for truncate and hash one of ${TREATMENTS.join(', ')}, for secret one of ${SECRET_TREATMENTS.join(', ')}`,
  },
  secretKeys: {
    ...NAMES,
    description:
      'Names of attributes, fields, headers and arguments whose values never leave, beside those that are known; capitals, dashes and underscores do not matter. The variable is a list with commas.',
    env: 'OTEL_MEDIA_SECRET_KEYS',
  },
  secretPatterns: {
    ...NAMES,
    maxItems: 50,
    allowed:
      'a list of at most 50 regular expressions, each without look-around, back-references and repetitions of what repeats',
    description:
      'Regular expressions for what never leaves, wherever it stands; capitals do not matter, and `*` and `+` count to 256. The variable is one of them, or a list in JSON.',
    env: 'OTEL_MEDIA_SECRET_PATTERNS',
    envJson: true,
  },
  allowedKeys: {
    ...NAMES,
    description:
      'Names of attributes whose values leave as they are, whatever they look like; not those of class secret. The variable is a list with commas.',
    env: 'OTEL_MEDIA_ALLOWED_KEYS',
  },
  allowedValues: {
    ...NAMES,
    description:
      'Texts that stay where they would be masked, such as an address of your own: each must be all that was found. The variable is one text, or a list in JSON.',
    env: 'OTEL_MEDIA_ALLOWED_VALUES',
    envJson: true,
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
  debug: {
    type: 'boolean',
    description:
      'Whether settings in force and every export are shown on the console, for finding out why nothing arrives. Default false.',
    env: 'OTEL_MEDIA_DEBUG',
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

function thresholdPart(definition: ThresholdDefinition): OptionPart {
  const { whole, minimum, maximum } = definition;
  return { type: whole ? 'integer' : 'number', minimum, maximum, allowed: thresholdRange(definition) };
}
