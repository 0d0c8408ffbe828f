import { describe, expect, it } from 'vitest';
import { palette } from '../../examples/demo/colours.ts';
import { fromTempo, spanId } from '../../examples/demo/tempo_trace.ts';
import { duration, wrap } from '../../examples/demo/text.ts';
import type { TraceSpan } from '../../examples/demo/trace_span.ts';
import { traceTree } from '../../examples/demo/trace_tree.ts';

const MS = 1_000_000n;

function span(
  id: string,
  parentId: string | undefined,
  name: string,
  more: Partial<TraceSpan> = {},
): TraceSpan {
  const start = BigInt(id) * MS;
  return {
    id,
    parentId,
    name,
    kind: 'internal',
    start,
    end: start + 20n * MS,
    failed: false,
    attributes: {},
    ...more,
  };
}

const failed = (type: string, message?: string): Partial<TraceSpan> => ({
  failed: true,
  attributes: { 'error.type': type, ...(message && { 'error.message': message }) },
});

/** A download that failed both ways, in no order at all. */
const spans: TraceSpan[] = [
  span('6', '5', 'GET', {
    kind: 'client',
    failed: true,
    attributes: {
      'error.type': '403',
      'http.response.status_code': 403,
      'url.full': 'http://127.0.0.1:8090/forbidden/song.mp4?expire=REDACTED&sig=REDACTED',
    },
  }),
  span('4', '3', 'media.exec yt-dlp', {
    failed: true,
    attributes: {
      'error.type': 'forbidden',
      'error.message': 'ERROR: [generic] None: Unable to download webpage: HTTP Error 403: Forbidden',
      'process.exit.code': 1,
    },
  }),
  span('3', '2', 'media.download.step primary', failed('forbidden', 'the same again')),
  span('2', '1', 'media.download.attempt', {
    end: 1_502n * MS,
    failed: true,
    attributes: {
      'error.type': 'forbidden',
      'error.message': 'primary: …; fallback: …',
      'media.video.id': 'so...',
      'server.address': '127.0.0.1',
    },
  }),
  span('5', '2', 'media.download.step fallback', {
    failed: true,
    attributes: {
      'error.type': 'forbidden',
      'error.message': 'HTTP 403 Forbidden',
      'media.download.client': 'web',
      'media.download.cookies_used': true,
    },
  }),
  span('1', undefined, 'POST', {
    kind: 'server',
    ...{ end: 1_600n * MS, failed: true },
    attributes: { 'http.response.status_code': 502, 'url.path': '/downloads', 'error.type': '502' },
  }),
];

