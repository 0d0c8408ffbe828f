import type { IncomingMessage } from 'node:http';
import type { Instrumentation } from '@opentelemetry/instrumentation';
import type {
  AddressTreatment,
  ClassTreatments,
  ContentTreatment,
  UserAgentTreatment,
} from '../redact/settings.ts';
import { redactText } from '../redact/text.ts';
import { type ProcessThreshold, windows } from '../registry/thresholds.ts';
import type { TrackerName } from '../registry/trackers.ts';
import { environmentProblems } from './environment_problems.ts';
import { type OptionSource, optionProblem } from './option_problems.ts';
import { policyProblems } from './policy_problems.ts';
import { OPTION_SCHEMAS, type OptionSchema } from './schema.ts';
import { readSettingsFile } from './settings_file.ts';
import { type Violation, validateOptions } from './validator.generated.ts';

/** Settings of `init()`. Each has an environment variable, which wins; see docs/options.generated.md. */
export interface Options {
  /** Whether telemetry is set up at all. Default true. */
  enabled?: boolean;
  /** Name of the service. Default: the name of the npm package or of the script. */
  serviceName?: string;
  /** Group that the service belongs to. */
  serviceNamespace?: string;
  /** Version of the service. */
  serviceVersion?: string;
  /** Deployment environment: `production`, `staging`, …. */
  environment?: string;
  /** Where OTLP over HTTP is sent. Default `http://127.0.0.1:4318`, the bundled Collector. */
  endpoint?: string;
  /** Headers sent along, such as the credentials of a hosted Collector. */
  headers?: Record<string, string>;
  /** Whether traces are sent. Default true. */
  traces?: boolean;
  /** Whether metrics are sent. Default true. */
  metrics?: boolean;
  /** Whether logs and events are sent. Default true. */
  logs?: boolean;
  /** How often metrics are sent, in seconds. Default 15. */
  exportIntervalSeconds?: number;
  /** How long sending what is left may take at the end, in seconds, in all. Default 5. */
  shutdownTimeoutSeconds?: number;
  /** Whether SIGTERM, SIGINT and crashes wait for telemetry to be sent. Default true. */
  flushOnExit?: boolean;
  /** Whether http and https get spans. Default true. */
  instrumentHttp?: boolean;
  /** Whether `fetch` and undici get spans. Default true. */
  instrumentUndici?: boolean;
  /** Whether figures of host, process and event loop are sent. Default true. */
  hostMetrics?: boolean;
  /** How often the host is looked at, in seconds. Default: as often as metrics are sent. */
  hostMetricsIntervalSeconds?: number;
  /** Whether yt-dlp, ffmpeg and their like get spans where `node:child_process` starts them. Default false. */
  instrumentChildProcess?: boolean;
  /** Which parts make signals; each is on unless it is `false` here. */
  trackers?: Partial<Record<TrackerName, boolean>>;
  /** Numbers that the process decides by, where they differ from those of the registry. */
  thresholds?: Partial<Record<ProcessThreshold, number>>;
  /** Whether what is written with `console.*` leaves as log records too. Default false. */
  captureConsole?: boolean;
  /** What leaves of the application's own log lines. Default `full`, redacted. */
  appLogs?: 'full' | 'message' | 'off';
  /** From which level the application's own log lines leave. Default `trace`: whatever it writes. */
  appLogLevel?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  /** How much health endpoints tell where their handler does not say. Default `basic`. */
  healthDetail?: 'basic' | 'full';
  /** What leaves of titles, links and file names. Default `hash`. */
  content?: ContentTreatment;
  /** What leaves of titles. Default: as `content`. */
  titles?: ContentTreatment;
  /** What leaves of links. Default: as `content`. */
  links?: ContentTreatment;
  /** What leaves of file names. Default: as `content`. */
  fileNames?: ContentTreatment;
  /** What leaves of addresses of people: their network, a hash that is another every day, nothing. Default `truncate`. */
  clientAddress?: AddressTreatment;
  /** What leaves of user agents: family and major version, or as for content. Default `family`. */
  userAgent?: UserAgentTreatment;
  /** Whether HTTP requests that carry `Sec-GPC: 1` or `DNT: 1` leave no telemetry at all. Default false. */
  doNotTrack?: boolean;
  /** What leaves of values of a privacy class, where it is not what the class says. */
  classes?: ClassTreatments;
  /** Names of attributes, fields, headers and arguments whose values never leave, beside those that are known. */
  secretKeys?: readonly string[];
  /** Regular expressions for what never leaves; `*` and `+` count to 256, look-around is not taken. */
  secretPatterns?: readonly string[];
  /** Names of attributes whose values leave as they are, unless they are of class `secret`. */
  allowedKeys?: readonly string[];
  /** Texts that stay where they would be masked: each must be all that a detector found. */
  allowedValues?: readonly string[];
  /** Key of the keyed hashes, at least 16 characters. Default: made once, and kept in the state folder. */
  hashKey?: string;
  /**
   * Folder for what is kept between runs; one that is given keeps the plays that are open, too. Default: `otel-media` in
   * the state folder of the user.
   */
  stateDir?: string;
  /** Age in seconds from which a cookie file counts as stale. Default 43,200 (12 h). */
  cookiesStaleAfterSeconds?: number;
  /** From when on a stage counts as slow, in seconds, where its call does not say. Default: 300, of each stage. */
  stageSlowAfterSeconds?: number;
  /** From when on a session that has not ended counts as stuck, in seconds. Default 7,200 (2 h). */
  sessionStuckAfterSeconds?: number;
  /** Whether settings in force and every export are shown on the console. Default false. */
  debug?: boolean;
  /** Whether one line on stderr says what is sent where. Default true. */
  startupLine?: boolean;
  /** Level of OpenTelemetry's own diagnostics on the console. Default `warn`. */
  logLevel?: 'none' | 'error' | 'warn' | 'info' | 'debug' | 'verbose' | 'all';
}

