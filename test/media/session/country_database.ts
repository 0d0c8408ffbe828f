/** A database in MMDB format (version 2.0) of one IPv4 network, which has a country. */
export function countryDatabase(network: readonly number[], record: Value): Buffer {
  const bits = network.flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number));
  const notFound = bits.length;
  // What a leaf points to: the number of nodes, the gap of 16 bytes, and the place in the data.
  const found = bits.length + 16;
  const nodes = bits.map((bit, at) => {
    const next = at === bits.length - 1 ? found : at + 1;
    return bit === 0 ? [next, notFound] : [notFound, next];
  });
  const tree = Buffer.concat(nodes.flat().map((pointer) => number(pointer, 3)));
  const metadata = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1,
    database_type: 'Test-Country',
    description: { en: 'of a test' },
    ip_version: 4,
    languages: 'en',
    node_count: bits.length,
    record_size: 24,
  };
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([tree, Buffer.alloc(16), encoded(record), marker, encoded(metadata)]);
}

type Value = string | number | { readonly [name: string]: Value };

// Types of the format: 2 is text, 6 a number of 32 bits, 7 a map. All of them shorter than 29 here.
function encoded(value: Value): Buffer {
  if (typeof value === 'string')
    return Buffer.concat([Buffer.from([(2 << 5) | value.length]), Buffer.from(value)]);
  if (typeof value === 'number') return Buffer.concat([Buffer.from([(6 << 5) | 4]), number(value, 4)]);
  const entries = Object.entries(value);
  const inside = entries.flatMap(([name, inner]) => [encoded(name), encoded(inner)]);
  return Buffer.concat([Buffer.from([(7 << 5) | entries.length]), ...inside]);
}

function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
