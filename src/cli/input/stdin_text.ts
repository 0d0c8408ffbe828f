import { TextDecoder } from 'node:util';
import { OtelMediaError } from '../../errors.ts';
import type { MessageStream } from '../command.ts';

/** How much of what is piped in is looked at to tell what it is. */
const LOOKED_AT = 4096;

/** What is packed or built begins so, and need not hold a zero byte. */
const MAGIC: readonly (readonly number[])[] = [
  [0x1f, 0x8b], // gzip
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x42, 0x5a, 0x68], // bzip2
];

/**
 * What is piped in, as text: UTF-8, or UTF-16 as PowerShell writes it into a file.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_INPUT_INVALID` for what is no text
 */
export async function* textOf(stream: MessageStream): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of stream) {
    if (typeof chunk === 'string') yield chunk;
    else {
      decoder ??= new TextDecoder(encodingOf(chunk.subarray(0, LOOKED_AT)));
      yield decoder.decode(chunk, { stream: true });
    }
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

function encodingOf(start: Uint8Array): string {
  const isMagic = MAGIC.some((magic) => magic.every((byte, at) => start[at] === byte));
  if (isMagic) throw noText();
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (!start.includes(0)) return 'utf-8';
  // Without its mark, UTF-16 is told by its zeroes: in Latin script every other byte is one.
  const [even, odd] = [zeroes(start, 0), zeroes(start, 1)];
  const most = start.length / 2;
  if (even < most * 0.05 && odd > most * 0.5) return 'utf-16le';
  if (odd < most * 0.05 && even > most * 0.5) return 'utf-16be';
  throw noText();
}

function zeroes(bytes: Uint8Array, from: number): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count;
}

function noText(): OtelMediaError {
  return new OtelMediaError('OTEL_MEDIA_INPUT_INVALID', 'stdin is no text', {
    hint: 'unpack it first (`gunzip -c FILE | otel-media …`); OTLP is read as JSON, not as protobuf',
  });
}
