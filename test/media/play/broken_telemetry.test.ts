import { afterEach, describe, expect, it } from 'vitest';
import { azuracastWebhook } from '../../../src/adapters/azuracast.ts';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { play } from '../../../src/index.ts';
import { NO_PLAY } from '../../../src/media/play/quiet_play.ts';
import { startTestSink } from '../../../src/testing.ts';
import { nowPlaying } from '../../adapters/nowplaying.ts';
import { BROKEN_TELEMETRY, mended } from '../../broken_telemetry.ts';

afterEach(mended);

const thrown = Object.freeze(new Error('HTTP Error 403: Forbidden'));
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

/** What a radio does with a play, and what it gets of it. */
async function radio(): Promise<unknown> {
  const value = {};
  const results: unknown[] = [];
  {
    using now = play({
      station: 'a',
      attempt: true,
      title: 'T',
      metadata: cyclic,
      cmcd: { msd: 1, bsd: [5] },
    });
    now.started();
    now.update({ artist: 'A', metadata: Object.freeze({ a: 1 }) });
    now.stall(1);
    now.error(thrown);
    results.push(now.run(() => value) === value);
    try {
      now.run(() => {
        throw thrown;
      });
    } catch (error) {
      results.push(error === thrown);
    }
    results.push((await now.run(() => Promise.resolve(value))) === value);
  }
  await using next = play({ station: 'a' });
  next.end('skipped');
  const hook = azuracastWebhook();
  results.push(hook.take(nowPlaying({ id: 1, title: 'One' })));
  hook.playing('main')?.error('x');
  const body = JSON.stringify(nowPlaying({ id: 2, title: 'Two' }));
  results.push((await hook.fetch(new Request('http://radio.example', { method: 'POST', body }))).status);
  hook.end();
  return results;
}

const EXPECTED = [true, true, true, true, 204];

it('with no SDK a play is nothing but the application’s own work', async () => {
  expect(play({ station: 'a' })).toBe(NO_PLAY);
  expect(await radio()).toEqual(EXPECTED);
  expect(interruptAll()).toBe(0);
});

describe('with telemetry that is broken', () => {
  it.each(BROKEN_TELEMETRY)('%s: the radio gets the same', async (_name, register) => {
    register();
    expect(await radio()).toEqual(EXPECTED);
    expect(interruptAll()).toBe(0);
  });
});

it('a play outlives the SDK that it began under, and the next one', async () => {
  const first = startTestSink();
  const now = play({ station: 'outlives' });
  await first.shutdown();
  now.error(thrown);
  now.end();
  const second = startTestSink();
  const next = play({ station: 'outlives' });
  expect(await second.spans()).toEqual([]);
  next.end();
  expect(await second.spans()).toHaveLength(1);
  await second.shutdown();
});
