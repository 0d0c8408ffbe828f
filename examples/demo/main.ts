// `npm run demo`: a failed download, from the process it failed in to the stores that its telemetry ends up in.

import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOtelMediaError } from '../../src/errors.ts';
import { isInstalled } from '../downloader/installed.ts';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { showExamples } from './examples_part.ts';
import { showInMemory } from './in_memory_part.ts';
import { type DemoOptions, HELP, parseOptions } from './options.ts';
import { showInStack } from './stack_part.ts';
import { Terminal } from './terminal.ts';
import { duration } from './text.ts';

const NOT_FOUND = 1;
const USAGE = 2;
const NO_ENGINE = 3;
const INTERRUPTED = 130;

const started = performance.now();
const stopping = new AbortController();
// A second Ctrl-C ends it at once, as it always does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

process.exitCode = await main();

async function main(): Promise<number> {
  let options: DemoOptions;
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`demo: ${messageOf(error)}\n\n${HELP}`);
    return USAGE;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (!isBuilt()) {
    console.error('demo: otel-media is not built. Run: npm run build');
    return USAGE;
  }
  const terminal = new Terminal();
  const others = options.examples.filter((name) => name !== 'downloader');
  try {
    const missing = others.length < options.examples.length ? await showDownloader(options, terminal) : [];
    if (others.length > 0 && !stopping.signal.aborted) {
      missing.push(...(await showExamples(others, options, terminal, stopping.signal)));
    }
    return conclude(missing, options, terminal);
  } catch (error) {
    if (!stopping.signal.aborted) return explain(error, terminal);
    terminal.show(['', 'Interrupted.']);
    return INTERRUPTED;
  }
}

/** The failed download, first in the memory of its process, then in the stores. Returns what was not found. */
async function showDownloader(options: DemoOptions, terminal: Terminal): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otel-media-demo-'));
  let origin: Origin | undefined;
  try {
    sayWhatIsMissing(terminal);
    origin = await startOrigin();
    const cookiesFile = join(folder, 'cookies.txt');
    await writeFile(cookiesFile, origin.cookies(), { mode: 0o600 });
    await showInMemory(origin, cookiesFile, terminal);
    stopping.signal.throwIfAborted();
    return await showInStack(origin, cookiesFile, options, terminal, stopping.signal);
  } finally {
    await origin?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function conclude(missing: readonly string[], { once }: DemoOptions, terminal: Terminal): number {
  if (stopping.signal.aborted) return once ? INTERRUPTED : 0;
  terminal.say(`${duration(performance.now() - started)} in all.`);
  return missing.length === 0 ? 0 : NOT_FOUND;
}

function explain(error: unknown, terminal: Terminal): number {
  const hint = isOtelMediaError(error) ? error.hint : undefined;
  for (const line of messageOf(error).split('\n')) terminal.say(line);
  if (hint !== undefined) terminal.say(`→ ${hint}`);
  const nothingToRunWith = isOtelMediaError(error) && /_(?:ENGINE|GO)_/.test(error.code);
  return nothingToRunWith ? NO_ENGINE : NOT_FOUND;
}

function sayWhatIsMissing(terminal: Terminal): void {
  const missing = ['yt-dlp', 'ffmpeg'].filter((program) => !isInstalled(program));
  if (missing.length === 0) return;
  const instead = missing.map((program) =>
    program === 'yt-dlp' ? 'fetch is used' : 'nothing is transcoded',
  );
  terminal.say(
    `${missing.join(' and ')} not installed: ${instead.join(', and ')}. ` +
      `To see more: apt-get install ${missing.join(' ')}`,
  );
}

function isBuilt(): boolean {
  return existsSync(fileURLToPath(import.meta.resolve('otel-media/testing')));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
