import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Endpoints } from '../../src/cli/stack/endpoints.ts';
import type { Engine } from '../../src/cli/stack/engine.ts';
import { ensurePrograms } from '../../src/cli/stack/programs/build.ts';
import type { Progress } from '../../src/cli/stack/progress.ts';
import { canRunStack, startStack } from '../../src/cli/stack/stack.ts';

/** The stack that all the stack tests share. */
export interface SharedStack extends Endpoints {
  readonly engine: Engine;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absent where no stack can run. */
    stack?: SharedStack;
    /** Path of Alertmanager; absent where there is none and none can be built. */
    alertmanager?: string;
  }
}

/** Starts the stack that the tests share, and gives back what ends it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const possible = await canRunStack();
  if (!possible.ok) {
    if (process.env.OTEL_MEDIA_REQUIRE_STACK === '1')
      throw new Error(`no stack can run here: ${possible.why}`);
    say(`SKIPPED: all tests against the real stores, as no stack can run here: ${possible.why}`);
    return undefined;
  }
  if (possible.toBuild.length > 0) say(`building ${possible.toBuild.join(', ')} first, which takes minutes`);
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-tests-'));
  try {
    const { engine } = possible;
    await provideAlertmanager(project);
    const stack = await startStack({ engine, stateDir: folder, ports: 'free', onProgress });
    project.provide('stack', { engine, ...stack.endpoints });
    return async () => {
      await stack.stop({ purge: true });
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function provideAlertmanager(project: TestProject): Promise<void> {
  try {
    const { alertmanager } = await ensurePrograms(['alertmanager'], { onProgress });
    project.provide('alertmanager', alertmanager);
  } catch (error) {
    if (process.env.OTEL_MEDIA_REQUIRE_STACK === '1') throw error;
    say(
      `SKIPPED: notifications, as there is no Alertmanager: ${error instanceof Error ? error.message : error}`,
    );
  }
}

// Of a clock that ticks every second, a line every half a minute is enough in a log.
const TICK_MS = 30_000;
let saidAt = Date.now();

const onProgress: Progress = (text, transient) => {
  if (transient && Date.now() - saidAt < TICK_MS) return;
  saidAt = Date.now();
  say(text);
};

function say(text: string): void {
  process.stderr.write(`stack tests: ${text}\n`);
}
