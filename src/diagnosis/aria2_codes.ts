import type { ErrorType } from '../registry/error_types.ts';

/** https://aria2.github.io/manual/en/html/aria2c.html#exit-status */
const ARIA2: ReadonlyMap<number, ErrorType> = new Map([
  [2, 'timeout'],
  [3, 'not_found'],
  [4, 'not_found'],
  [5, 'stalled'],
  [6, 'connection_reset'],
  [7, 'interrupted'],
  [9, 'disk_full'],
  [13, 'read_write_error'],
  [14, 'read_write_error'],
  [15, 'read_write_error'],
  [16, 'read_write_error'],
  [17, 'read_write_error'],
  [18, 'read_write_error'],
  [19, 'dns_failure'],
  [23, 'http_client_error'],
  [24, 'unauthorized'],
  [28, 'bad_argument'],
  [29, 'server_error'],
]);

/** What the code means that aria2 prints: `errorCode=19 Name resolution failed`. */
export function aria2TypeInText(text: string): ErrorType | undefined {
  const code = /(?<![(\w])errorcode=(\d{1,2})\b/.exec(text)?.[1];
  return code === undefined ? undefined : ARIA2.get(Number(code));
}
