import type { ErrorType } from '../registry/error_types.ts';
import { codeType } from './error_codes.ts';

/**
 * A word that may be an error's code: `ECONNRESET`, `UND_ERR_SOCKET`, `SQLITE_BUSY`. Codes of letters and digits
 * (SQLSTATE, Prisma) are left out: in a line of text they may be anything.
 */
const CODE_WORD =
  /\b(?:E[A-Z]{3,20}|MODULE_NOT_FOUND|(?:E|ER|ERR|UND|HPE|EAI|CERT|SQLITE|PROTOCOL|UNABLE|DEPTH|SELF|ABORT)_[A-Z0-9_]{2,50})\b/g;
/** Words looked at; a line rarely has more than one. */
const MAX_WORDS = 20;

/** The error type of a code of Node, undici, OpenSSL or a database that stands in a line, in its own capitals. */
export function codeInText(line: string): ErrorType | undefined {
  let count = 0;
  for (const [word] of line.matchAll(CODE_WORD)) {
    const type = codeType(word);
    if (type !== undefined) return type;
    count += 1;
    if (count === MAX_WORDS) return undefined;
  }
  return undefined;
}
