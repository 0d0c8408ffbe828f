import { basename } from 'node:path';
import {
  defaultResource,
  envDetector,
  type Resource,
  type ResourceDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import type { ResolvedOptions } from '../options.ts';

/**
 * What is said about the process on every signal. Much less than the SDK's default, which tells the command line, its
 * arguments, the user and the machine.
 */
export function processResource(options: ResolvedOptions): Resource {
  return defaultResource().merge(
    resourceFromAttributes({
      'service.name': serviceNameOf(options),
      ...(options.serviceNamespace && { 'service.namespace': options.serviceNamespace }),
      ...(options.serviceVersion && { 'service.version': options.serviceVersion }),
      ...(options.environment && { 'deployment.environment.name': options.environment }),
      'process.pid': process.pid,
      'process.runtime.name': 'nodejs',
      'process.runtime.version': process.versions.node,
      'os.type': process.platform === 'win32' ? 'windows' : process.platform,
    }),
  );
}

/**
 * Detectors in the order they win. Every process gets an id of its own; `OTEL_RESOURCE_ATTRIBUTES` and
 * `OTEL_SERVICE_NAME` come last and win. Undefined where the user chose detectors by `OTEL_NODE_RESOURCE_DETECTORS`.
 */
export function resourceDetectors(): ResourceDetector[] | undefined {
  if (process.env.OTEL_NODE_RESOURCE_DETECTORS) return undefined;
  return [serviceInstanceIdDetector, envDetector];
}

/** The name of the service, as far as options tell; else one that the process is known by. */
export function serviceNameOf(options: ResolvedOptions): string {
  return options.serviceName ?? defaultServiceName();
}

// Better than `unknown_service:node`, which many processes would share.
function defaultServiceName(): string {
  const script = process.argv[1];
  return (
    process.env.npm_package_name ||
    (script ? basename(script).replace(/\.[cm]?[jt]s$/, '') : 'unknown_service:node')
  );
}
