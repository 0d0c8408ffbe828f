/**
 * Decompresses a block of Snappy's raw format (google/snappy, format_description.txt).
 *
 * @throws {RangeError} if it is none
 */
export function unsnappy(block: Uint8Array): Buffer {
  let at = 0;
  const next = (): number => {
    const byte = block[at];
    if (byte === undefined) throw new RangeError('the block ends too soon');
    at += 1;
    return byte;
  };
  const littleEndian = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) value += next() * 256 ** index;
    return value;
  };

  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = next();
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
    if (shift > 28) throw new RangeError('no length');
  }
  // A byte of a block stands for at most 64 / 2 bytes.
  if (length > block.length * 32 + 64) throw new RangeError('a length that cannot be');
  const output = Buffer.alloc(length);
  let written = 0;
  while (at < block.length) {
    const tag = next();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const size = (short < 60 ? short : littleEndian(short - 59)) + 1;
      if (at + size > block.length || written + size > length) throw new RangeError('a literal too long');
      output.set(block.subarray(at, at + size), written);
      at += size;
      written += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const offset = kind === 1 ? (tag >> 5) * 256 + next() : littleEndian(kind === 2 ? 2 : 4);
    if (offset === 0 || offset > written || written + size > length)
      throw new RangeError('a copy of nothing');
    for (let index = 0; index < size; index += 1) {
      output[written] = output[written - offset] ?? 0;
      written += 1;
    }
  }
  if (written !== length) throw new RangeError('the block ends too soon');
  return output;
}
