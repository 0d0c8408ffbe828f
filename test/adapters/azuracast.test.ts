import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { azuracastWebhook } from '../../src/adapters/azuracast.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything, spanOf } from '../media/signals.ts';
import { nowPlaying } from './nowplaying.ts';

let sink: TestSink;
let hook: ReturnType<typeof azuracastWebhook>;
beforeEach(() => {
  sink = startTestSink();
  hook = azuracastWebhook();
});
afterEach(() => sink.shutdown());

const plays = async () =>
  (await sink.spans()).filter(({ name }) => name === 'media.play').map(({ attributes }) => attributes);
const reasons = async () => (await plays()).map((one) => one['media.play.end_reason']);

describe('what AzuraCast tells', () => {
  it('is a play, with all that is known of it', async () => {
    expect(hook.take(nowPlaying({ id: 1, title: 'Planted One' }))).toBe(true);
    hook.end();
    const [attributes] = await plays();
    expect(attributes).toMatchObject({
      'media.play.station': 'main',
      'media.play.artist': expect.stringMatching(/^hmac:/),
      'media.play.title': expect.stringMatching(/^hmac:/),
      'media.play.album': expect.stringMatching(/^hmac:/),
      'media.play.song_id': expect.stringMatching(/^hmac:/),
      'media.play.track_key': expect.stringMatching(/^hmac:/),
      'media.play.expected_duration': 180,
      'media.play.metadata': '{"playlist":"default","listeners":20}',
      'media.play.end_reason': 'stopped',
    });
    expect(await everything(sink)).not.toContain('Planted');
  });

  it('again of the same entry is the same play', async () => {
    hook.take(nowPlaying({ id: 1, title: 'One' }));
    hook.take(nowPlaying({ id: 1, title: 'One', elapsed: 20 }));
    hook.take(nowPlaying({ id: 2, title: 'Two' }));
    hook.take(nowPlaying({ id: 2, title: 'Two', elapsed: 15 }));
    // The same song again is another play.
    hook.take(nowPlaying({ id: 3, title: 'Two' }));
    hook.end();
    expect(await reasons()).toEqual(['replaced', 'replaced', 'stopped']);
    const keys = (await plays()).map((one) => one['media.play.track_key']);
    expect(keys[1]).toBe(keys[2]);
  });

  it('late is not taken back to', async () => {
    hook.take(nowPlaying({ id: 5, title: 'Five' }));
    expect(hook.take(nowPlaying({ id: 4, title: 'Four' }))).toBe(true);
    hook.end();
    expect(await reasons()).toEqual(['stopped']);
    // A restored database counts from an earlier number on.
    hook.take(nowPlaying({ id: 1, title: 'One', playedAt: 1_800_000_000 }));
    hook.end();
    expect(await reasons()).toHaveLength(2);
  });

  it('counts what had been played before only for the first one', async () => {
    hook.take(nowPlaying({ id: 1, title: 'One', elapsed: 90 }));
    hook.take(nowPlaying({ id: 2, title: 'Two', elapsed: 3 }));
    hook.end();
    const durations = (await plays()).map((one) => Math.round(Number(one['media.play.duration'])));
    expect(durations).toEqual([90, 0]);
  });

  it('of a station off line ends its play, and it begins anew', async () => {
    hook.take(nowPlaying({ id: 1, title: 'One' }));
    hook.take(nowPlaying({ id: 1, title: 'One' }, { is_online: false }));
    hook.take(nowPlaying({ id: 1, title: 'One' }, { is_online: false }));
    expect(hook.playing('main')).toBeUndefined();
    hook.take(nowPlaying({ id: 1, title: 'One' }));
    hook.take(nowPlaying({ id: 1, title: 'One' }, { now_playing: null }));
    expect(await reasons()).toEqual(['offline', 'finished']);
    expect((await plays())[1]?.['media.play.gap']).toBeGreaterThanOrEqual(0);
  });

  it('of several stations is kept apart', async () => {
    hook.take(nowPlaying({ id: 1, title: 'One' }));
    hook.take(nowPlaying({ id: 1, title: 'One' }, { station: { id: 2, shortcode: 'second' } }));
    hook.playing('second')?.error(new Error('HTTP Error 403: Forbidden'));
    hook.end();
    const found = Object.fromEntries(
      (await plays()).map((one) => [one['media.play.station'], one['media.play.outcome']]),
    );
    expect(found).toEqual({ main: 'success', second: 'failure' });
  });

  it('is a trace of its own, linked to the request that told of it', async () => {
    let request = '';
    trace.getTracer('theirs').startActiveSpan('POST', (span) => {
      request = span.spanContext().spanId;
      hook.take(nowPlaying({ id: 1, title: 'One' }));
      span.end();
    });
    hook.end();
    const span = await spanOf(sink, 'media.play');
    expect(span.parentSpanContext).toBeUndefined();
    expect(span.links.map(({ context }) => context.spanId)).toEqual([request]);
  });

  it('is linked to what made the song, where a custom field says so', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const song = { id: 'x', title: 'One', custom_fields: { traceparent } };
    hook.take(nowPlaying({ id: 1, title: 'One' }, { now_playing: { sh_id: 1, song } }));
    hook.end();
    const span = await spanOf(sink, 'media.play');
    expect(span.links.map(({ context }) => context.spanId)).toEqual(['b'.repeat(16)]);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'x'],
    ['a list', []],
    ['an object', {}],
    ['no name of a station', { station: { shortcode: ' ' }, now_playing: { sh_id: 1 } }],
  ])('is not taken where it is %s', async (_name, payload) => {
    expect(hook.take(payload)).toBe(false);
    hook.end();
    expect(await plays()).toEqual([]);
  });

  it.each<[string, object]>([
    ['without a song', { now_playing: { sh_id: 1, song: null } }],
    [
      'with odd types',
      { now_playing: { sh_id: '7', duration: 'long', song: { title: 7, artist: {}, id: [] } } },
    ],
    ['without a number', { now_playing: { played_at: 1, song: { id: 'x', text: 'A - B' } }, live: 'no' }],
  ])('is a play also %s', async (_name, more) => {
    expect(hook.take(nowPlaying({ id: 1, title: 'One' }, more))).toBe(true);
    hook.end();
    expect(await plays()).toHaveLength(1);
  });

  it('of more stations than there can be is not taken', async () => {
    const names = Array.from({ length: 200 }, (_, at) => `made-up-${at}`);
    const taken = names.filter((shortcode) =>
      hook.take(nowPlaying({ id: 1, title: 'One' }, { station: { shortcode } })),
    );
    expect(taken).toHaveLength(100);
    hook.end();
  });
});
