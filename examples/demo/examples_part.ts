import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type DemoStack, startDemoStack } from './demo_stack.ts';
import { findEvents, selectorOf } from './find_events.ts';
import { findOneTrace } from './find_one_trace.ts';
import { findTotals } from './find_totals.ts';
import type { DemoOptions, Example } from './options.ts';
import { serviceEnvironment } from './service_process.ts';
import type { StoreUrls } from './stores.ts';
import type { Terminal } from './terminal.ts';
import { cut } from './text.ts';

const EXAMPLES = fileURLToPath(new URL('../', import.meta.url));
const STOP_MS = 15_000;

/**
 * Runs examples that play out by themselves, with a stack to send to, and shows what has arrived of them.
 *
 * @returns what went wrong, or was not found
 */
export async function showExamples(
  names: readonly Example[],
  options: DemoOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  terminal.title(names.length === 1 ? `The example "${names[0]}"` : `The examples ${names.join(', ')}`);
  const demo = await startDemoStack(options, terminal, signal);
  const missing: string[] = [];
  try {
    for (const name of names) {
      if (signal.aborted) break;
      terminal.say(`examples/${name}/main.ts:`);
      const service = `${name}-demo`;
      const since = Date.now();
      const failed = await runExample(name, service, demo, options.once, terminal, signal);
      if (failed !== undefined && !signal.aborted) missing.push(failed);
      else missing.push(...(await findAll(demo.stack.endpoints, service, since, terminal, signal)));
    }
    if (!signal.aborted) for (const one of missing) terminal.show([`  ${terminal.colours.bad(one)}`]);
    return missing;
  } finally {
    await demo.stop();
  }
}

async function findAll(
  stores: StoreUrls,
  service: string,
  sinceMs: number,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  return [
    ...(await findEvents(stores, service, sinceMs, terminal, signal)),
    ...(await findOneTrace(stores, selectorOf(service), terminal, signal)),
    ...(await findTotals(stores, service, terminal, signal)),
  ];
}

/** Resolves once it has ended, to what was wrong with that. */
function runExample(
  name: Example,
  service: string,
  { stack, scratch }: DemoStack,
  once: boolean,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string | undefined> {
  const env = serviceEnvironment({
    OTEL_SERVICE_NAME: service,
    OTEL_EXPORTER_OTLP_ENDPOINT: stack.endpoints.otlpHttp,
    ...{ OTEL_METRIC_EXPORT_INTERVAL: '1000', OTEL_METRIC_EXPORT_TIMEOUT: '1000' },
    ...{ OTEL_BSP_SCHEDULE_DELAY: '1000', OTEL_BLRP_SCHEDULE_DELAY: '500' },
    OTEL_MEDIA_STARTUP_LINE: 'false',
    ...(scratch === undefined ? {} : { OTEL_MEDIA_STATE: join(scratch, service) }),
  });
  const script = join(EXAMPLES, name, 'main.ts');
  const child = spawn(process.execPath, [script, ...(once ? ['--once'] : [])], {
    cwd: join(EXAMPLES, '..'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface({ input: child.stdout }).on('line', (line) =>
    terminal.show([cut(`  ${line}`, terminal.width)]),
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2000);
  });
  const stop = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), STOP_MS).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`the example ${name} did not start: ${error.message}`));
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve(code === 0 ? undefined : `the example ${name} ended with ${code}: ${errors.trim()}`);
    });
  });
}
