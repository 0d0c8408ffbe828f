import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RunningStack } from '../../src/cli/stack/stack.ts';
import type { Origin } from '../origin/origin.ts';
import { type DemoStack, startDemoStack } from './demo_stack.ts';
import { findLines } from './find_lines.ts';
import { findRates } from './find_rates.ts';
import { findTrace } from './find_trace.ts';
import type { DemoOptions } from './options.ts';
import { type ServiceProcess, serviceEnvironment, startService } from './service_process.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';
import { visitOn, visitOnce } from './visitors.ts';
import { whereToLook } from './where_to_look.ts';

const SERVICE_NAME = 'downloader-demo';

/**
 * The demo's second part: the same downloader as a service, and its telemetry found again in the stores.
 *
 * @returns what was not found
 */
export async function showInStack(
  origin: Origin,
  cookiesFile: string,
  options: DemoOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  terminal.title('2. The same, through the Collector to Tempo, Loki and Prometheus');
  const demo = await startDemoStack(options, terminal, signal);
  let service: ServiceProcess | undefined;
  try {
    const instance = randomUUID();
    service = await startService(serviceEnvironment(settings(demo, cookiesFile, instance)));
    const missing = await tour(origin, demo.stack, service, instance, terminal, signal);
    if (!signal.aborted) terminal.show(verdict(missing, terminal));
    if (!signal.aborted && !options.once) {
      terminal.show(['', ...whereToLook(demo.stack, service.url, terminal)]);
      await visitOn(service.url, origin, signal);
      terminal.show(['']);
    }
    return missing;
  } finally {
    await service?.stop();
    await demo.stop();
  }
}

function settings(
  { stack, scratch }: DemoStack,
  cookiesFile: string,
  instance: string,
): Record<string, string> {
  return {
    COOKIES_FILE: cookiesFile,
    OTEL_SERVICE_NAME: SERVICE_NAME,
    OTEL_RESOURCE_ATTRIBUTES: `service.instance.id=${instance}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: stack.endpoints.otlpHttp,
    // Sooner than the defaults, so that nobody waits for the demo.
    ...{ OTEL_METRIC_EXPORT_INTERVAL: '2000', OTEL_METRIC_EXPORT_TIMEOUT: '2000' },
    ...{ OTEL_BSP_SCHEDULE_DELAY: '1000', OTEL_BLRP_SCHEDULE_DELAY: '1000' },
    ...(scratch === undefined ? {} : { OTEL_MEDIA_STATE: join(scratch, 'service') }),
  };
}

async function tour(
  origin: Origin,
  stack: RunningStack,
  service: ServiceProcess,
  instance: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  const started = performance.now();
  const tally = await visitOnce(
    service.url,
    origin,
    ({ requests, attempts }) => terminal.progress(`${requests} requests, ${attempts} downloads`, true),
    signal,
  );
  terminal.say(
    `Visitors made ${tally.requests} requests for ${tally.attempts} downloads, of which ${tally.successes} ` +
      `succeeded, in ${duration(performance.now() - started)}. What the stores know of it:`,
  );
  terminal.show(['']);
  if (tally.failedTrace === undefined)
    return ['the trace id of the failed download: the service did not tell it'];
  const wanted = { stores: stack.endpoints, service: SERVICE_NAME, instance, tally, signal };
  return [
    ...(await findTrace(wanted, terminal)),
    ...(await findLines(wanted, terminal)),
    ...(await findRates(wanted, terminal)),
  ];
}

function verdict(missing: readonly string[], { colours }: Terminal): string[] {
  if (missing.length === 0) return [colours.good('All of it was found again.')];
  return [colours.bad('Not found:'), ...missing.map((one) => `  - ${one}`)];
}
