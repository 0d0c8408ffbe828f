import type { ErrorType } from '../registry/error_types.ts';

/** https://curl.se/docs/manpage.html#EXIT. 22 is left out: the HTTP status stands beside it and says more. */
const CURL: ReadonlyMap<number, ErrorType> = new Map([
  [1, 'unsupported_url'],
  [2, 'bad_argument'],
  [3, 'unsupported_url'],
  [5, 'proxy_error'],
  [6, 'dns_failure'],
  [7, 'connection_refused'],
  [16, 'connection_reset'],
  [18, 'incomplete_read'],
  [23, 'read_write_error'],
  [26, 'read_write_error'],
  [27, 'out_of_memory'],
  [28, 'timeout'],
  [33, 'http_client_error'],
  [35, 'tls_error'],
  [36, 'bad_argument'],
  [47, 'http_client_error'],
  [51, 'certificate_error'],
  [52, 'connection_reset'],
  [55, 'connection_reset'],
  [56, 'connection_reset'],
  [58, 'certificate_error'],
  [59, 'tls_error'],
  [60, 'certificate_error'],
  [61, 'server_error'],
  [67, 'unauthorized'],
  [77, 'certificate_error'],
  [78, 'not_found'],
  [80, 'tls_error'],
  [83, 'certificate_error'],
  [91, 'certificate_error'],
  [92, 'connection_reset'],
  [95, 'connection_reset'],
  [96, 'connection_reset'],
  [97, 'proxy_error'],
]);

/** What an exit code of curl means. */
export function curlType(code: number): ErrorType | undefined {
  return CURL.get(code);
}

/** `curl: (6) …`, `cURL error 6: …`, and what those print that run it: `curl finished with exit code 6`. */
const CODE_IN_TEXT: readonly RegExp[] = [
  /curl(?:: \(| error |code: )(\d{1,3})\b/,
  /\bcurl\b.{0,300}(?:exit(?:ed)?(?: with)?(?: code| status)?|error code|returned(?: (?:code|status))?|failed with(?: code)?)[: (]{1,3}(\d{1,3})\b/,
];

/** What the code means that curl, its bindings and those who run it print. */
export function curlTypeInText(text: string): ErrorType | undefined {
  for (const pattern of CODE_IN_TEXT) {
    const code = pattern.exec(text)?.[1];
    const type = code === undefined ? undefined : CURL.get(Number(code));
    if (type !== undefined) return type;
  }
  return undefined;
}
