/** Stable codes of {@link OtelMediaError}; a code never changes its meaning, new ones may be added. */
export type ErrorCode =
  | 'OTEL_MEDIA_OPTION_INVALID'
  | 'OTEL_MEDIA_SETTINGS_UNREADABLE'
  | 'OTEL_MEDIA_SETTINGS_INVALID'
  | 'OTEL_MEDIA_USAGE'
  | 'OTEL_MEDIA_INPUT_INVALID'
  | 'OTEL_MEDIA_OUTPUT_UNWRITABLE'
  | 'OTEL_MEDIA_PROGRAM_FAILED'
  | 'OTEL_MEDIA_PORT_TAKEN'
  | 'OTEL_MEDIA_DISK_FULL'
  | 'OTEL_MEDIA_GO_MISSING'
  | 'OTEL_MEDIA_GO_TOO_OLD'
  | 'OTEL_MEDIA_ENGINE_MISSING'
  | 'OTEL_MEDIA_BUILD_FAILED'
  | 'OTEL_MEDIA_STACK_NOT_READY'
  | 'OTEL_MEDIA_STACK_BUSY'
  | 'OTEL_MEDIA_STATE_UNUSABLE';

const BRAND = Symbol.for('otel-media.error');

/**
 * The one error class of this package. Thrown only where the caller can act on it (the command line, settings that
 * are asked for by name); never by a helper on the path of the application.
 */
export class OtelMediaError extends Error {
  readonly code: ErrorCode;
  /** What to do about it, in one line, where there is something to do. */
  readonly hint: string | undefined;
  readonly [BRAND] = true;

  /**
   * @param code    stable code, for programs
   * @param message what went wrong, naming the option and the value, for people
   * @param options `hint`: what to do about it; `cause`: the error behind this one
   */
  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'OtelMediaError';
    this.code = code;
    this.hint = options.hint;
  }
}

/** Tells an {@link OtelMediaError} from anything else, also across two installed copies of this package. */
export function isOtelMediaError(value: unknown): value is OtelMediaError {
  return typeof value === 'object' && value !== null && BRAND in value;
}
