import type { ErrorType } from '../registry/error_types.ts';
import type { Diagnosis } from './diagnosis.ts';

/**
 * How much a type tells about the cause: 0 only that something failed, 1 at which step, 2 (all others) why, 3 what
 * everything else that fails then fails of.
 */
const WEIGHTS: Readonly<Partial<Record<ErrorType, number>>> = {
  unknown: 0,
  program_failed: 0,
  program_bug: 0.5,
  transient: 0.5,
  post_processing: 1,
  extractor_error: 1,
  incomplete_read: 1,
  read_write_error: 1,
  video_unavailable: 1,
  format_unavailable: 1,
  invalid_media: 1,
  bad_argument: 1.5,
  disk_full: 3,
  out_of_memory: 3,
  too_many_files: 3,
  killed: 3,
  ffmpeg_missing: 3,
  codec_missing: 2.5,
};

const REFUSALS: readonly ErrorType[] = [
  'forbidden',
  'format_unavailable',
  'extractor_error',
  'video_unavailable',
];
const VAGUE: readonly ErrorType[] = [
  'unknown',
  'program_failed',
  'transient',
  'incomplete_read',
  'post_processing',
];

/** Which errors a warning before them explains. Other warnings were survived, and are not why it failed. */
const EXPLAINS: Readonly<Partial<Record<ErrorType, readonly ErrorType[]>>> = {
  cookies_invalid: [
    'login_required',
    'bot_check',
    'age_restricted',
    'members_only',
    'unauthorized',
    'forbidden',
  ],
  po_token: REFUSALS,
  signature_extraction: REFUSALS,
  bot_check: REFUSALS,
  rate_limited: [...REFUSALS, 'login_required', ...VAGUE],
  geo_blocked: REFUSALS,
  forbidden: VAGUE,
  ffmpeg_missing: ['post_processing', 'program_failed', 'format_unavailable', 'invalid_media'],
  dns_failure: [...VAGUE, 'extractor_error'],
  connection_refused: [...VAGUE, 'extractor_error'],
  connection_reset: [...VAGUE, 'extractor_error'],
  network_unreachable: [...VAGUE, 'extractor_error'],
  tls_error: [...VAGUE, 'extractor_error'],
  certificate_error: [...VAGUE, 'extractor_error'],
  proxy_error: [...VAGUE, 'extractor_error'],
  timeout: [...VAGUE, 'extractor_error'],
  server_error: [...VAGUE, 'extractor_error'],
};

/** How much a type tells about the cause; the higher, the more. */
export function weightOf(type: ErrorType): number {
  return WEIGHTS[type] ?? 2;
}

/** Whether a warning of one type, printed before an error of another, is why that error came. */
export function explains(warning: ErrorType, error: ErrorType): boolean {
  return EXPLAINS[warning]?.includes(error) ?? false;
}

/**
 * The diagnosis that tells most about the cause.
 *
 * @param found  in the order in which they were told
 * @param prefer which of several that tell equally much; `first` where what follows are consequences
 */
export function mostTelling(
  found: readonly Diagnosis[],
  prefer: 'first' | 'last' = 'first',
): Diagnosis | undefined {
  let best: Diagnosis | undefined;
  for (const diagnosis of found) {
    const gain = best === undefined ? 1 : weightOf(diagnosis.type) - weightOf(best.type);
    if (gain > 0 || (gain === 0 && prefer === 'last')) best = diagnosis;
  }
  return best;
}
