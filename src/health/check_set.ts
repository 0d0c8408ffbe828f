import { diag } from '@opentelemetry/api';
import { HEALTH_OVERALL } from '../registry/health.ts';
import { type LogFilesCheckOptions, logFilesCheck } from './checks/log_files.ts';
import { type PipelineCheckOptions, pipelineCheck } from './checks/pipeline.ts';
import {
  type FolderStorageOptions,
  folderStorageCheck,
  type HttpStorageOptions,
  httpStorageCheck,
} from './checks/storage.ts';
import { type SystemCheckOptions, systemCheck } from './checks/system.ts';
import { type RedisCheckOptions, redisCheck, type TcpCheckOptions, tcpCheck } from './checks/tcp.ts';
import { telemetryCheck } from './checks/telemetry.ts';
import { type TempDirCheckOptions, tempDirCheck } from './checks/temp_dir.ts';
import { type FfmpegCheckOptions, ffmpegCheck, type YtDlpCheckOptions, ytDlpCheck } from './checks/tools.ts';
import type { HealthCheck } from './finding.ts';

type StorageOptions = HttpStorageOptions | FolderStorageOptions;

/** What is looked at. `true` looks with the defaults, `false` does not. */
export interface HealthCheckOptions {
  /** Processors, memory, disk. Default true. */
  readonly system?: boolean | SystemCheckOptions;
  /** Space and leftovers of the temp folder. Default true: the system's, its space. */
  readonly tempDir?: boolean | TempDirCheckOptions;
  /** Error rate of the last minutes. Default true. */
  readonly pipeline?: boolean | PipelineCheckOptions;
  /** Whether telemetry leaves this process. Default true. */
  readonly telemetry?: boolean;
  /** Whether ffmpeg runs. Default false. */
  readonly ffmpeg?: boolean | FfmpegCheckOptions;
  /** Whether yt-dlp runs, and how old it is. Default false. */
  readonly ytDlp?: boolean | YtDlpCheckOptions;
  /** Redis. Default false. */
  readonly redis?: boolean | RedisCheckOptions;
  /** Storage, over HTTP or as a folder; of several, the second goes by `storage_2` in reports. */
  readonly storage?: StorageOptions | readonly StorageOptions[];
  /** Any other service that listens on TCP, by the name that it goes by in reports. */
  readonly tcp?: Readonly<Record<string, TcpCheckOptions>>;
  /** Log files. */
  readonly logFiles?: LogFilesCheckOptions;
  /** The application's own, by the name that each goes by in reports. See {@link HealthCheck}. */
  readonly checks?: Readonly<Record<string, HealthCheck>>;
  /** How long what was found holds, in seconds. Default 60. */
  readonly maxAgeSeconds?: number;
  /** How long a check may take, in seconds, before it counts as critical. Default 5. */
  readonly timeoutSeconds?: number;
}

const MAX_CHECKS = 100;

/** The checks that are asked for, by name. Never throws. */
export function checksOf(options: HealthCheckOptions): ReadonlyMap<string, HealthCheck> {
  const checks = new Map<string, HealthCheck>();
  let leftOut = 0;
  for (const [name, make] of wanted(options)) {
    if (checks.size < MAX_CHECKS && name !== HEALTH_OVERALL) checks.set(name, made(make));
    else leftOut += 1;
  }
  if (leftOut > 0) {
    diag.warn(
      `otel-media: ${leftOut} health checks are left out: more than ${MAX_CHECKS}, or called ${HEALTH_OVERALL}`,
    );
  }
  return checks;
}

type Making = [name: string, make: () => HealthCheck];

function* wanted(options: HealthCheckOptions): Iterable<Making> {
  const { system = true, tempDir = true, pipeline = true, telemetry = true, logFiles } = options;
  yield* optional('system', system, systemCheck);
  yield* optional('ffmpeg', options.ffmpeg, ffmpegCheck);
  yield* optional('yt_dlp', options.ytDlp, ytDlpCheck);
  const storages = [options.storage ?? []].flat();
  for (const [at, one] of storages.entries()) {
    const name = storages.length === 1 ? 'storage' : `storage_${at + 1}`;
    yield [name, () => ('url' in one ? httpStorageCheck(one) : folderStorageCheck(one))];
  }
  yield* optional('redis', options.redis, redisCheck);
  for (const [name, where] of Object.entries(options.tcp ?? {})) yield [name, () => tcpCheck(where)];
  yield* optional('temp_dir', tempDir, tempDirCheck);
  yield* optional('pipeline', pipeline, pipelineCheck);
  yield* optional('telemetry', telemetry, () => telemetryCheck());
  if (logFiles) yield ['log_files', () => logFilesCheck(logFiles)];
  for (const [name, check] of Object.entries(options.checks ?? {})) yield [name, () => check];
}

function optional<T>(
  name: string,
  given: boolean | T | undefined,
  make: (options?: T) => HealthCheck,
): Making[] {
  return given ? [[name, () => (given === true ? make() : make(given))]] : [];
}

// Options that make no sense (a URL that is none) are a finding like any other: telemetry keeps nobody from starting.
function made(make: () => HealthCheck): HealthCheck {
  try {
    return make();
  } catch (error) {
    return () => Promise.reject(error);
  }
}
