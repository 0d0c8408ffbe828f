import type { ErrorType } from '../registry/error_types.ts';

/** `code` of errors that Node, undici, c-ares and OpenSSL make, by what it means. */
const CODES: Readonly<Partial<Record<ErrorType, readonly string[]>>> = {
  dns_failure: [
    'ENOTFOUND',
    'EAI_AGAIN',
    'EAI_NODATA',
    'EAI_NONAME',
    'EAI_FAIL',
    'ENODATA',
    'ESERVFAIL',
    'EREFUSED',
  ],
  connection_refused: ['ECONNREFUSED'],
  connection_reset: [
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ENOTCONN',
    'UND_ERR_SOCKET',
    'UND_ERR_CLOSED',
    'UND_ERR_DESTROYED',
  ],
  network_unreachable: ['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL'],
  incomplete_read: [
    'ERR_STREAM_PREMATURE_CLOSE',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  ],
  proxy_error: ['UND_ERR_PRX_TLS', 'ERR_PROXY_TUNNEL'],
  server_error: ['UND_ERR_HEADERS_OVERFLOW', 'ERR_HTTP2_STREAM_ERROR'],
  timeout: [
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'ETIMEOUT',
    'ERR_SOCKET_CONNECTION_TIMEOUT',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'ERR_HTTP_REQUEST_TIMEOUT',
  ],
  stalled: ['UND_ERR_BODY_TIMEOUT'],
  cancelled: ['ABORT_ERR', 'UND_ERR_ABORTED', 'ERR_CANCELED', 'ECANCELED'],
  disk_full: ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'],
  out_of_memory: ['ENOMEM', 'ENOBUFS', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_MEMORY_ALLOCATION_FAILED'],
  too_many_files: ['EMFILE', 'ENFILE'],
  file_not_found: ['ENOENT'],
  permission_denied: ['EACCES', 'EPERM', 'EROFS', 'ERR_ACCESS_DENIED'],
  read_write_error: [
    'EIO',
    'EISDIR',
    'ENOTDIR',
    'EEXIST',
    'ENOTEMPTY',
    'ENAMETOOLONG',
    'EBUSY',
    'EBADF',
    'EXDEV',
    'ESTALE',
    'ELOOP',
    'EFBIG',
  ],
  bad_argument: [
    'EINVAL',
    'ERR_INVALID_ARG_TYPE',
    'ERR_INVALID_ARG_VALUE',
    'ERR_OUT_OF_RANGE',
    'UND_ERR_INVALID_ARG',
    'E2BIG',
    'ERR_PARSE_ARGS_UNKNOWN_OPTION',
  ],
  address_in_use: ['EADDRINUSE'],
  module_missing: [
    'MODULE_NOT_FOUND',
    'ERR_MODULE_NOT_FOUND',
    'ERR_PACKAGE_PATH_NOT_EXPORTED',
    'ERR_DLOPEN_FAILED',
  ],
  program_bug: [
    'ERR_UNHANDLED_ERROR',
    'ERR_UNHANDLED_REJECTION',
    'ERR_REQUIRE_ESM',
    'ERR_ASSERTION',
    'ERR_UNKNOWN_FILE_EXTENSION',
    'ERR_INTERNAL_ASSERTION',
    'ERR_STREAM_WRITE_AFTER_END',
    'ERR_STREAM_PUSH_AFTER_EOF',
    'ERR_HTTP_HEADERS_SENT',
    'ERR_METHOD_NOT_IMPLEMENTED',
  ],
  unsupported_url: ['ERR_INVALID_URL', 'ERR_INVALID_PROTOCOL', 'ERR_UNSUPPORTED_ESM_URL_SCHEME'],
  database_unavailable: [
    'SQLITE_BUSY',
    'SQLITE_LOCKED',
    'SQLITE_CANTOPEN',
    'PROTOCOL_CONNECTION_LOST',
    'ER_CON_COUNT_ERROR',
    'ER_TOO_MANY_USER_CONNECTIONS',
    'ER_SERVER_SHUTDOWN',
    'ER_LOCK_WAIT_TIMEOUT',
    'ER_LOCK_DEADLOCK',
    'ER_GET_CONNECTION_TIMEOUT',
    'P1001',
    'P1002',
    'P2024',
    'NR_CLOSED',
  ],
  transient: ['EAGAIN', 'UND_ERR_REQ_RETRY'],
};

/** Codes that come in families, by how they begin. */
const FAMILIES: readonly (readonly [RegExp, ErrorType])[] = [
  [
    /^(?:CERT_|CRL_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/,
    'certificate_error',
  ],
  [/^(?:ERR_TLS_|ERR_SSL_)/, 'tls_error'],
  [/^(?:EAI_|DNS_)/, 'dns_failure'],
  [/^(?:HPE_|ERR_HTTP2_)/, 'server_error'],
  [/^(?:SQLITE_|ER_)/, 'database_error'],
  // SQLSTATE: connection exceptions, shutdown, want of resources, and transactions that were rolled back for another one's
  // sake; then all others that a driver reports.
  [/^(?:08|40|53)[0-9A-Z]{3}$|^57P0\d$/, 'database_unavailable'],
  [/^(?:2[0-9A-F]|3[BDF8]|4[024]|42|XX)[0-9A-Z]{3}$/, 'database_error'],
  [/^P[23]\d{3}$/, 'database_error'],
];

const BY_CODE: ReadonlyMap<string, ErrorType> = new Map(
  Object.entries(CODES).flatMap(([type, codes]) => codes.map((code) => [code, type as ErrorType] as const)),
);

/** Names of error classes that tell all by themselves. */
const BY_NAME: ReadonlyMap<string, ErrorType> = new Map([
  ['AbortError', 'cancelled'],
  ['CanceledError', 'cancelled'],
  ['CancelError', 'cancelled'],
  ['TaskCancelledError', 'cancelled'],
  ['TimeoutError', 'timeout'],
  ['ConnectTimeoutError', 'timeout'],
  ['HeadersTimeoutError', 'timeout'],
  ['BodyTimeoutError', 'stalled'],
  ['MongoNetworkError', 'database_unavailable'],
  ['MongoServerSelectionError', 'database_unavailable'],
  ['MaxRetriesPerRequestError', 'database_unavailable'],
  ['MongoServerError', 'database_error'],
  ['ReplyError', 'database_error'],
]);

/** The error type behind an error's `code`. */
export function codeType(code: string): ErrorType | undefined {
  return BY_CODE.get(code) ?? FAMILIES.find(([pattern]) => pattern.test(code))?.[1];
}

/** The error type behind the name of an error's class. */
export function nameType(name: string): ErrorType | undefined {
  return BY_NAME.get(name);
}
