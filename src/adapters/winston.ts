import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { type Context, context, trace } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { emitLog, isLogWanted, type LogLevel } from '../emit/log.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import { activeTraceIds } from '../emit/span.ts';
import { plainFields, plainValue } from '../redact/attributes/plain_value.ts';
import { logAttributes } from './log_fields.ts';

/** A transport of winston. */
export interface WinstonTransport extends Writable {
  /** Least level that is exported. Default: that of the logger. */
  level?: string;
  log(info: unknown, next: () => void): void;
}

interface Logger {
  level?: string;
  levels?: Readonly<Record<string, number>>;
  add(transport: WinstonTransport): unknown;
  write(info: unknown, ...more: unknown[]): unknown;
}

// The names under which winston's parts keep what is theirs.
const LEVEL = Symbol.for('level');
// A line may reach the transport later, in another context than it was written in. Beside the line, not in it: some
// formats show all that is in one.
const writtenIn = new WeakMap<object, Context>();

const LEFT = ['level', 'message', 'timestamp', 'ms'];
const ERRORS = ['error', 'err', 'cause'];

const observed = new WeakSet<object>();

/**
 * Has a winston logger, and all its children, write the ids of the trace into its lines and export each of them as a
 * log record, after its formats: what those take out does not leave. Its other transports stay as they are.
 *
 * ```ts
 * const log = observeWinston(winston.createLogger({ … }));
 * ```
 *
 * @param options `level`: least level that is exported; default: that of the logger
 * @returns the same logger
 */
export function observeWinston<L extends object>(logger: L, options: { level?: string } = {}): L {
  if (observed.has(logger)) return logger;
  try {
    const target = logger as unknown as Logger;
    const write = target.write;
    target.add(winstonTransport(options));
    target.write = function observedWrite(this: unknown, info: unknown, ...more: unknown[]) {
      return write.call(this, withContext(info), ...more);
    };
    observed.add(logger);
  } catch (error) {
    reportTelemetryFailure('observing a winston logger', error);
  }
  return logger;
}

/**
 * The transport alone, for `winston.createLogger({ transports: [winstonTransport()] })`. A line belongs to the trace in
 * which it gets there, which for the first lines of a logger may be none; {@link observeWinston} knows better.
 */
export function winstonTransport(options: { level?: string } = {}): WinstonTransport {
  let parent: Logger | undefined;
  const log = (info: unknown, next: () => void): void => {
    exportLine(info, transport.level ?? parent?.level, parent?.levels);
    next();
  };
  const stream = new Writable({
    objectMode: true,
    write: (info, _encoding, done) => log(info, done),
  });
  const transport: WinstonTransport = Object.assign(stream, {
    log,
    ...(options.level !== undefined && { level: options.level }),
  });
  transport.once('pipe', (logger: unknown) => {
    parent = logger as Logger;
  });
  return transport;
}

// A copy, since the application may write the same object again from somewhere else. An error stays what it is.
function withContext(info: unknown): unknown {
  if (typeof info !== 'object' || info === null || info instanceof Error || !isTelemetryActive()) return info;
  try {
    const line = { ...info, ...activeTraceIds() };
    writtenIn.set(line, context.active());
    return line;
  } catch (error) {
    reportTelemetryFailure('noting the trace of a line of winston', error);
    return info;
  }
}

function exportLine(
  info: unknown,
  least: string | undefined,
  levels: Readonly<Record<string, number>> | undefined,
): void {
  try {
    if (typeof info !== 'object' || info === null) return;
    const line = info as Record<string | symbol, unknown>;
    const from = contextOf(line);
    if (!context.with(from, isTelemetryActive)) return;
    const levelText = String(line[LEVEL] ?? line.level ?? 'info');
    const rank = levels?.[levelText];
    const limit = least === undefined ? undefined : levels?.[least];
    if (rank !== undefined && limit !== undefined && rank > limit) return;
    const level = levelOf(levelText);
    if (!isLogWanted(level)) return;
    const { message } = line;
    const exception = exceptionOf(line);
    const fields = plainFields(line);
    emitLog('winston', {
      level,
      levelText,
      body: typeof message === 'string' ? stripVTControlCharacters(message) : plainValue(message),
      attributes: {
        ...logAttributes(fields, [...LEFT, 'stack', ...(exception ? ['type', 'name'] : [])], ERRORS),
        ...exception,
      },
      context: from,
    });
  } catch (error) {
    reportTelemetryFailure('exporting a line of winston', error);
  }
}

// `log.error(error)`: the line is the error, or what a format made of it.
function exceptionOf(line: object): Record<string, string> | undefined {
  const { message, stack, name } = line as { message?: unknown; stack?: unknown; name?: unknown };
  if (typeof stack !== 'string') return undefined;
  const type = typeof name === 'string' && name !== '' ? name : /^[\w$.]{1,100}(?=:|\n|$)/.exec(stack)?.[0];
  return {
    'exception.type': type ?? 'Error',
    ...(typeof message === 'string' && { 'exception.message': message }),
    'exception.stacktrace': stack,
  };
}

// A format may have made another line of it, which has the ids at least.
function contextOf(line: Record<string | symbol, unknown>): Context {
  const known = writtenIn.get(line);
  if (known !== undefined) return known;
  const active = context.active();
  const { trace_id: traceId, span_id: spanId, trace_flags: flags } = line;
  if (typeof traceId !== 'string' || typeof spanId !== 'string') return active;
  if (trace.getSpanContext(active)?.spanId === spanId) return active;
  return trace.setSpanContext(active, { traceId, spanId, traceFlags: flags === '01' ? 1 : 0 });
}

const BY_NAME: Readonly<Record<string, LogLevel>> = {
  emerg: 'fatal',
  alert: 'fatal',
  crit: 'fatal',
  critical: 'fatal',
  fatal: 'fatal',
  error: 'error',
  warn: 'warn',
  warning: 'warn',
  notice: 'info',
  info: 'info',
  http: 'info',
  verbose: 'debug',
  debug: 'debug',
  silly: 'trace',
  trace: 'trace',
};

function levelOf(name: string): LogLevel {
  return BY_NAME[name.toLowerCase()] ?? 'info';
}
