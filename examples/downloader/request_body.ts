import type { IncomingMessage } from 'node:http';
import { BadRequest } from './links.ts';

const MAX_BYTES = 64 * 1024;

/**
 * Reads the body of a request as text.
 *
 * @throws {BadRequest} when it is too long
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new BadRequest(`the body is longer than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
