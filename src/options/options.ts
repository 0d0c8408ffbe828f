import type { IncomingMessage } from 'node:http';
import type { Instrumentation } from '@opentelemetry/instrumentation';
import type {
  AddressTreatment,
  ClassTreatments,
  ContentTreatment,
  UserAgentTreatment,
} from '../redact/policy/settings.ts';
import type { ThresholdName } from '../registry/thresholds.ts';
import type { TrackerName } from '../registry/trackers.ts';

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
