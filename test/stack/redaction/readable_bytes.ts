import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { unsnappy } from './snappy.ts';

// A chunk, a page or a segment holds others; three is one more than the stores have.
const MAX_DEPTH = 3;

/** What a file holds: its bytes, and whatever is compressed in them, decompressed. */
export interface ReadableFile {
  readonly path: string;
  readonly parts: readonly Buffer[];
}

/** Every file of a folder, decompressed. */
export function readableFiles(folder: string): ReadableFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, parts: decompressed(readFileSync(path)) }));
}

/**
 * Bytes, and all that is found compressed in them: members of gzip and frames of Zstandard wherever they begin, records
 * of Prometheus' write-ahead log, pages of Parquet.
 */
function decompressed(bytes: Buffer, depth = 0): Buffer[] {
  if (depth === MAX_DEPTH) return [bytes];
  const inner = [...gzipMembers(bytes), ...zstdFrames(bytes), ...parquetPages(bytes)];
  if (depth === 0) inner.push(...logRecords(bytes));
  return [bytes, ...inner.flatMap((one) => decompressed(one, depth + 1))];
}

function gzipMembers(bytes: Buffer): Buffer[] {
  const begin = Buffer.from([0x1f, 0x8b, 0x08]);
  // What follows the member is not its own, and the last one may be cut off.
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  return wherever(bytes, begin, (from) => gunzipSync(from, options));
}

function zstdFrames(bytes: Buffer): Buffer[] {
  const begin = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  const options = { finishFlush: constants.ZSTD_e_flush };
  return wherever(bytes, begin, (from) => zstdDecompressSync(from, options));
}

function wherever(bytes: Buffer, begin: Buffer, decompress: (from: Buffer) => Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
    const one = unless(() => decompress(bytes.subarray(at)));
    if (one !== undefined) found.push(one);
  }
  return found;
}

const LOG_PAGE = 32 * 1024;
const RECORD_HEADER = 7;
const [FULL, FIRST, , LAST] = [1, 2, 3, 4];

/**
 * The records of a write-ahead log (prometheus/tsdb/docs/format/wal.md), which Loki uses too: pages of 32 KB; each
 * fragment with a byte for its place (low 3 bits) and compression (8: Snappy, 16: Zstandard), two for its length and
 * four for its checksum.
 */
function logRecords(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let fragments: Buffer[] = [];
  for (let page = 0; page < bytes.length; page += LOG_PAGE) {
    const end = Math.min(page + LOG_PAGE, bytes.length);
    let at = page;
    while (at + RECORD_HEADER <= end) {
      const kind = bytes.readUInt8(at);
      const place = kind & 7;
      const length = bytes.readUInt16BE(at + 1);
      if (place === 0 || place > 4 || kind > 31 || at + RECORD_HEADER + length > end) break;
      const fragment = bytes.subarray(at + RECORD_HEADER, at + RECORD_HEADER + length);
      at += RECORD_HEADER + length;
      fragments = place === FULL || place === FIRST ? [fragment] : [...fragments, fragment];
      if (place !== FULL && place !== LAST) continue;
      const whole = Buffer.concat(fragments);
      const record = unless(() =>
        kind & 8 ? unsnappy(whole) : kind & 16 ? zstdDecompressSync(whole) : whole,
      );
      if (record !== undefined) found.push(record);
    }
  }
  return found;
}

// Of the Thrift compact protocol, a field of 32 bits directly after the one before, or at the beginning.
const NEXT_I32 = 0x15;

/**
 * The pages of a Parquet file, wherever something begins that reads like the header of one: its kind, its size, its size
 * compressed. A page of the second version has its levels uncompressed in front.
 */
function parquetPages(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PAR1') return [];
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(NEXT_I32, 4); at >= 0; at = bytes.indexOf(NEXT_I32, at + 1)) {
    const header = unless(() => pageHeader(bytes, at));
    if (header === undefined) continue;
    const page = bytes.subarray(header.end, header.end + header.compressed);
    const levels = header.levels;
    const data =
      unless(() => exactly(unsnappy(page.subarray(levels)), header.size - levels)) ??
      unless(() => exactly(zstdDecompressSync(page.subarray(levels)), header.size - levels));
    if (data !== undefined) found.push(data);
  }
  return found;
}

function exactly(data: Buffer, size: number): Buffer {
  if (data.length !== size) throw new RangeError('another size');
  return data;
}

interface PageHeader {
  readonly size: number;
  readonly compressed: number;
  /** Bytes of the repetition and definition levels of a page of the second version. */
  readonly levels: number;
  /** Where the page begins. */
  readonly end: number;
}

const DATA_PAGE_V2 = 3;
const V2_FIELD = 8;
const [DEFINITION_LEVELS, REPETITION_LEVELS] = [5, 6];

function pageHeader(bytes: Buffer, begin: number): PageHeader {
  const reader = new CompactReader(bytes, begin);
  const fields = reader.struct();
  const number = (id: number, of = fields): number => {
    const value = of.get(id);
    if (typeof value !== 'number') throw new RangeError('no page');
    return value;
  };
  const [kind, size, compressed] = [number(1), number(2), number(3)];
  if (kind < 0 || kind > 3 || size <= 0 || compressed <= 0 || reader.at + compressed > bytes.length) {
    throw new RangeError('no page');
  }
  const v2 = fields.get(V2_FIELD);
  const levels =
    kind === DATA_PAGE_V2 && v2 instanceof Map
      ? number(DEFINITION_LEVELS, v2) + number(REPETITION_LEVELS, v2)
      : 0;
  return { size, compressed, levels, end: reader.at };
}

type Fields = Map<number, Value>;
type Value = number | boolean | string | Fields;

/** As much of the Thrift compact protocol as page headers take. */
class CompactReader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  struct(depth = 0): Fields {
    const fields: Fields = new Map();
    if (depth > 4) throw new RangeError('too deep');
    for (let id = 0; ; ) {
      const head = this.#byte();
      if (head === 0) return fields;
      if (head >> 4 === 0) throw new RangeError('a field far away');
      id += head >> 4;
      fields.set(id, this.#value(head & 15, depth));
    }
  }

  #value(kind: number, depth: number): Value {
    switch (kind) {
      case 1:
      case 2:
        return kind === 1;
      case 3:
        return this.#byte();
      case 4:
      case 5:
      case 6:
        return this.#zigzag();
      case 8: {
        const length = this.#varint();
        const text = this.#bytes.toString('latin1', this.at, this.at + length);
        this.at += length;
        return text;
      }
      case 12:
        return this.struct(depth + 1);
      default:
        throw new RangeError('no kind of field that a page header has');
    }
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number too long');
  }

  #byte(): number {
    return this.#bytes.readUInt8(this.at++);
  }
}

function unless<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
