const BY_CODE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'no answer in time',
  ENETUNREACH: 'its network cannot be reached',
  EHOSTUNREACH: 'its host cannot be reached',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate could not be verified',
  EPROTO: 'it does not speak TLS; is https right?',
};

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'it refused the request (status 400)',
  401: 'it wants other credentials (status 401); see the option headers',
  403: 'it does not allow this (status 403); see the option headers',
  404: 'it takes no OTLP at this path (status 404)',
  405: 'it takes no OTLP at this path (status 405)',
  413: 'it refused the request as too large (status 413)',
  415: 'it takes no OTLP as JSON (status 415)',
};

/**
 * Why an export failed, in words: of the error's code or status only, since its message may quote what was answered.
 *
 * @param nobodyThere what to add where nothing listens
 */
export function deliveryFailure(error: Error | undefined, nobodyThere: string): string {
  const code: unknown = error !== undefined && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return `nothing listens there${nobodyThere}`;
  // What a server answers that speaks something else, such as the gRPC of port 4317.
  if (typeof code === 'string' && code.startsWith('HPE_'))
    return 'it does not speak HTTP/1.1; gRPC is at port 4317, OTLP over HTTP at 4318';
  if (typeof code === 'string') return BY_CODE[code] ?? code;
  if (typeof code === 'number') return BY_STATUS[code] ?? `it answered with status ${code}`;
  if (error?.message === 'Request timed out') return 'no answer in time';
  if (error?.message === 'Export failed with retryable status') return 'it is busy (status 429 or 5xx)';
  if (error?.message === 'Concurrent export limit reached') return 'it answers too slowly';
  return error?.name ?? 'unknown error';
}

/** Whether a URL is of this machine, where a Collector can be started. */
export function isLocal(url: string): boolean {
  const host = URL.parse(url)?.hostname;
  return host === 'localhost' || host === '[::1]' || (host?.startsWith('127.') ?? false);
}
