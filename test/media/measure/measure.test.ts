import { diag } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measure } from '../../../src/index.ts';
import type { MeasureOptions } from '../../../src/media/measure/options.ts';
import { ucumUnit } from '../../../src/media/measure/ucum.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { pointsOf } from '../signals.ts';

let sink: TestSink;
let prefix = '';
let made = 0;
const warn = vi.fn();
beforeEach(() => {
  sink = startTestSink();
  made += 1;
  // Each test has names of its own: what is known of one lasts as long as the process.
  prefix = `test${made}`;
  vi.spyOn(diag, 'warn').mockImplementation(warn);
  warn.mockClear();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await sink.shutdown();
});

async function metricOf(name: string) {
  return (await sink.metrics()).find(({ descriptor }) => descriptor.name === name);
}

describe('measure', () => {
  it('keeps the last of the values of a gauge, which is what it takes a number for', async () => {
    measure(`${prefix}.listeners`, 5, { unit: 'listeners' });
    measure(`${prefix}.listeners`, 3);
    expect(await metricOf(`${prefix}.listeners`)).toMatchObject({
      descriptor: { name: `${prefix}.listeners`, unit: '{listeners}', type: 'GAUGE' },
      dataPoints: [{ value: 3, attributes: {} }],
    });
  });

  it('adds up a counter, by its attributes', async () => {
    const bytes = (service: string, value: number) =>
      measure(`${prefix}.sent`, value, { kind: 'counter', unit: 'bytes', attributes: { service } });
    bytes('one', 2);
    bytes('other', 3);
    bytes('one', 4);
    expect(await metricOf(`${prefix}.sent`)).toMatchObject({
      descriptor: { unit: 'By', type: 'COUNTER' },
      dataPoints: [
        { value: 6, attributes: { service: 'one' } },
        { value: 3, attributes: { service: 'other' } },
      ],
    });
  });

  it('spreads out a histogram', async () => {
    for (const value of [1, 2, 30]) measure(`${prefix}.lag`, value, { kind: 'histogram', unit: 'ms' });
    expect(await metricOf(`${prefix}.lag`)).toMatchObject({
      descriptor: { unit: 'ms', type: 'HISTOGRAM' },
      dataPoints: [{ value: { count: 3, sum: 33, min: 1, max: 30 } }],
    });
  });

  it('spreads it over buckets of its own', async () => {
    const buckets = [0.5, 1, 5];
    for (const value of [0.2, 2, 2, 9]) measure(`${prefix}.wait`, value, { kind: 'histogram', buckets });
    expect(await metricOf(`${prefix}.wait`)).toMatchObject({
      dataPoints: [{ value: { buckets: { boundaries: buckets, counts: [1, 0, 2, 1] } } }],
    });
  });

  it.each([
    [[]],
    [[2, 1]],
    [[1, 1]],
    [['1']],
    [[Number.NaN]],
    ['1,2'],
    [Array.from({ length: 51 }, (_, at) => at)],
  ])('takes no buckets such as %j', async (buckets) => {
    measure(`${prefix}.odd`, 1, { kind: 'histogram', buckets: buckets as number[] });
    expect(await metricOf(`${prefix}.odd`)).toBeUndefined();
    expect(warn.mock.calls).toEqual([
      [`otel-media: measure(): ${prefix}.odd: buckets must be 1 to 50 finite numbers in rising order`],
    ]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '5', null, undefined, 5n, {}])(
    'leaves out %s, and says so once',
    async (value) => {
      for (let count = 0; count < 3; count += 1) measure(`${prefix}.wrong`, value as number);
      expect(await metricOf(`${prefix}.wrong`)).toBeUndefined();
      expect(warn.mock.calls).toEqual([
        [`otel-media: measure(): ${prefix}.wrong: a value must be a finite number`],
      ]);
      measure(`${prefix}.wrong`, 1);
      expect(await pointsOf(sink, `${prefix}.wrong`)).toEqual([{ value: 1, attributes: {} }]);
    },
  );

  it.each<[string, MeasureOptions, MeasureOptions, number]>([
    ['another kind', { kind: 'counter' }, { kind: 'gauge' }, 1],
    ['another unit', { unit: 's' }, { unit: 'ms' }, 1],
    ['less than 0 for a counter', { kind: 'counter' }, {}, -1],
  ])('leaves out what has %s', async (_what, first, second, value) => {
    measure(`${prefix}.mixed`, 7, first);
    measure(`${prefix}.mixed`, value, second);
    expect(await pointsOf(sink, `${prefix}.mixed`)).toEqual([{ value: 7, attributes: {} }]);
    expect(warn).toHaveBeenCalledOnce();
  });

  it.each([
    'media.download.attempts',
    'MEDIA.mine',
    'otel.mine',
    '',
    '1st',
    '.x',
    'plays.of.someone@example.org',
    `x${'y'.repeat(255)}`,
  ])('does not take the name %j', async (name) => {
    const before = (await sink.metrics()).map(({ descriptor }) => descriptor.name);
    for (let count = 0; count < 3; count += 1) measure(name, 1);
    expect((await sink.metrics()).map(({ descriptor }) => descriptor.name)).toEqual(before);
    expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
  });

  it('makes a name one that OpenTelemetry takes; names that are one to it are one', async () => {
    measure(`${prefix}.a name/with ünits`, 1, { kind: 'counter' });
    measure(`${prefix}.A name/with_ünits`, 1, { kind: 'counter' });
    expect(await pointsOf(sink, `${prefix}.a_name/with__nits`)).toEqual([{ value: 2, attributes: {} }]);
  });

  it('redacts what is in attributes, and leaves out what none can be', async () => {
    const attributes = {
      who: 'mail someone@example.org',
      'media.planted': 'x',
      long: 'x'.repeat(1000),
      ok: true,
      four: 4,
      none: Number.NaN,
      nested: { planted: 1 },
      nothing: undefined,
    };
    measure(`${prefix}.private`, 1, { attributes: attributes as never });
    const [point] = await pointsOf(sink, `${prefix}.private`);
    expect(point?.attributes).toEqual({
      who: expect.not.stringContaining('example.org'),
      long: 'x'.repeat(128),
      ok: true,
      four: 4,
    });
  });

  it('tells a bounded number of attribute sets apart, and loses none of what is beyond', async () => {
    for (let id = 0; id < 1000; id += 1)
      measure(`${prefix}.many`, 1, { kind: 'counter', attributes: { id } });
    const points = await pointsOf(sink, `${prefix}.many`);
    expect(points.length).toBe(201);
    const beyond = points.find(({ attributes }) => attributes['otel.metric.overflow']);
    expect(beyond?.value).toBe(800);
  });

  it('never throws', () => {
    const bad = new Proxy({}, { get: () => fail(), ownKeys: () => fail() }) as never;
    const fail = (): never => {
      throw new Error('planted');
    };
    const call = measure as (...args: unknown[]) => void;
    for (const args of [
      [],
      [undefined, 1],
      [{}, 1],
      [Symbol('x'), 1],
      [`${prefix}.x`, 1, null],
      [`${prefix}.y`, 1, bad],
    ])
      expect(() => call(...args)).not.toThrow();
    expect(() => measure(`${prefix}.z`, 1, { attributes: bad })).not.toThrow();
    expect(() => measure(`${prefix}.u`, 1, { unit: 5 as never, kind: 'other' as never })).not.toThrow();
  });

  // The last: it uses up the names of the process.
  it('takes a bounded number of names', async () => {
    for (let id = 0; id < 1000; id += 1) measure(`${prefix}.name${id}`, 1);
    const names = (await sink.metrics()).map(({ descriptor }) => descriptor.name);
    expect(names.length).toBeLessThanOrEqual(200);
    expect(names).toContain(`${prefix}.name0`);
  });
});

describe('units', () => {
  it.each([
    ['s', 's'],
    ['seconds', 's'],
    ['ms', 'ms'],
    ['Bytes', 'By'],
    ['percent', '%'],
    ['', '1'],
    ['tracks', '{tracks}'],
    ['{track}', '{track}'],
    ['kbit/s', 'kbit/s'],
    ['Cel', 'Cel'],
    ['two words', undefined],
    ['€', undefined],
    ['x'.repeat(100), undefined],
  ])('%j is %j', (given, unit) => {
    expect(ucumUnit(given)).toBe(unit);
  });
});
