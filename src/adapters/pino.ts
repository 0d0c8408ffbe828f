import { context } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { emitLog, isLogWanted, type LogLevel } from '../emit/log.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import { activeTraceIds } from '../emit/span.ts';
import { plainFields } from '../redact/attributes/plain_value.ts';
import { logAttributes } from './log_fields.ts';

/** What is added to pino's options. */
export interface PinoAdditions {
  mixin: (...parameters: unknown[]) => object;
  hooks: { streamWrite: (line: string) => string };
}

/** The names that a logger has for message and error, where they are not `msg` and `err`. */
export interface PinoKeys {
  readonly messageKey?: string;
  readonly errorKey?: string;
}

interface OwnOptions extends PinoKeys {
  readonly mixin?: (...parameters: unknown[]) => object;
  readonly hooks?: { readonly streamWrite?: (line: string) => string };
}

/** Where pino writes its lines. */
export interface PinoDestination {
  write(line: string): void;
}

// A line longer than this is not read: that would take the application's time.
const MAX_LINE_LENGTH = 262_144;

// The line that the hook has exported last; a destination that gets the same one does not do it again.
let exported: string | undefined;

/**
 * Has a pino logger, and all its children, write the ids of the trace into its lines and export each of them as
 * a log record, whatever its destination. Its lines stay as they are otherwise. What pino's own `redact` takes out
 * does not leave either. Needs pino 9.2 or later; {@link pinoDestination} is for those before.
 *
 * ```ts
 * const log = pino(pinoOptions({ level: 'debug' }), destination);
 * ```
 *
 * @param options the application's own options of pino; its `mixin` and `hooks.streamWrite` go on working
 * @returns options for `pino()`
 */
export function pinoOptions<O extends object>(options: O = {} as O): O & PinoAdditions {
  const own = options as OwnOptions;
  const { mixin, hooks } = own;
  const streamWrite = hooks?.streamWrite;
  const keys = keysOf(own);
  return {
    ...options,
    mixin: (...parameters: unknown[]) => ({ ...activeTraceIds(), ...mixin?.(...parameters) }),
    hooks: {
      ...hooks,
      streamWrite: (line: string) => {
        const written = streamWrite ? streamWrite(line) : line;
        exportLine(written, keys);
        exported = written;
        return written;
      },
    },
  };
}

/**
 * A destination for `pino.multistream`, or for pino itself, that exports each line as a log record.
 *
 * ```ts
 * const log = pino({ mixin: pinoMixin }, pino.multistream([{ stream: process.stdout }, { stream: pinoDestination() }]));
 * ```
 *
 * @param options where the logger has other keys for message and error than `msg` and `err`
 */
export function pinoDestination(options: PinoKeys = {}): PinoDestination {
  const keys = keysOf(options);
  return {
    write: (line) => {
      const again = line === exported;
      exported = undefined;
      if (!again) exportLine(line, keys);
    },
  };
}

/** The ids of the trace, for pino's option `mixin`; nothing where there is none. */
export function pinoMixin(): object {
  return { ...activeTraceIds() };
}

interface Keys {
  readonly message: string;
  readonly error: string;
}

function keysOf({ messageKey = 'msg', errorKey = 'err' }: PinoKeys): Keys {
  return { message: messageKey, error: errorKey };
}

function exportLine(line: string, keys: Keys): void {
  try {
    if (typeof line !== 'string' || !isTelemetryActive()) return;
    const numeric = /^\{"level":(\d{1,4})[,}]/.exec(line)?.[1];
    if (numeric !== undefined && !isLogWanted(levelOf(Number(numeric)))) return;
    if (line.length > MAX_LINE_LENGTH) {
      const body = `a line of ${line.length} characters, too long to be exported`;
      emitLog('pino', { level: levelOf(Number(numeric)), body, context: context.active() });
      return;
    }
    const fields = JSON.parse(line) as Record<string, unknown>;
    if (typeof fields !== 'object' || fields === null) return;
    const { level, time } = fields;
    const message = fields[keys.message];
    emitLog('pino', {
      level: levelOf(level),
      levelText: typeof level === 'string' ? level : undefined,
      body: typeof message === 'string' ? message : '',
      attributes: logAttributes(
        plainFields(fields),
        ['level', 'time', 'v', keys.message],
        [keys.error, 'error'],
      ),
      timeMs: typeof time === 'number' && time > 0 ? time : undefined,
      context: context.active(),
    });
  } catch (error) {
    reportTelemetryFailure('exporting a line of pino', error);
  }
}

const BY_NAME: Readonly<Record<string, LogLevel>> = {
  trace: 'trace',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  fatal: 'fatal',
};

// Pino's numbers go by tens; an application's own levels lie between them.
function levelOf(level: unknown): LogLevel {
  if (typeof level === 'string') return BY_NAME[level.toLowerCase()] ?? 'info';
  if (typeof level !== 'number' || Number.isNaN(level)) return 'info';
  if (level < 20) return 'trace';
  if (level < 30) return 'debug';
  if (level < 40) return 'info';
  if (level < 50) return 'warn';
  return level < 60 ? 'error' : 'fatal';
}
