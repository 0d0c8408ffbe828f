import { stripVTControlCharacters } from 'node:util';
import { type Context, context, trace } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { emitLog, isLogWanted, type LogLevel } from '../emit/log.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import { activeTraceIds } from '../emit/span.ts';
import { plainFields, plainValue } from '../redact/attributes/plain_value.ts';
import { logAttributes } from './log_fields.ts';

// The names under which winston's parts keep what is theirs.
const LEVEL = Symbol.for('level');
// A line may reach the transport later, in another context than it was written in. Beside the line, not in it: some
// formats show all that is in one.
const writtenIn = new WeakMap<object, Context>();

const LEFT = ['level', 'message', 'timestamp', 'ms'];
const ERRORS = ['error', 'err', 'cause'];

/**
 * A line with the ids of the trace that it is written in. A copy, since the application may write the same object again from
 * somewhere else. An error stays what it is. Never throws.
 */
export function withContext(info: unknown): unknown {
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

/**
 * Exports a line of winston as a log record. Never throws.
 *
 * @param least  least level that is exported, as winston names it; undefined for all
 * @param levels winston's levels: the lower the number, the graver
 */
export function exportLine(
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