describe('traceTree', () => {
  it('draws a failed download', () => {
    expect(`\n${traceTree(spans).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      ✗ POST /downloads                                                  502    1.60 s
      └─ ✗ media.download.attempt so... from 127.0.0.1             forbidden    1.50 s
         ├─ ✗ media.download.step primary                          forbidden   20.0 ms
         │  └─ ✗ media.exec yt-dlp exit 1                          forbidden   20.0 ms
         │        error.type=forbidden: ERROR: [generic] None: Unable to
         │        download webpage: HTTP Error 403: Forbidden
         └─ ✗ media.download.step fallback as web with cookies     forbidden   20.0 ms
            │  error.type=forbidden: HTTP 403 Forbidden
            └─ ✗ GET http://127.0.0.1:8090/forbidden/song.mp4?expire=RE… 403   20.0 ms
      "
    `);
  });

  it.each([40, 60, 80, 100])('keeps to %i columns, and aligns the durations', (width) => {
    for (const line of traceTree(spans, { width })) expect(line.length).toBeLessThanOrEqual(width);
    const timed = traceTree(spans, { width }).filter((line) => / m?s$/.test(line));
    expect(timed).toHaveLength(spans.length);
    expect(new Set(timed.map((line) => line.length))).toStrictEqual(new Set([width]));
  });

  it('colours without changing the text', () => {
    const coloured = traceTree(spans, { palette: palette(true) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what begins a colour.
    const bare = coloured.map((line) => line.replaceAll(/\u001b\[\d+m/g, ''));
    expect(bare).toStrictEqual(traceTree(spans));
    expect(coloured.join('')).toContain('\u001b[31m✗ media.exec yt-dlp');
  });

  it('shows spans whose parent is missing, and none twice', () => {
    const lines = traceTree([
      span('1', '9', 'orphan'),
      span('2', '2', 'own parent'),
      span('3', '1', 'child'),
    ]);
    expect(lines.map((line) => line.slice(0, 12).trim())).toStrictEqual(['orphan', '└─ child', 'own parent']);
  });

  it('draws nothing of nothing', () => {
    expect(traceTree([])).toStrictEqual([]);
  });
});

describe('fromTempo', () => {
  const otlp = {
    traceId: 'Dq+DUGH2WF0YjKGrJHZiHg==',
    spanId: '7xhkbFBsGfs=',
    parentSpanId: 'NSZGn8qW3zs=',
    name: 'media.exec yt-dlp',
    kind: 'SPAN_KIND_CLIENT',
    startTimeUnixNano: '1795242893000000001',
    endTimeUnixNano: '1795242893500000001',
    attributes: [
      { key: 'error.type', value: { stringValue: 'forbidden' } },
      { key: 'process.exit.code', value: { intValue: '1' } },
      { key: 'media.download.cookies_used', value: { boolValue: true } },
      { key: 'media.exec.progress', value: { doubleValue: 0.5 } },
      { key: 'list', value: { arrayValue: { values: [{ stringValue: 'a' }, { intValue: '2' }] } } },
    ],
    status: { code: 'STATUS_CODE_ERROR' },
  };
  const expected: TraceSpan = {
    id: 'ef18646c506c19fb',
    parentId: '3526469fca96df3b',
    name: 'media.exec yt-dlp',
    kind: 'client',
    start: 1795242893000000001n,
    end: 1795242893500000001n,
    failed: true,
    attributes: {
      'error.type': 'forbidden',
      'process.exit.code': 1,
      'media.download.cookies_used': true,
      'media.exec.progress': 0.5,
      list: ['a', 2],
    },
  };

  it('reads both of its answers', () => {
    const scopeSpans = [{ spans: [otlp] }];
    expect(fromTempo({ batches: [{ scopeSpans }] })).toStrictEqual([expected]);
    expect(fromTempo({ trace: { resourceSpans: [{ scopeSpans }] } })).toStrictEqual([expected]);
  });

  it('reads OTLP as it is sent: hexadecimal ids, enumerations as numbers', () => {
    const sent = {
      ...otlp,
      ...{ spanId: 'EF18646C506C19FB', parentSpanId: '', kind: 3, status: { code: 2 } },
    };
    const [read] = fromTempo({ resourceSpans: [{ scopeSpans: [{ spans: [sent] }] }] });
    expect(read).toStrictEqual({ ...expected, parentId: undefined });
  });

  it.each([[undefined], [null], ['text'], [{}], [{ batches: [{}] }]])('finds no spans in %j', (answer) => {
    expect(fromTempo(answer)).toStrictEqual([]);
  });

  it('tells base64 from hexadecimal, also where the letters would do for both', () => {
    expect(spanId('abcdefabcdefabcd')).toBe('abcdefabcdefabcd');
    expect(spanId('q83vq83vq80=')).toBe('abcdefabcdefabcd');
  });
});

describe('text', () => {
  it.each([
    [0.04, '0.0 ms'],
    [1.25, '1.3 ms'],
    [99.96, '100 ms'],
    [999.6, '1.00 s'],
    [1_234, '1.23 s'],
    [59_999, '1:00 min'],
    [125_000, '2:05 min'],
  ])('%f ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it('wraps at spaces, breaks what has none, and says when it stops', () => {
    expect(wrap('one two three', 8)).toStrictEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toStrictEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('one two three four', 8, 2)).toStrictEqual(['one two', 'three f…']);
    expect(wrap('', 8)).toStrictEqual([]);
  });
});
