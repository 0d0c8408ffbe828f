import { changedThresholds } from '../../../alerts/overrides.ts';
import { OtelMediaError } from '../../../errors.ts';
import { signalProcess } from '../../../process_identity.ts';
import { type ThresholdName, type Thresholds, thresholds } from '../../../registry/thresholds.ts';
import { endpointsOf } from '../endpoints.ts';
import { prepareService } from '../native/services.ts';
import { shortPath } from '../paths.ts';
import { takeStackLock } from '../stack_lock.ts';
import { logFile, readState, type StackState, writeState } from '../state.ts';
import { prepareStackRules, thresholdsOfFile } from './alert_rules.ts';
import { reloads, waitForReload } from './prometheus_reload.ts';

/** Thresholds by name that alert rules go by, where they are not the registry's. */
export type OwnThresholds = Readonly<Partial<Record<ThresholdName, number>>>;

/** A threshold that a stack which runs was given. */
export interface NewThreshold {
  readonly name: ThresholdName;
  readonly from: number;
  readonly to: number;
}

/** The thresholds of a settings file that alert rules go by and that differ from the registry's. */
export function ownThresholds(own: Thresholds): OwnThresholds {
  const changed = changedThresholds(own).filter(({ alerts }) => alerts.length > 0);
  return Object.fromEntries(changed.map(({ name, to }) => [name, to]));
}

/** What would be other than it is in a stack that runs. */
export function differences(now: OwnThresholds, wanted: OwnThresholds): NewThreshold[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(wanted)])].sort() as ThresholdName[];
  return names.flatMap((name) => {
    const from = now[name] ?? thresholds[name];
    const to = wanted[name] ?? thresholds[name];
    return from === to ? [] : [{ name, from, to }];
  });
}

/**
 * Gives a native stack that runs the thresholds of a settings file: writes the rules, and has Prometheus read them again.
 *
 * @returns its state from then on
 * @throws {OtelMediaError} `OTEL_MEDIA_STACK_NOT_READY` when Prometheus does not take them; `OTEL_MEDIA_STACK_BUSY`
 */
export async function applyThresholds(folder: string, path: string): Promise<StackState> {
  const lock = await takeStackLock(folder);
  try {
    const state = readState(folder);
    const prometheus = state?.processes.prometheus;
    if (state === undefined || prometheus === undefined) throw notTaken(folder);
    const { prometheus: url } = endpointsOf(state.engine, state.ports);
    const before = await reloads(url).catch((cause: unknown) => {
      throw notTaken(folder, cause);
    });
    prepareStackRules(folder, path);
    prepareService('prometheus', state.ports, folder);
    const signalled = signalProcess(prometheus, 'SIGHUP');
    if (!signalled || !(await waitForReload(url, before))) throw notTaken(folder);
    const changed = { ...state, thresholds: ownThresholds(thresholdsOfFile(path)) };
    writeState(folder, changed);
    return changed;
  } finally {
    lock.release();
  }
}

function notTaken(folder: string, cause?: unknown): OtelMediaError {
  return new OtelMediaError('OTEL_MEDIA_STACK_NOT_READY', 'Prometheus did not take the new thresholds', {
    hint: `run \`otel-media down\`, then \`otel-media up\`; its log: ${shortPath(logFile(folder, 'prometheus'))}`,
    cause,
  });
}
