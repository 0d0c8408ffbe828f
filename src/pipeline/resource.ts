import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { diag } from '@opentelemetry/api';
import {
  defaultResource,
  envDetector,
  hostDetector,
  osDetector,
  processDetector,
  type Resource,
  type ResourceDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import type { ResolvedOptions } from '../options/defaults.ts';
import { VERSION } from '../version.ts';

// Whatever detectors are named, or none: without it two processes of a service would share one life in counts.
const INSTANCE_ID = randomUUID();

/**
 * What is said about the process on every signal. Much less than the SDK's default, which tells the command line, its
 * arguments, the user and the machine.
 */
export function processResource(options: ResolvedOptions): Resource {
  return defaultResource().merge(
    resourceFromAttributes({
      'service.name': serviceName(options).name,
      ...(options.serviceNamespace && { 'service.namespace': options.serviceNamespace }),
      ...(options.serviceVersion && { 'service.version': options.serviceVersion }),
      ...(options.environment && { 'deployment.environment.name': options.environment }),
      // Tells the Collector that links were redacted: of other senders it lets none through.
      'telemetry.distro.name': 'otel-media',
      'telemetry.distro.version': VERSION,
      'service.instance.id': INSTANCE_ID,
      'process.pid': process.pid,
      'process.runtime.name': 'nodejs',
      'process.runtime.version': process.versions.node,
      'os.type': process.platform === 'win32' ? 'windows' : process.platform,
    }),
  );
}

/**
 * Detectors in the order they win, over {@link processResource} too: `OTEL_RESOURCE_ATTRIBUTES` and `OTEL_SERVICE_NAME`
 * come last. `OTEL_NODE_RESOURCE_DETECTORS` names others, as it does of the Node SDK.
 */
export function resourceDetectors(env: NodeJS.ProcessEnv = process.env): ResourceDetector[] {
  const names = (env.OTEL_NODE_RESOURCE_DETECTORS ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return [envDetector];
  if (names.includes('all')) return [...DETECTORS.values()];
  if (names.includes('none')) return [];
  return names.flatMap((name) => {
    const detector = DETECTORS.get(name);
    if (detector === undefined)
      diag.warn(`unknown resource detector in OTEL_NODE_RESOURCE_DETECTORS: ${JSON.stringify(name)}`);
    return detector ?? [];
  });
}

const DETECTORS: ReadonlyMap<string, ResourceDetector> = new Map([
  ['host', hostDetector],
  ['os', osDetector],
  ['serviceinstance', serviceInstanceIdDetector],
  ['process', processDetector],
  ['env', envDetector],
]);

/**
 * The name of the service as its signals have it, and whether somebody chose it.
 *
 * `OTEL_RESOURCE_ATTRIBUTES` wins over options, and `OTEL_SERVICE_NAME`, which is among the options by now, over both.
 */
export function serviceName(
  options: Pick<ResolvedOptions, 'serviceName'>,
  env: NodeJS.ProcessEnv = process.env,
): { readonly name: string; readonly chosen: boolean } {
  const [, listed] = /(?:^|,)\s*service\.name\s*=\s*([^,]+)/.exec(env.OTEL_RESOURCE_ATTRIBUTES ?? '') ?? [];
  const chosen = (!env.OTEL_SERVICE_NAME?.trim() && listed?.trim()) || options.serviceName;
  return { name: chosen || defaultServiceName(), chosen: Boolean(chosen) };
}

// Better than `unknown_service:node`, which many processes would share.
function defaultServiceName(): string {
  const script = process.argv[1];
  return (
    process.env.npm_package_name ||
    (script ? basename(script).replace(/\.[cm]?[jt]s$/, '') : 'unknown_service:node')
  );
}
