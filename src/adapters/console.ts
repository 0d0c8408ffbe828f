import { formatWithOptions } from 'node:util';
import { context } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { emitLog, isLogWanted, type LogLevel } from '../emit/log.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import { redactValue } from '../redact/attributes/attributes.ts';
import { plainValue } from '../redact/attributes/plain_value.ts';

const METHODS = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
} as const satisfies Record<string, LogLevel>;

type Method = keyof typeof METHODS;

const FORMAT = {
  customInspect: false,
  depth: 3,
  breakLength: Number.POSITIVE_INFINITY,
  maxStringLength: 4096,
};

let capturingNow = false;

/**
 * Exports what is written with `console.debug`, `log`, `info`, `warn` and `error` as log records too. What appears on
 * the console stays as it is, and comes first. OpenTelemetry's own diagnostics are not heard: they hold on to the console as
 * it was when the API was loaded.
 *
 * @returns takes it back
 */
export function captureConsole(): () => void {
  let capturing = true;
  const undo = (Object.keys(METHODS) as Method[]).map((method) => {
    const original = console[method];
    const captured = function (this: unknown, ...values: unknown[]): void {
      original.apply(this, values);
      if (capturing) capture(METHODS[method], values);
    };
    console[method] = captured;
    return () => {
      // Somebody else may have put theirs on top; then it stays, and exports nothing.
      if (console[method] === captured) console[method] = original;
    };
  });
  return () => {
    capturing = false;
    for (const one of undo) one();
  };
}

function capture(level: LogLevel, values: readonly unknown[]): void {
  if (capturingNow || !isLogWanted(level) || !isTelemetryActive()) return;
  capturingNow = true;
  try {
    const error = values.find((value) => value instanceof Error);
    emitLog('console', {
      level,
      body: formatWithOptions(FORMAT, ...values.map(shown)),
      ...(error && {
        attributes: {
          'exception.type': error.name,
          'exception.message': error.message,
          ...(error.stack !== undefined && { 'exception.stacktrace': error.stack }),
        },
      }),
      context: context.active(),
    });
  } catch (failure) {
    reportTelemetryFailure('exporting a line of the console', failure);
  } finally {
    capturingNow = false;
  }
}

// What an object holds is told by the names of its fields, which are lost in a text.
function shown(value: unknown): unknown {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return typeof value === 'object' && value !== null ? redactValue(plainValue(value)) : value;
}
