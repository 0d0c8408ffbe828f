import { context } from '@opentelemetry/api';
import { discardRequest } from '../emit/discarded.ts';
import { suppressed } from '../emit/suppression.ts';

/** How far it goes. */
export interface WithoutTelemetryOptions {
  /**
   * Whether the request around it leaves nothing either: the server span of the HTTP request, and what is still open
   * below it. Default false. What has ended or was counted before stays; `doNotTrack` settles it before that.
   */
  request?: boolean;
}

/**
 * Runs `work` so that nothing it does leaves a trace: no span, also of http and undici, no metric, no event, no line of
 * the log, and no trace context in requests or in the environment of programs. Returns or throws exactly as `work` does.
 *
 * @param work    the application's own work
 * @param options whether the request around it is left out too
 * @throws {TypeError} where `work` is no function
 */
export function withoutTelemetry<T>(work: () => T, options: WithoutTelemetryOptions = {}): T {
  if (typeof work !== 'function') throw new TypeError('withoutTelemetry(work) needs a function to run');
  const active = context.active();
  if (options.request) discardRequest(active);
  return context.with(suppressed(active), work);
}
