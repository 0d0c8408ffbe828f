import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { waitFor } from '../../examples/demo/wait_for.ts';

/** The stack that the tests share; undefined where none can run, which the global set-up has said. */
export const stack = inject('stack');

/** How long the stores may take to show what was sent. */
const ARRIVAL_MS = 45_000;

/** The stack, for tests that do not run without one. */
export function theStack(): NonNullable<typeof stack> {
  if (stack === undefined) throw new Error('there is no stack');
  return stack;
}

/** How a fixture ended, and what it printed. */
export interface FixtureEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fixture that is running. */
export interface Fixture {
  readonly child: ChildProcess;
  readonly ended: Promise<FixtureEnd>;
  /** The first thing it says, which is a line of JSON. */
  readonly said: Promise<Record<string, string>>;
}

/**
 * Starts a script of `test/fixtures/stack` as an application of its own: nothing of this process' environment but what
 * is needed to start programs.
 *
 * @param otlp where its telemetry goes
 */
export function startFixture(
  name: string,
  otlp: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Fixture {
  const { PATH = '', HOME = '' } = process.env;
  const script = join(import.meta.dirname, '..', 'fixtures', 'stack', `${name}.ts`);
  const child = spawn(process.execPath, [script, ...args], {
    env: {
      PATH,
      HOME,
      OTEL_EXPORTER_OTLP_ENDPOINT: otlp,
      OTEL_METRIC_EXPORT_INTERVAL: '1000',
      OTEL_BSP_SCHEDULE_DELAY: '500',
      OTEL_BLRP_SCHEDULE_DELAY: '500',
      OTEL_MEDIA_HASH_KEY: 'a key of the stack tests only',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const said = new Promise<Record<string, string>>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const end = stdout.indexOf('\n');
      if (end >= 0) resolve(JSON.parse(stdout.slice(0, end)) as Record<string, string>);
    });
    child.once('close', () => reject(new Error(`${name} said nothing: ${stderr}`)));
  });
  said.catch(() => {});
  const ended = new Promise<FixtureEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
  return { child, ended, said };
}

/** Runs a fixture to its end, and fails if that is a bad one. */
export async function runFixture(...args: Parameters<typeof startFixture>): Promise<Record<string, string>> {
  const fixture = startFixture(...args);
  const { exitCode, signal, stderr } = await fixture.ended;
  if (exitCode !== 0) throw new Error(`${args[0]} ended with ${exitCode ?? signal}: ${stderr}`);
  return fixture.said;
}

/** Asks until the answer will do, and fails with the last one if none does. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  willDo: (answer: T) => boolean,
  deadlineMs: number = ARRIVAL_MS,
): Promise<T> {
  const last = await waitFor(ask, willDo, deadlineMs);
  if (last.found && 'answer' in last) return last.answer as T;
  throw new Error(`${what}: not so after ${deadlineMs} ms: ${tell(last.error ?? last.answer)}`);
}

function tell(value: unknown): string {
  if (value instanceof Error) return value.message;
  const bigintsToo = (_key: string, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner);
  return (JSON.stringify(value, bigintsToo) ?? 'nothing').slice(0, 3000);
}

/** The answer of a store's API, which must be a good one. */
export async function getJson(
  base: string,
  path: string,
  parameters: Readonly<Record<string, string | number>> = {},
): Promise<unknown> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) query.set(name, String(value));
  const response = await fetch(`${base}${path}?${query}`, { signal: AbortSignal.timeout(20_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}?${query} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Seconds since 1970. */
export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
