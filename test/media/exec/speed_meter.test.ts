import { describe, expect, it } from 'vitest';
import { SpeedMeter } from '../../../src/media/exec/speed_meter.ts';

/** A meter that was told a position every half second, of something that ran at each of these speeds for a time. */
function told(...parts: [speed: number, seconds: number][]): { meter: SpeedMeter; nowMs: number } {
  const meter = new SpeedMeter(20);
  let [nowMs, position] = [1000, 0];
  meter.add(position, nowMs);
  for (const [speed, seconds] of parts) {
    for (let at = 0; at < seconds; at += 0.5) {
      nowMs += 500;
      position += speed / 2;
      meter.add(position, nowMs);
    }
  }
  return { meter, nowMs };
}

describe('SpeedMeter', () => {
  it.each([0.5, 1, 3])('tells a steady speed of %d', (speed) => {
    const { meter, nowMs } = told([speed, 100]);
    expect(meter.speed(nowMs, 20_000)).toBeCloseTo(speed, 5);
  });

  it('tells of late, where the mean since the beginning would hide it', () => {
    const { meter, nowMs } = told([1, 36_000], [0.8, 25]);
    expect(meter.speed(nowMs, 20_000)).toBeCloseTo(0.8, 5);
  });

  it('goes down while nothing is told', () => {
    const { meter, nowMs } = told([1, 60]);
    expect(meter.speed(nowMs + 10_000, 20_000)).toBeLessThan(0.7);
    expect(meter.speed(nowMs + 60_000, 20_000)).toBe(0);
  });

  it('says nothing before there is enough to tell', () => {
    expect(new SpeedMeter(20).speed(5000, 0)).toBe(undefined);
    const { meter, nowMs } = told([1, 5]);
    expect(meter.speed(nowMs, 20_000)).toBe(undefined);
    expect(meter.speed(nowMs, 1000)).toBeCloseTo(1, 5);
  });

  it('begins anew where the position goes back', () => {
    const { meter, nowMs } = told([1, 60]);
    meter.add(0, nowMs + 500);
    meter.add(2, nowMs + 2500);
    expect(meter.speed(nowMs + 2500, 1000)).toBeCloseTo(1, 5);
  });
});
