import { context, diag, ROOT_CONTEXT } from '@opentelemetry/api';
import { emitEvent } from '../emit/event.ts';
import { observeGauge } from '../emit/metrics.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import {
  HEALTH_OVERALL,
  HEALTH_STATES,
  type HealthState,
  healthChanged,
  healthStatus,
} from '../registry/health.ts';
import { thresholds } from '../registry/thresholds.ts';
import { CheckRunner, type HealthSummary } from './check_runner.ts';
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
import { type HealthCheck, worseOf } from './finding.ts';

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
  /** Storage, over HTTP or as a folder. */
  readonly storage?: HttpStorageOptions | FolderStorageOptions;
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

/** The health of this process and what it leans on. */
export interface Health extends Disposable {
  /** What the checks found: a minute ago at most, else now. Never rejects, and takes no longer than a check may. */
  check(): Promise<HealthSummary>;
  /** What was found last, however old; undefined before the first run has ended. */
  latest(): HealthSummary | undefined;
  /** Takes it out of the metrics. */
  close(): void;
}

// An application makes one, or a few; one that makes them without end must not have all of them run.
const MAX_HEALTHS = 20;
const MAX_CHECKS = 100;
const live = new Set<CheckRunner>();
let observing = false;

/**
 * Looks after what the application leans on. The checks run side by side, each within its time, never two runs at
 * once; what they found is kept for a minute, and is looked at with every export of metrics (`media.health.status`),
 * which starts a run in the background when it is older. A check that comes to another state is an event
 * (`media.health.changed`). Nothing runs before the first export, or the first time somebody asks. Never throws.
 */
export function health(options: HealthCheckOptions = {}): Health {
  const checks = checksOf(options);
  const runner: CheckRunner = new CheckRunner(checks, {
    maxAgeSeconds: options.maxAgeSeconds ?? thresholds.healthMaxAgeSeconds,
    timeoutSeconds: options.timeoutSeconds ?? thresholds.healthTimeoutSeconds,
    onResult: tellChanges,
  });
  if (live.size < MAX_HEALTHS) live.add(runner);
  else diag.warn(`otel-media: health() was called more than ${MAX_HEALTHS} times; this one is in no metric`);
  observe();
  const close = (): void => {
    live.delete(runner);
  };
  return { check: () => runner.current(), latest: () => runner.latest, close, [Symbol.dispose]: close };
}

function checksOf(options: HealthCheckOptions): ReadonlyMap<string, HealthCheck> {
  const { system = true, tempDir = true, pipeline = true, telemetry = true, storage } = options;
  const checks = new Map<string, HealthCheck>();
  const add = <T>(name: string, given: boolean | T | undefined, make: (options?: T) => HealthCheck): void => {
    if (given)
      checks.set(
        name,
        made(() => (given === true ? make() : make(given))),
      );
  };
  add('system', system, systemCheck);
  add('ffmpeg', options.ffmpeg, ffmpegCheck);
  add('yt_dlp', options.ytDlp, ytDlpCheck);
  if (storage) {
    checks.set(
      'storage',
      made(() => ('url' in storage ? httpStorageCheck(storage) : folderStorageCheck(storage))),
    );
  }
  add('redis', options.redis, redisCheck);
  for (const [name, where] of Object.entries(options.tcp ?? {}))
    checks.set(
      name,
      made(() => tcpCheck(where)),
    );
  add('temp_dir', tempDir, tempDirCheck);
  add('pipeline', pipeline, pipelineCheck);
  add('telemetry', telemetry, () => telemetryCheck());
  const { logFiles } = options;
  if (logFiles)
    checks.set(
      'log_files',
      made(() => logFilesCheck(logFiles)),
    );
  let leftOut = 0;
  for (const [name, check] of Object.entries(options.checks ?? {})) {
    if (checks.size < MAX_CHECKS && name !== HEALTH_OVERALL) checks.set(name, check);
    else leftOut += 1;
  }
  if (leftOut > 0) {
    diag.warn(
      `otel-media: ${leftOut} health checks are left out: more than ${MAX_CHECKS}, or called ${HEALTH_OVERALL}`,
    );
  }
  return checks;
}

// Options that make no sense (a URL that is none) are a finding like any other: telemetry keeps nobody from starting.
function made(make: () => HealthCheck): HealthCheck {
  try {
    return make();
  } catch (error) {
    return () => Promise.reject(error);
  }
}

function tellChanges(now: HealthSummary, before: HealthSummary | undefined): void {
  if (!isTelemetryActive()) return;
  const tell = (
    name: string,
    state: HealthState,
    previous: HealthState | undefined,
    message?: string,
  ): void => {
    // That all is well at the start is no change.
    if (state === (previous ?? 'ok')) return;
    emitEvent(
      healthChanged,
      state === 'critical' ? 'ERROR' : state === 'degraded' ? 'WARN' : 'INFO',
      `health of ${name}: ${state}`,
      {
        'media.health.check': name,
        'media.health.state': state,
        'media.health.previous_state': previous,
        'media.health.message': message,
      },
      ROOT_CONTEXT,
    );
  };
  for (const [name, { status, message }] of now.checks) {
    tell(name, status, before?.checks.get(name)?.status, message);
  }
  tell(HEALTH_OVERALL, now.status, before?.status);
}

function observe(): void {
  if (observing) return;
  observing = true;
  observeGauge(healthStatus, (report) => {
    const tell = (check: string, state: HealthState | undefined): void => {
      for (const each of HEALTH_STATES) {
        report(each === state ? 1 : 0, { 'media.health.check': check, 'media.health.state': each });
      }
    };
    let overall: HealthState | undefined;
    for (const runner of live) {
      // In the background: an export waits for nobody.
      if (runner.isStale) context.with(ROOT_CONTEXT, () => void runner.current());
      for (const name of runner.names) tell(name, runner.latest?.checks.get(name)?.status);
      const status = runner.latest?.status;
      if (status !== undefined) overall = worseOf(overall ?? status, status);
    }
    if (live.size > 0) tell(HEALTH_OVERALL, overall);
  });
}
