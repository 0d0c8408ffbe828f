import { Writable } from 'node:stream';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { exportLine, withContext } from './winston_line.ts';

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
