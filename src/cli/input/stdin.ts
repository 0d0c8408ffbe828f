import { fstatSync } from 'node:fs';
import { OtelMediaError } from '../../errors.ts';

const STDIN = 0;

/**
 * What is piped in.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_INPUT_INVALID` for a folder, which Node would take for nothing at all
 */
export function openStdin(): NodeJS.ReadStream {
  if (!isFolder()) return process.stdin;
  throw new OtelMediaError('OTEL_MEDIA_INPUT_INVALID', 'stdin is a folder', {
    hint: 'give a file, or pipe something in',
  });
}

function isFolder(): boolean {
  try {
    return fstatSync(STDIN).isDirectory();
  } catch {
    return false;
  }
}
