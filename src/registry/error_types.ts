/**
 * Categories of failure, by cause. `retry` is a transient failure whose cause was not told; `blocked` is the site
 * turning us away, `auth` the account, `tool` a program of ours that needs attention.
 */
export const ERROR_CATEGORIES = [
  'validation',
  'network',
  'io',
  'database',
  'timeout',
  'retry',
  'auth',
  'blocked',
  'unavailable',
  'tool',
  'capacity',
  'unknown',
] as const;

export type ErrorCategory = (typeof ERROR_CATEGORIES)[number];

/** Every value that `error.type` may take from our taxonomy, by category. What each means is in `src/diagnosis`. */
export const ERROR_TYPES_BY_CATEGORY = {
  blocked: ['bot_check', 'geo_blocked', 'forbidden', 'po_token', 'rate_limited'],
  auth: ['login_required', 'cookies_invalid', 'age_restricted', 'members_only', 'unauthorized'],
  unavailable: [
    'private',
    'removed',
    'video_unavailable',
    'drm_protected',
    'format_unavailable',
    'not_found',
    'live_not_started',
  ],
  network: [
    'dns_failure',
    'connection_refused',
    'connection_reset',
    'server_error',
    'tls_error',
    'certificate_error',
    'proxy_error',
    'stream_push_failed',
    'network_unreachable',
    'incomplete_read',
  ],
  timeout: ['timeout', 'stalled'],
  io: ['file_not_found', 'permission_denied', 'read_write_error'],
  capacity: ['disk_full', 'killed', 'out_of_memory', 'too_many_files'],
  database: ['database_unavailable', 'database_error'],
  tool: [
    'tool_outdated',
    'signature_extraction',
    'extractor_error',
    'ffmpeg_missing',
    'codec_missing',
    'post_processing',
    'program_missing',
    'module_missing',
    'program_bug',
    'program_failed',
  ],
  validation: [
    'bad_argument',
    'address_in_use',
    'unsupported_url',
    'invalid_media',
    'unexpected_content_type',
    'http_client_error',
  ],
  retry: ['transient'],
  unknown: ['unknown', 'cancelled', 'interrupted'],
} as const satisfies Record<ErrorCategory, readonly string[]>;

export type ErrorType = (typeof ERROR_TYPES_BY_CATEGORY)[ErrorCategory][number];

/** All error types of the taxonomy, in the order of their categories. */
export const ERROR_TYPES: readonly ErrorType[] = Object.values(ERROR_TYPES_BY_CATEGORY).flat();
