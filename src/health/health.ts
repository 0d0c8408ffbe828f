import { context, diag, ROOT_CONTEXT } from '@opentelemetry/api';
import { emitEvent } from '../emit/event.ts';
import { observeGauge } from '../emit/observed_metrics.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import { threshold } from '../emit/thresholds.ts';
import {
  HEALTH_OVERALL,
  HEALTH_STATES,
  type HealthState,
  healthChanged,
  healthStatus,
} from '../registry/health.ts';
import { CheckRunner, type HealthSummary } from './check_runner.ts';
import { checksOf, type HealthCheckOptions } from './check_set.ts';
import { worseOf } from './finding.ts';

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
const live = new Set<CheckRunner>();
let observing = false;

/**
 * Looks after what the application leans on. The checks run side by side, each within its time, never two runs at
 * once; what they found is kept for a minute, and is looked at with every export of metrics (`media.health.status`),
 * which starts a run in the background when it is older. A check that comes to another state is an event
 * (`media.health.changed`). Nothing runs before the first export, or the first time somebody asks. Never throws.
 *
 * @param options which checks, their time limits, and for how long what they found is kept
 * @returns what to ask, and to end it with: by `close()`, or with the block that it is declared in (`using`)
 */
export function health(options: HealthCheckOptions = {}): Health {
  const checks = checksOf(options);
  const runner: CheckRunner = new CheckRunner(checks, {
    maxAgeSeconds: options.maxAgeSeconds ?? threshold('healthMaxAgeSeconds'),
    timeoutSeconds: options.timeoutSeconds ?? threshold('healthTimeoutSeconds'),
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
      state === 'critical' ? 'FATAL' : state === 'degraded' ? 'WARN' : 'INFO',
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
