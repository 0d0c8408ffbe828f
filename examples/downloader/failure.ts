import { FetchError } from './with_fetch.ts';

/** Why a link failed, for who asked for it: no addresses, no paths, no output of programs. */
export interface LinkFailure {
  readonly type: string;
  /** What can be done about it. */
  readonly fix?: string;
}

// A fallback goes another way, as another client, with cookies. That is no help where the thing is gone, where we are
// asked to wait, or where it is our own host that fails.
const BEYOND_HELP: ReadonlySet<string> = new Set([
  ...['not_found', 'removed', 'private', 'drm_protected', 'live_not_started'],
  ...['rate_limited', 'server_error', 'dns_failure', 'connection_refused', 'network_unreachable'],
  ...['disk_full', 'read_write_error', 'permission_denied', 'out_of_memory'],
]);

/** Whether trying another way may help. */
export function mayFallbackHelp(error: unknown): boolean {
  return !BEYOND_HELP.has(failureOf(error).type);
}

/** Why it failed. `exec` says so in its errors; of the rest, the status tells. */
export function failureOf(error: unknown): LinkFailure {
  const diagnosis = diagnosisOf(error);
  if (diagnosis !== undefined) return diagnosis;
  if (error instanceof FetchError) {
    if (error.status === 404 || error.status === 410) return { type: 'not_found' };
    if (error.status === 429) return { type: 'rate_limited' };
    if (error.status >= 500) return { type: 'server_error' };
    return { type: error.status < 400 ? 'unexpected_content_type' : 'forbidden' };
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') return { type: 'timeout' };
  // What `fetch` throws when the connection fails, or breaks in the middle.
  return { type: error instanceof TypeError ? 'connection_reset' : 'unknown' };
}

function diagnosisOf(error: unknown): LinkFailure | undefined {
  if (!(error instanceof Error) || !('diagnosis' in error)) return undefined;
  const { diagnosis } = error;
  if (typeof diagnosis !== 'object' || diagnosis === null || !('type' in diagnosis)) return undefined;
  const fix = 'fix' in diagnosis && typeof diagnosis.fix === 'string' ? { fix: diagnosis.fix } : {};
  return typeof diagnosis.type === 'string' ? { type: diagnosis.type, ...fix } : undefined;
}