/** What `init()` takes: the settings, and what only code can say. */
export interface InitOptions extends Options {
  /** More instrumentations, beside those for http and undici. */
  instrumentations?: Instrumentation[];
  /** Tells the country of an address, as its ISO code of two letters; `countryFrom` makes one of an MMDB database. */
  country?: (address: string) => string | undefined;
  /**
   * Whether who sent an HTTP request is to be left out: then nothing of the request leaves, whoever makes it. Called
   * when it arrives; one that throws counts as no.
   */
  optOut?: (request: IncomingMessage) => boolean;
}

const DEFAULTS = {
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
  thresholds: {} as Partial<Record<ProcessThreshold, number>>,
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

/**
 * Works out the options in force: the environment wins over code, code over the settings file (`OTEL_MEDIA_CONFIG`),
 * the file over the defaults. A value that is not allowed is left out, and said to be: telemetry must not keep an
 * application from starting.
 *
 * @param given what `init()` was given
 * @param env   the environment
 * @returns the options, and what was wrong with what was given, in words for people
 */
export function resolveOptions(
  given: Options,
  env: NodeJS.ProcessEnv = process.env,
): { options: ResolvedOptions; problems: string[] } {
  const path = env.OTEL_MEDIA_CONFIG?.trim();
  const file = readSettingsFile(path);
  const problems = [...file.problems, ...environmentProblems(env)];
  const sources: [Record<string, unknown>, OptionSource][] = [
    [file.settings, { file: path ?? '' }],
    [Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), 'code'],
    [fromEnvironment(env), 'environment'],
  ];
  let options: ResolvedOptions = { ...DEFAULTS };
  for (const [settings, source] of sources) {
    const valid = { ...settings };
    if (!validateOptions(settings)) {
      for (const violation of validateOptions.errors ?? []) {
        const name = violatingName(violation);
        if (!(name in valid)) continue;
        const fallback = (DEFAULTS as Record<string, unknown>)[name];
        problems.push(optionProblem(name, source, valid[name], fallback));
        delete valid[name];
      }
    }
    problems.push(...policyProblems(valid, source));
    options = { ...options, ...valid, ...merged(options, valid) };
  }
  return { options, problems };
}

