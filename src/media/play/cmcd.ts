/**
 * Common Media Client Data (CTA-5004, version 2) as a player reports it, by its short keys. Values may be as they come
 * out of any parser: numbers, numbers as text, lists of them, or `{ value }` items of structured fields.
 */
export interface Cmcd {
  /** Media start delay, in milliseconds. */
  readonly msd?: unknown;
  /** Buffer starvation durations since the last report, in milliseconds: each a stall. */
  readonly bsd?: unknown;
  /** Buffer starvation duration since the session began, in milliseconds. */
  readonly bsda?: unknown;
  /** Encoded bitrate, in kbit/s. */
  readonly br?: unknown;
  /** Buffer length, in milliseconds. */
  readonly bl?: unknown;
  /** State of the player; looked at are `p` playing, `e` ended, `q` quit and `f` fatal error. */
  readonly sta?: unknown;
  /** Error codes of the player. */
  readonly ec?: unknown;
  readonly [key: string]: unknown;
}

/** What of it a play is interested in, in seconds and bits per second. */
export interface CmcdReport {
  readonly startupSeconds: number | undefined;
  readonly stallsSeconds: readonly number[];
  readonly stalledTotalSeconds: number | undefined;
  readonly bitsPerSecond: number | undefined;
  readonly bufferSeconds: number | undefined;
  readonly state: string | undefined;
  readonly errorCodes: readonly string[];
}

const MAX_LIST = 50;

/** Reads what a player reported. What makes no sense is left out. */
export function readCmcd(given: Cmcd): CmcdReport {
  const cmcd = typeof given === 'object' && given !== null ? given : {};
  const milliseconds = (value: unknown) => scaled(numbers(value)[0], 1 / 1000);
  const { sta, ec } = cmcd;
  return {
    startupSeconds: milliseconds(cmcd.msd),
    stallsSeconds: numbers(cmcd.bsd).map((ms) => ms / 1000),
    stalledTotalSeconds: milliseconds(cmcd.bsda),
    bitsPerSecond: scaled(numbers(cmcd.br)[0], 1000),
    bufferSeconds: milliseconds(cmcd.bl),
    state: typeof sta === 'string' ? sta : undefined,
    errorCodes: listOf(ec).flatMap((one) => {
      const code = bare(one);
      return typeof code === 'string' || typeof code === 'number' ? [String(code).slice(0, 100)] : [];
    }),
  };
}

function scaled(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}

function numbers(value: unknown): number[] {
  return listOf(value).flatMap((one) => {
    const plain = bare(one);
    const number = typeof plain === 'string' && plain.trim() !== '' ? Number(plain) : plain;
    return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? [number] : [];
  });
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MAX_LIST) : [value];
}

// An item of a structured field, as parsers of RFC 9651 give it: the value, with its parameters beside it.
function bare(one: unknown): unknown {
  return typeof one === 'object' && one !== null && 'value' in one ? one.value : one;
}
