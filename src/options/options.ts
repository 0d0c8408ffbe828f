import type { IncomingMessage } from 'node:http';
import type { Instrumentation } from '@opentelemetry/instrumentation';
import type { OtelMediaError } from '../errors.ts';
import type {
  AddressTreatment,
  ClassTreatments,
  ContentTreatment,
  UserAgentTreatment,
} from '../redact/policy/settings.ts';
import { redactText } from '../redact/text/text.ts';
import { type ThresholdName, windows } from '../registry/thresholds.ts';
import type { TrackerName } from '../registry/trackers.ts';
import { optionsOfEnvironment } from './environment.ts';
import { environmentProblems } from './environment_problems.ts';
import { type OptionSource, optionProblem } from './option_problems.ts';
import { policyProblems } from './policy_problems.ts';
import { OPTION_SCHEMAS, type OptionSchema } from './schema.ts';
import { readSettingsFile } from './settings_file.ts';
import { isPrivateSetting } from './shown_value.ts';
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
  /** Numbers that the process or the alert rules decide by, where they differ from those of the registry. */
  thresholds?: Partial<Record<ThresholdName, number>>;
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
  thresholds: {} as Partial<Record<ThresholdName, number>>,
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
 * @returns the options, and what was wrong with what was given, in words for people; where nothing could be read of the
 *   settings file, why
 */
export function resolveOptions(
  given: Options,
  env: NodeJS.ProcessEnv = process.env,
): { options: ResolvedOptions; problems: string[]; unreadable?: OtelMediaError } {
  const path = env.OTEL_MEDIA_CONFIG?.trim();
  const file = readSettingsFile(path);
  const problems = [...file.problems, ...environmentProblems(env)];
  const sources: [Record<string, unknown>, (name: string) => OptionSource][] = [
    [file.settings, () => ({ file: path ?? '' })],
    [Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), () => 'code'],
    [optionsOfEnvironment(env), (name) => ({ typed: typed(name, env) })],
  ];
  let options: ResolvedOptions = { ...DEFAULTS };
  for (const [settings, source] of sources) {
    const { valid, wrong } = withoutWrong(settings);
    for (const { name, part } of wrong) {
      const fallback = (options as unknown as Record<string, unknown>)[name];
      problems.push(optionProblem({ name, part, source: source(name), value: settings[name], fallback }));
    }
    problems.push(...policyProblems(valid, source));
    options = { ...options, ...valid, ...merged(options, valid) };
  }
  return { options, problems, ...(file.unreadable && { unreadable: file.unreadable }) };
}

/** What is wrong with the settings of a file, in words for people. */
export function settingsProblems(settings: Record<string, unknown>, path: string): string[] {
  const { valid, wrong } = withoutWrong(settings);
  const source = { file: path };
  const defaults: Record<string, unknown> = DEFAULTS;
  return [
    ...wrong.map(({ name, part }) =>
      optionProblem({ name, part, source, value: settings[name], fallback: defaults[name] }),
    ),
    ...policyProblems(valid, () => source),
  ];
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
    .filter(([, value]) => value !== undefined && !isEmpty(value))
    .map(([name, value]) => {
      const shown = isPrivateSetting(name, schemas[name])
        ? 'set'
        : redactText(JSON.stringify(value) ?? 'undefined');
      return `setting ${name} is ${shown}`;
    });
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

interface Wrong {
  readonly name: string;
  readonly part?: string;
}

// Of a setting that has parts only those go that are wrong.
function withoutWrong(settings: Record<string, unknown>): { valid: Record<string, unknown>; wrong: Wrong[] } {
  const valid = { ...settings };
  const wrong: Wrong[] = [];
  if (validateOptions(settings)) return { valid, wrong };
  for (const violation of validateOptions.errors ?? []) {
    const { name, part } = violating(violation);
    if (!(name in valid)) continue;
    if (part === undefined) {
      wrong.push({ name });
      delete valid[name];
      continue;
    }
    const parts = valid[name] as Record<string, unknown>;
    if (!(part in parts)) continue;
    wrong.push({ name, part });
    const { [part]: _left, ...rest } = parts;
    valid[name] = rest;
  }
  return { valid, wrong };
}

function violating({ instancePath, params }: Violation): Wrong {
  const path = instancePath.split('/').slice(1).map(unescaped);
  if (params.additionalProperty !== undefined) path.push(String(params.additionalProperty));
  const [name = '', part] = path;
  const hasParts = (OPTION_SCHEMAS as Record<string, OptionSchema>)[name]?.properties !== undefined;
  return part !== undefined && hasParts ? { name, part } : { name };
}

// As JSON pointers write it.
function unescaped(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

function typed(name: string, env: NodeJS.ProcessEnv): string {
  const variable = (OPTION_SCHEMAS as Record<string, OptionSchema>)[name]?.env;
  return env[variable ?? '']?.trim() ?? '';
}