// Of a setting that has parts, a source may say something of one part only.
function merged(below: ResolvedOptions, above: Record<string, unknown>): Partial<ResolvedOptions> {
  const { trackers, thresholds, classes } = above as Options;
  return {
    ...(classes && { classes: { ...below.classes, ...classes } }),
    ...(trackers && { trackers: { ...below.trackers, ...trackers } }),
    ...(thresholds && { thresholds: { ...below.thresholds, ...thresholds } }),
  };
}

/** The settings in force, a line each, without those that are nobody's business. */
export function settingsLines(options: ResolvedOptions): string[] {
  const schemas = OPTION_SCHEMAS as Record<string, OptionSchema>;
  return Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const shown = schemas[name]?.confidential ? 'set' : redactText(JSON.stringify(value) ?? 'undefined');
      return `setting ${name} is ${shown}`;
    });
}

function violatingName({ instancePath, params }: Violation): string {
  return instancePath === '' ? String(params.additionalProperty) : (instancePath.split('/')[1] ?? '');
}

function fromEnvironment(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(OPTION_SCHEMAS as Record<string, OptionSchema>)) {
    // By OpenTelemetry's rules an empty variable counts as one that is not set.
    const text = schema.env === undefined ? undefined : env[schema.env]?.trim();
    if (text) found[name] = parse(text, schema);
  }
  return found;
}

// What cannot be read is passed on as the text it is, for the validation to name.
function parse(text: string, schema: OptionSchema): unknown {
  switch (schema.type) {
    case 'number': {
      const value = Number(text);
      return Number.isNaN(value) ? text : value / (schema.envDivisor ?? 1);
    }
    case 'boolean':
      return parseBoolean(text, schema.envInverted === true);
    case 'object':
      return schema.properties ? parseParts(text, schema.properties) : parseHeaders(text);
    case 'array':
      return schema.envJson ? parseList(text) : text.split(',').map((word) => word.trim());
    case 'string':
      return schema.enum ? text.toLowerCase() : text;
  }
}

// An expression may have commas in it, and begin with a bracket.
function parseList(text: string): unknown {
  if (!text.startsWith('[')) return [text];
  try {
    return JSON.parse(text);
  } catch {
    return [text];
  }
}

function parseBoolean(text: string, inverted: boolean): unknown {
  const word = text.toLowerCase();
  // OTEL_TRACES_EXPORTER and its like name an exporter; only otlp and none make sense here.
  if (word === 'true' || word === '1' || word === 'otlp') return !inverted;
  if (word === 'false' || word === '0' || word === 'none') return inverted;
  return text;
}

// `-play,-host` switches off; a name without a dash is switched on, and then all that are not named are off. Numbers are
// `name=number`.
function parseParts(text: string, known: NonNullable<OptionSchema['properties']>): unknown {
  const words = text.split(',').map((word) => word.trim());
  const switches = Object.values(known).some(({ type }) => type === 'boolean');
  if (Object.values(known).some(({ type }) => type === 'string')) {
    const pairs = words.map((word) => word.split('=').map((part) => part.trim().toLowerCase()));
    return pairs.some(({ length }) => length !== 2) ? text : Object.fromEntries(pairs);
  }
  if (!switches) {
    const pairs = words.map((word) => [word.split('=')[0]?.trim(), Number(word.split('=')[1] || Number.NaN)]);
    return pairs.some(([, value]) => Number.isNaN(value)) ? text : Object.fromEntries(pairs);
  }
  const onlyNamed = words.some((word) => !word.startsWith('-'));
  return Object.fromEntries([
    ...(onlyNamed ? Object.keys(known).map((name) => [name, false]) : []),
    ...words.map((word) => (word.startsWith('-') ? [word.slice(1), false] : [word, true])),
  ]);
}

function parseHeaders(text: string): unknown {
  const headers: Record<string, string> = {};
  for (const pair of text.split(',')) {
    const equals = pair.indexOf('=');
    if (equals < 1) return text;
    try {
      headers[pair.slice(0, equals).trim()] = decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return text;
    }
  }
  return headers;
}
