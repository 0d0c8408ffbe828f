import { afterEach, beforeEach, expect, it } from 'vitest';
import { session } from '../../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, pointsOf } from '../signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

it('tells with every export how old the oldest session is, and which are stuck', async () => {
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const stuck = session({ id: 'stuck-one', userId: 'u', stuckAfterSeconds: 0.01 }, () => gate);
  const fine = session({ id: 'fine-one' }, () => gate);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const [age] = await pointsOf(sink, 'media.session.age');
  expect(age?.value).toBeGreaterThan(0.01);
  for (let look = 0; look < 3; look += 1)
    expect(await pointsOf(sink, 'media.sessions.stuck')).toEqual([{ value: 1, attributes: {} }]);
  const event = await eventOf(sink, 'media.session.stuck');
  expect(event.severityText).toBe('WARN');
  expect(event.attributes).toMatchObject({
    'session.id': 'stuck-one',
    'user.id': expect.stringMatching(/^hmac:/),
    'media.session.duration': expect.any(Number),
  });
  expect(event.spanContext?.traceId).toMatch(/^[0-9a-f]{32}$/);
  go();
  await Promise.all([stuck, fine]);
  expect(await pointsOf(sink, 'media.sessions.stuck')).toEqual([{ value: 0, attributes: {} }]);
  expect(await pointsOf(sink, 'media.session.age')).toEqual([{ value: 0, attributes: {} }]);
});
