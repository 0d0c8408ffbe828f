import { diag } from '@opentelemetry/api';
import type { OtelMedia } from './handle.ts';
import { oldNode } from './node_version.ts';
import type { InitOptions } from './options/options.ts';
import { resolveOptions } from './options/resolve_options.ts';
import { otlpExporters } from './pipeline/exporters.ts';
import { startHeartbeat } from './pipeline/heartbeat.ts';
import { observeQueues } from './pipeline/queue_sizes.ts';
import { start } from './start.ts';
import { warn } from './warn.ts';

let running: OtelMedia | undefined;

/**
 * Sets up OpenTelemetry: traces, metrics and logs of this process, redacted and sent over OTLP/HTTP. Call it once,
 * before anything else; or start with `node --import otel-media/register` and do not call it at all. Never throws; a
 * second call warns, changes nothing and gives back the first one's handle.
 *
 * @param given settings; environment variables win over them
 */
export function init(given: InitOptions = {}): OtelMedia {
  if (running !== undefined) {
    warn('init() was called a second time; this call changes nothing');
    return running;
  }
  const old = oldNode(process.versions.node);
  if (old !== undefined) warn(`${old}; going on, but what is sent may not be whole`);
  const { instrumentations, country, optOut, ...settings } = given;
  const { options, problems } = resolveOptions(settings);
  for (const problem of problems) warn(problem);
  if (!options.enabled) {
    running = { forceFlush: async () => true, shutdown: async () => true };
    return running;
  }
  try {
    running = start(options, otlpExporters(options), { instrumentations, country, optOut });
    startHeartbeat();
    observeQueues();
  } catch (error) {
    warn(
      `telemetry could not be set up (${error instanceof Error ? error.name : 'unknown error'}); going on without`,
    );
    diag.error('otel-media: init failed', error);
    running = { forceFlush: async () => false, shutdown: async () => false };
  }
  return running;
}
