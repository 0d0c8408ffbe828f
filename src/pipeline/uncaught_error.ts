import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect, types } from 'node:util';
import { isMainThread } from 'node:worker_threads';

/** The place an error comes from, as its stack has it. */
interface Place {
  /** A path, or the URL of a file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const FRAME = /^ {4}at (?:.* \()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/;
/** Folder of this package's own modules: an error passed on or made here has its place in whoever called. */
const OWN = new URL('..', import.meta.url).href;
const OWN_PATH = fileURLToPath(OWN);
const LONGEST_LINE = 1000;

/**
 * Ends the process by an error that was held back until telemetry was sent, as Node would have ended it at once:
 * printed with its place, exit code 1, `exit` listeners called.
 *
 * Throwing it once more would show the line that throws it, in this file, as its place. So it is printed here, in
 * Node's format. Where Node has to do more with it (a report, an abort, source maps, a worker's `error` event, an
 * application that has begun to listen meanwhile) it is thrown in a microtask: there Node takes the place from the
 * error itself, if it still can.
 */
export function endBy(error: unknown, origin: NodeJS.UncaughtExceptionOrigin): void {
  const taken = process.listenerCount('uncaughtException') > 0;
  const text = taken || !endsPlainly() ? undefined : asNodePrints(error, origin);
  if (text !== undefined) {
    try {
      writeFileSync(2, text);
      queueMicrotask(() => process.exit(1));
      return;
    } catch {
      // Nothing can be written there, or not now: Node may know better.
    }
  }
  // They were told of this error when it came up.
  if (!taken) process.removeAllListeners('uncaughtExceptionMonitor');
  queueMicrotask(() => {
    throw error;
  });
}

/**
 * What Node prints of an uncaught error: its place with the line of the source, all that is known of it, and Node's
 * version.
 *
 * @returns undefined where Node knows better: what is no error, a syntax error, an error from nowhere
 */
export function asNodePrints(error: unknown, origin: NodeJS.UncaughtExceptionOrigin): string | undefined {
  if (!isError(error) || error instanceof SyntaxError) return undefined;
  try {
    tellEmitter(error);
    const place = placeOf(error.stack);
    const source = place && sourceLine(place);
    if (place === undefined || source === undefined) return undefined;
    const before = source.slice(0, place.column - 1);
    // What is thrown is marked at its `throw`, what is rejected where the error was made.
    const marked = origin === 'uncaughtException' ? before.replace(/\bthrow\s+$/, '') : before;
    const indent = marked.replace(/[^\t]/g, ' ');
    const colors = process.stderr.isTTY === true && process.stderr.hasColors();
    const depth = Math.max(inspect.defaultOptions.depth ?? Number.POSITIVE_INFINITY, 5);
    const shown = inspect(error, { colors, depth, customInspect: false });
    return `${place.file}:${place.line}\n${source}\n${indent}^\n\n${shown}\n\nNode.js ${process.version}\n`;
  } catch {
    // A getter of the error's own may throw.
    return undefined;
  }
}

// `instanceof` for a DOMException, such as an abort is; the other for an error of another realm, such as a test's.
function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

function placeOf(stack: unknown): Place | undefined {
  if (typeof stack !== 'string') return undefined;
  let own: Place | undefined;
  for (const text of stack.split('\n')) {
    const [, file, line, column] = FRAME.exec(text) ?? [];
    if (file === undefined) continue;
    const place = { file, line: Number(line), column: Number(column) };
    if (!file.startsWith(OWN) && !file.startsWith(OWN_PATH)) return place;
    own ??= place;
  }
  return own;
}

// Of an `error` event without a listener Node says, just before it prints, where it was emitted.
function tellEmitter(error: Error): void {
  for (const symbol of Object.getOwnPropertySymbols(error)) {
    if (symbol.description !== 'kEnhanceStackBeforeInspector') continue;
    const enhance: unknown = Reflect.get(error, symbol);
    if (typeof enhance === 'function') error.stack = String(enhance());
  }
}

function sourceLine({ file, line, column }: Place): string | undefined {
  const path = file.startsWith('file://') ? fileURLToPath(file) : file;
  const source = readFileSync(path, 'utf8').split(/\r?\n/)[line - 1];
  return source !== undefined && source.length >= column - 1 && source.length <= LONGEST_LINE
    ? source
    : undefined;
}

function endsPlainly(): boolean {
  const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');
  return (
    isMainThread &&
    !process.report?.reportOnUncaughtException &&
    !/--(?:abort-on-uncaught-exception|enable-source-maps|trace-uncaught|inspect)/.test(flags)
  );
}
