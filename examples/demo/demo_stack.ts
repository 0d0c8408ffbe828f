import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningStack, startStack } from '../../src/cli/stack/stack.ts';
import { isOtelMediaError } from '../../src/errors.ts';
import type { DemoOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';

/** A stack for the demo. */
export interface DemoStack {
  readonly stack: RunningStack;
  /** A folder that goes with the stack; absent when the stack is the user's own. */
  readonly scratch: string | undefined;
  /** Ends the stack if it is ours to end. */
  stop(): Promise<void>;
}

/**
 * Brings a stack up. For a run that ends by itself it is one of its own, of which nothing stays; else the usual one,
 * which may be running already.
 */
export async function startDemoStack(
  options: DemoOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<DemoStack> {
  const started = performance.now();
  const start = { engine: options.engine, onProgress: terminal.progress, signal };
  const scratch = options.once ? await mkdtemp(join(tmpdir(), 'otel-media-demo-')) : undefined;
  const stack =
    scratch === undefined
      ? await startUsual(start, terminal)
      : await startOwn({ ...start, ports: 'free', stateDir: join(scratch, 'stack') }, scratch);
  const what = stack.engine === 'compose' ? 'containers' : 'native programs';
  terminal.say(
    stack.alreadyRunning
      ? `The stack runs already (${what}), and is left running.`
      : `The stack is ready after ${duration(performance.now() - started)} (${what}).`,
  );
  return { stack, scratch, stop: () => takeDown(stack, scratch, terminal) };
}

type Start = NonNullable<Parameters<typeof startStack>[0]>;

async function startUsual(start: Start, terminal: Terminal): Promise<RunningStack> {
  try {
    return await startStack(start);
  } catch (error) {
    // Something else has a port: another stack, or a store of the user's own. It is left in peace.
    if (!isOtelMediaError(error) || error.code !== 'OTEL_MEDIA_PORT_TAKEN') throw error;
    terminal.say('The usual ports are taken (otel-media up says by whom), so others are used.');
    return startStack({ ...start, ports: 'free' });
  }
}

async function startOwn(start: Start, scratch: string): Promise<RunningStack> {
  try {
    return await startStack(start);
  } catch (error) {
    // The log that the error points at is in there.
    const tells = isOtelMediaError(error) && error.code === 'OTEL_MEDIA_STACK_NOT_READY';
    if (!tells) await rm(scratch, { recursive: true, force: true });
    throw error;
  }
}

async function takeDown(stack: RunningStack, scratch: string | undefined, terminal: Terminal): Promise<void> {
  if (stack.alreadyRunning) return;
  const started = performance.now();
  terminal.progress('stopping the stack', true);
  await stack.stop({ purge: scratch !== undefined });
  if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  terminal.say(`The stack is stopped (${duration(performance.now() - started)}).`);
}
