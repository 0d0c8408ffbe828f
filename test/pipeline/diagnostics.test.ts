import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REPORTED } from '../../src/pipeline/delivery.ts';
import { PlainDiagLogger } from '../../src/pipeline/diagnostics.ts';

let lines: string[];
let logger: PlainDiagLogger;
beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  logger = new PlainDiagLogger((line) => lines.push(line));
});
afterEach(() => void vi.useRealTimers());

const handled = (error: Error) =>
  JSON.stringify({ stack: error.stack, message: error.message, name: error.name });

describe("OpenTelemetry's diagnostics", () => {
  it('are one plain line, without the stack', () => {
    logger.error(handled(new RangeError('queue of spans is full')));
    logger.error(handled(new AggregateError([])));
    logger.warn('odd', new Error('because'), { a: 1 }, undefined);
    logger.error('{"stack" is no JSON');
    expect(lines).toEqual([
      'otel-media: OpenTelemetry error: queue of spans is full\n',
      'otel-media: OpenTelemetry error: AggregateError\n',
      'otel-media: OpenTelemetry warning: odd because {"a":1} undefined\n',
      'otel-media: OpenTelemetry error: {"stack" is no JSON\n',
    ]);
  });

  it('come once a minute each, and not at all where they were told already', () => {
    for (let count = 0; count < 5; count += 1) logger.error('the same');
    logger.error(handled(new Error(`connect ECONNREFUSED ${REPORTED}`)));
    expect(lines).toHaveLength(1);
    vi.advanceTimersByTime(61_000);
    logger.error('the same');
    expect(lines).toHaveLength(2);
  });

  it('of our own keep our name, and carry no secret', () => {
    logger.warn('otel-media: reading failed');
    logger.error(
      handled(
        new Error('GET https://a.example/x?sig=AbCdEf0123456789 with Authorization: Bearer abcdef123456'),
      ),
    );
    expect(lines[0]).toBe('otel-media: reading failed\n');
    expect(lines[1]).not.toMatch(/AbCdEf0123456789|abcdef123456/);
  });

  it('stand anything', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    logger.info('one', circular);
    logger.debug('two', 10n);
    logger.verbose('three', Symbol('x'));
    expect(lines).toHaveLength(3);
  });
});
