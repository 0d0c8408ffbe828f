import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liquidsoapWebhook } from '../../src/adapters/liquidsoap.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything } from '../media/signals.ts';

let sink: TestSink;
let hook: ReturnType<typeof liquidsoapWebhook>;
beforeEach(() => {
  sink = startTestSink();
  hook = liquidsoapWebhook();
});
afterEach(() => sink.shutdown());

const plays = async () =>
  (await sink.spans()).filter(({ name }) => name === 'media.play').map(({ attributes }) => attributes);
const reasons = async () => (await plays()).map((one) => one['media.play.end_reason']);

// As the script in docs/liquidsoap.md posts it: metadata of a file as Liquidsoap 2 hands them to a callback.
const post = (title: string, event = 'track', more: object = {}) => ({
  station: 'main',
  event,
  duration: 213.4,
  metadata: {
    artist: 'Planted Artist',
    title,
    album: 'Planted Album',
    filename: `/planted/music/${title}.mp3`,
    on_air: '2026/11/21 08:00:00',
    on_air_timestamp: '1795161600.00',
    initial_uri: `/planted/music/${title}.mp3`,
    source: 'playlist',
    status: 'playing',
    kind: '{audio=pcm(stereo)}',
    temporary: 'false',
  },
  ...more,
});

describe('what Liquidsoap posts', () => {
  it('is a play, with all that is known of it', async () => {
    expect(hook.take(post('Planted One'))).toBe(true);
    hook.take({ station: 'main', event: 'end' });
    const [attributes] = await plays();
    expect(attributes).toMatchObject({
      'media.play.station': 'main',
      'media.play.title': expect.stringMatching(/^hmac:/),
      'media.play.file_name': expect.stringMatching(/^hmac:/),
      'media.play.expected_duration': 213.4,
      'media.play.metadata': '{"source":"playlist"}',
      'media.play.end_reason': 'offline',
    });
    expect((await everything(sink)).toLowerCase()).not.toContain('planted');
  });

  it.each([
    ['track first', ['track', 'metadata']],
    ['metadata first', ['metadata', 'track']],
  ])('of one track twice is one play, and of the same over again another: %s', async (_name, calls) => {
    for (const event of calls) hook.take(post('One', event));
    for (const event of calls) hook.take(post('One', event));
    for (const event of calls) hook.take(post('Two', event));
    hook.end();
    expect(await reasons()).toEqual(['replaced', 'replaced', 'stopped']);
  });

  it('of a live source, which tells no tracks, is a play for each title', async () => {
    for (const title of ['One', 'One', 'Two']) hook.take(post(title, 'metadata'));
    hook.end();
    expect(await plays()).toHaveLength(2);
  });

  it('late is not taken back to', async () => {
    hook.take(post('Two', 'track', { at: 20.5 }));
    hook.take(post('One', 'track', { at: 10.25 }));
    hook.take({ station: 'main', event: 'end', at: 10.5 });
    hook.end();
    expect(await reasons()).toEqual(['stopped']);
  });

  it('may be a list of pairs', async () => {
    hook.take({ metadata: [['artist', 'A'], ['title', 'T'], 7] });
    hook.end();
    const [attributes] = await plays();
    expect(attributes).toMatchObject({ 'media.play.station': 'default' });
    expect(attributes?.['media.play.track_key']).toMatch(/^hmac:/);
  });

  it('is understood as Liquidsoap 2.1.3 really posts it, out of order too', async () => {
    // Recorded: a file of two seconds that plays over and over, until Liquidsoap is told to end.
    const recorded = [
      ['metadata', 1795249216.38],
      ['track', 1795249216.38],
      ['track', 1795249218.4],
      ['metadata', 1795249218.39],
      ['metadata', 1795249220.44],
      ['track', 1795249220.44],
    ] as const;
    const none = { duration: '', album: '', title: '', artist: '' };
    for (const [event, at] of recorded) {
      expect(hook.take({ metadata: { ...none, filename: '/music/a.wav' }, at, event, station: 'main' })).toBe(
        true,
      );
    }
    hook.take({ metadata: { ...none, filename: '' }, at: 1795249221.38, event: 'end', station: 'main' });
    expect(await reasons()).toEqual(['replaced', 'replaced', 'offline']);
  });

  it.each<[unknown]>([[null], ['x'], [[]], [{}], [{ event: 'track' }], [{ event: 'other', metadata: {} }]])(
    'is not taken where it makes no sense: %j',
    async (payload) => {
      expect(hook.take(payload)).toBe(false);
      hook.end();
      expect(await plays()).toEqual([]);
    },
  );
});
