import type { ErrorType } from '../registry/error_types.ts';
import { type Diagnosis, diagnosisOf } from './diagnosis.ts';

const BY_STATUS: ReadonlyMap<number, ErrorType> = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [407, 'proxy_error'],
  [408, 'timeout'],
  [410, 'removed'],
  [429, 'rate_limited'],
  [451, 'geo_blocked'],
  [504, 'timeout'],
]);

/**
 * The error type of an HTTP status.
 *
 * @param status status code of the response
 * @returns undefined for what is no error (below 400) or no status at all
 */
export function statusType(status: number): ErrorType | undefined {
  if (!Number.isInteger(status) || status < 400 || status > 599) return undefined;
  return BY_STATUS.get(status) ?? (status >= 500 ? 'server_error' : 'http_client_error');
}

/**
 * Says what an HTTP status means.
 *
 * @param status status code of the response
 * @returns undefined for what is no error (below 400) or no status at all
 */
export function diagnoseStatus(status: number): Diagnosis | undefined {
  const type = statusType(status);
  return type && diagnosisOf(type, `HTTP ${status}`);
}
